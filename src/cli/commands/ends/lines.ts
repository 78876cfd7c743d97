import { NEAR_COPY, type WayToEnd, countsOfEnds } from "../../../certificate/countsOfEnds.js";
import type { JudgedEnds, JudgedRun } from "../../../certificate/judgedEnds.js";
import { binomialInterval } from "../../../combinatorics/counts/binomialInterval.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
import { layeredShape } from "../../../training/studentShape.js";
import { asDecimal, roundedDown } from "../../options/rounded.js";
import { plural } from "../../terminal/lists.js";
import { visible } from "../../terminal/visible.js";
import { fitted } from "../../terminal/wrapped.js";

/** Lines are broken at this width, also in a file. */
const WIDTH = 80;

/** The verdicts as lines for a person, and the counts. */
export function endsLines(judged: JudgedEnds): string {
  const lines = judged.setting === "fig1e" ? layeredLines(judged) : twoLayerLines(judged);
  return lines.map((line) => fitted(line, { width: WIDTH, isTerminal: true })).join("\n");
}

function layeredLines({ width, runs }: JudgedEnds): string[] {
  const { low, high, undecided } = countsOfEnds(runs);
  return [
    `hidden widths ${layeredShape(width).name}, ${runs.length} ${plural(runs.length, "run")}`,
    `${"seed".padStart(6)} ${"end".padEnd(10)}mean squared error`,
    ...runs.map(runLine),
    `low, ≤ 1e-4 ${low} of ${runs.length}, ${rateOf(low, runs.length)}`,
    `high        ${high}${undecided === 0 ? "" : `; ${undecided} undecided`}`,
  ];
}

function twoLayerLines({ width, runs }: JudgedEnds): string[] {
  const { zero, mirrored } = countsOfEnds(runs);
  return [
    `width ${width}, ${runs.length} ${plural(runs.length, "run")}`,
    rowOf(["seed", "end", "loss ≤", "distance ≤", "teacher ≥", "from"]),
    ...runs.map(runLine),
    `zero loss   ${zero} of ${runs.length}, ${rateOf(zero, runs.length)}; ${mirrored} of these outside Θ`,
    `failures    ${failures(runs)}`,
    ...copies(runs),
  ];
}

function rateOf(successes: number, trials: number): string {
  const { lower, upper } = binomialInterval(successes, trials);
  return `${percent(lower)} to ${percent(upper)} at 95 %`;
}

/** What runs that fail end in, in the singular and in the plural. */
const FAILURES: readonly (readonly [way: WayToEnd, one: string, many: string])[] = [
  ["minima", "strict local minimum", "strict local minima"],
  ["induced", "local minimum with copies", "local minima with copies"],
  ["saddles", "saddle", "saddles"],
  ["channels", "on a channel to infinity", "on channels to infinity"],
  ["undecided", "undecided", "undecided"],
];

function failures(runs: readonly JudgedRun[]): string {
  const counts = countsOfEnds(runs);
  const all = FAILURES.flatMap(([way, one, many]) => {
    const count = counts[way];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const number = String(runs.length - counts.zero);
  return all.length === 0 ? number : `${number}: ${all.join(", ")}`;
}

/** Whether failures are at points with copies, of one another or of the teacher's units. */
function copies(runs: readonly JudgedRun[]): string[] {
  const { zero, neither, near } = countsOfEnds(runs);
  const all = runs.length - zero;
  const least = asDecimal(formatRational(NEAR_COPY));
  return all === 0
    ? []
    : [
        `no copies   ${neither} of ${all}: no two units are equal, and none is ± one of the teacher's; ` +
          `${near} with one within ${least} of it`,
      ];
}

type Row = readonly [
  seed: string,
  end: string,
  loss: string,
  distance: string,
  teacher: string,
  from: string,
];

function rowOf([seed, end, loss, distance, teacher, from]: Row): string {
  return `${seed.padStart(6)} ${end.padEnd(9)} ${loss.padEnd(9)} ${distance.padEnd(10)} ${teacher.padEnd(9)} ${from}`;
}

function percent(units: bigint): string {
  return `${units / 100n}.${(units % 100n).toString().padStart(2, "0")} %`;
}

function runLine({ seed, verdict }: JudgedRun): string {
  const name = `${seed}`.padStart(6);
  if (verdict.kind === "undecided") return `${name} undecided ${visible(verdict.reason)}`;
  if (verdict.kind === "low") return `${name} low       ≤ ${asDecimal(verdict.loss[1])}`;
  if (verdict.kind === "high") return `${name} high      ≥ ${asDecimal(verdict.loss[0])}`;
  const row = (loss: string, distance: string, teacher: string, from: string): string =>
    rowOf([String(seed), verdict.kind, asDecimal(loss), asDecimal(distance), teacher, from]);
  if (verdict.kind === "zero")
    return row(verdict.loss, verdict.distance, "–", verdict.theta ? "Θ" : "zero loss outside Θ");
  const { index, radius, loss, nearest, copies } = verdict;
  const minimum = copies === undefined ? "strict minimum" : "minimum";
  const limit = verdict.kind === "critical" ? "" : ` of limit, L₂ ${verdict.slope > 0 ? ">" : "<"} 0`;
  const units =
    copies === undefined ? "" : ` with copies ${copies.map((group) => group.join(" = ")).join(", ")}`;
  const teacher = asDecimal(roundedDown(parseRational(nearest[0])));
  return row(loss[1], radius, teacher, (index === 0 ? minimum : `saddle of index ${index}`) + limit + units);
}
