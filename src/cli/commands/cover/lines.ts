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
  return [
    `region     ${visible(region)}`,
    `searched   ${own} of ${pairs} pairs (${runs.length} of ${blocks} blocks), in ${cells} parts`,
    `undecided  ${undecided.length} ${plural(undecided.length, "part")}`,
    ...placesOf(undecided, "           near "),
    ...placesOf(onlyPoints(cover), "critical   "),
    `time       ${timeText(
      runs.map(({ seconds }) => seconds),
      blocks,
    )}`,
  ].join("\n");
}

/** More places than these are too many to read. */
const MOST_PLACES = 20;

/** Where parts are, those that are close to each other as one. */
function placesOf(parts: readonly Neighbourhood[], label: string): string[] {
  const centres = parts.map(({ centre }) => centre);
  const places = distinct(centres, MOST_PLACES + 1);
  const lines = places.slice(0, MOST_PLACES).map((w) => `${label}${placeText(w)}`);
  return places.length > MOST_PLACES ? [...lines, `${" ".repeat(label.length)}and more`] : lines;
}

function placeText(w: readonly number[]): string {
  const text = (k: number): string => entry(w, k).toFixed(3);
  return `w ≈ (${text(0)}, ${text(1)}), (${text(2)}, ${text(3)})`;
}

/** Several neighbouring pairs may tell one point, each by its centre; no more than `most` are looked for. */
function distinct(centres: readonly (readonly number[])[], most: number): (readonly number[])[] {
  const isNear = (one: readonly number[], other: readonly number[]): boolean =>
    one.every((value, k) => Math.abs(value - entry(other, k)) < NEAR);
  const found: (readonly number[])[] = [];
  for (const centre of centres) {
    if (found.length === most) break;
    if (!found.some((other) => isNear(centre, other))) found.push(centre);
  }
  return found;
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
