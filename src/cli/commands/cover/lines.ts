import { type Cover, type Neighbourhood, neighbourhoods, onlyPoints } from "../../../exclusion/coverFile.js";
import { entry } from "../../../exact/entry.js";
import { plural } from "../../terminal/lists.js";
import { visible } from "../../terminal/visible.js";

/** Centres that are nearer are told once. */
const NEAR = 1 / 128;

/** What was searched and found, as lines for a person. */
export function coverLines(cover: Cover): string {
  const { region, pairs, blocks, runs } = cover;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const own = sum(runs.map((run) => run.pairs));
  const cells = sum(runs.map((run) => run.cells));
  const undecided = runs.flatMap((run) => neighbourhoods(run.undecided));
  const critical = distinct(onlyPoints(cover).map(({ centre }) => centre));
  return [
    `region     ${visible(region)}`,
    `searched   ${own} of ${pairs} pairs (${runs.length} of ${blocks} blocks), in ${cells} parts`,
    `undecided  ${undecided.length} ${plural(undecided.length, "part")}`,
    ...placesOf(undecided),
    ...critical.map((w) => `critical   ${placeText(w)}`),
    `time       ${timeText(
      runs.map(({ seconds }) => seconds),
      blocks,
    )}`,
  ].join("\n");
}

/** More places than these are too many to read. */
const MOST_PLACES = 20;

/** Where parts are, those that are close to each other as one. */
function placesOf(parts: readonly Neighbourhood[]): string[] {
  const places = distinct(parts.map(({ centre }) => centre));
  const more = places.length - MOST_PLACES;
  const lines = places.slice(0, MOST_PLACES).map((w) => `           near ${placeText(w)}`);
  return more > 0 ? [...lines, `           and ${more} more`] : lines;
}

function placeText(w: readonly number[]): string {
  const text = (k: number): string => entry(w, k).toFixed(3);
  return `w ≈ (${text(0)}, ${text(1)}), (${text(2)}, ${text(3)})`;
}

/** Several neighbouring pairs may tell one point, each by its centre. */
function distinct(centres: readonly (readonly number[])[]): (readonly number[])[] {
  const isNear = (one: readonly number[], other: readonly number[]): boolean =>
    one.every((value, k) => Math.abs(value - entry(other, k)) < NEAR);
  return centres.filter((centre, index) => !centres.slice(0, index).some((other) => isNear(centre, other)));
}

/** Seconds of one core, and what the blocks that are there say about all, with the standard error. */
function timeText(seconds: readonly number[], blocks: number): string {
  const [count, total] = [seconds.length, seconds.reduce((sum, value) => sum + value, 0)];
  const spent = `${total.toFixed(1)} s of one core`;
  if (count === blocks) return spent;
  const mean = total / count;
  if (count === 1) return `${spent}; all blocks about ${(mean * blocks).toFixed(0)} s`;
  const variance = seconds.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const error = blocks * Math.sqrt((variance / count) * (1 - count / blocks));
  return `${spent}; all blocks ${(mean * blocks).toFixed(0)} s ± ${error.toFixed(0)} s (standard error)`;
}
