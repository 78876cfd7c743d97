import { type EndCounts, countsOfEnds } from "../../certificate/countsOfEnds.js";
import { committedVerdicts } from "../../certificate/committedVerdicts.js";
import type { JudgedEnds } from "../../certificate/judgedEnds.js";
import { type BinomialInterval, binomialInterval } from "../../combinatorics/counts/binomialInterval.js";
import { entry, lastEntry } from "../../exact/entry.js";
import { decimalAbove, decimalBelow } from "../../exact/numbers/decimal.js";
import { parseRational } from "../../exact/numbers/rational.js";
import type { FoundTable } from "../evidence/verdict.js";

/** Ends of a width that are committed, with what is claimed of them; ways that are left out have none. */
interface Claimed {
  /** The hidden widths. */
  readonly name: string;
  readonly verdicts: () => JudgedEnds;
  readonly claimed: Partial<EndCounts>;
}

const twoLayers = (width: number, claimed: Partial<EndCounts>): Claimed => ({
  name: String(width),
  verdicts: () => committedVerdicts(width),
  claimed,
});

/** Panel (c): students of two layers. */
const CLAIMED: readonly Claimed[] = [
  twoLayers(4, { zero: 11, minima: 39, neither: 39 }),
  twoLayers(5, { zero: 37, mirrored: 8, minima: 11, channels: 2, neither: 13 }),
  twoLayers(6, { zero: 47, mirrored: 16, minima: 1, channels: 2, neither: 3 }),
  twoLayers(7, { zero: 47, mirrored: 20, minima: 1, channels: 2, neither: 3 }),
  twoLayers(8, { zero: 49, mirrored: 30, channels: 1, neither: 1 }),
  twoLayers(9, { zero: 50, mirrored: 32 }),
  twoLayers(10, { zero: 50, mirrored: 35 }),
  twoLayers(45, { zero: 50, mirrored: 46 }),
];

const layers = (width: number, claimed: Partial<EndCounts>): Claimed => ({
  name: `${width}-${width}-${width}`,
  verdicts: () => committedVerdicts(width, "fig1e"),
  claimed,
});

/** Panel (e): students with three hidden layers. */
const CLAIMED_LAYERS: readonly Claimed[] = [layers(5, { high: 50 }), layers(10, { low: 8 })];

/** How many widths something is claimed of. */
export const CLAIMED_WIDTHS = CLAIMED.length + CLAIMED_LAYERS.length;

/** How many runs of two layers are claimed to fail. */
export const CLAIMED_FAILURES = CLAIMED.reduce((sum, { claimed: { neither = 0 } }) => sum + neither, 0);

/** The widths of two layers whose ends are committed. */
export const COMMITTED_WIDTHS: readonly number[] = CLAIMED.map(({ name }) => Number(name));

/** How the runs of a width end, what is claimed, and the interval of the rate of success. */
export interface CountCase {
  readonly name: string;
  readonly runs: number;
  readonly counts: EndCounts;
  readonly claimed: Partial<EndCounts>;
  readonly interval: BinomialInterval;
}

/** The case of each width. */
export function countCases(): CountCase[] {
  return [...CLAIMED, ...CLAIMED_LAYERS].map(countCase);
}

function countCase({ name, verdicts, claimed }: Claimed): CountCase {
  const { runs } = verdicts();
  const counts = countsOfEnds(runs);
  const interval = binomialInterval(successes(counts), runs.length);
  return { name, runs: runs.length, counts, claimed, interval };
}

function successes({ zero, low }: EndCounts): number {
  return zero + low;
}

/** The counts are the claimed ones, and the tails at both ends are those of Clopper and Pearson. */
export function checkCounts({ name, runs, counts, claimed, interval }: CountCase): string | undefined {
  const other = Object.entries(counts).find(([way, count]) => !hasCount(claimed, way, count));
  if (other !== undefined) return `${other[1]} runs of width ${name} count as ${other[0]}`;
  const { lower, upper } = interval;
  const won = successes(counts);
  const isExact = isEnd(won, lower, runs) && isEnd(runs - won, UNITS - upper, runs);
  return isExact ? undefined : `the interval at width ${name} has other tails`;
}

/** A way that nothing is claimed of has no runs. */
function hasCount(claimed: Partial<EndCounts>, way: string, count: unknown): boolean {
  const own = Object.entries(claimed).find(([name]) => name === way);
  return own === undefined ? count === 0 : own[1] === count;
}

const UNITS = 10_000n;

/** Whether p is the last at which `least` or more of the runs have a probability of at most 1/40. */
function isEnd(least: number, p: bigint, runs: number): boolean {
  if (least === 0) return p === 0n;
  const isUnlikely = (at: bigint): boolean => 40n * upperTail(least, at, runs) <= UNITS ** BigInt(runs);
  return isUnlikely(p) && !isUnlikely(p + 1n);
}

/** By the distributions of one run, two runs, and so on. */
function upperTail(least: number, p: bigint, runs: number): bigint {
  let chances = [1n];
  for (let run = 0; run < runs; run += 1) {
    const [failed, won] = [
      [...chances, 0n],
      [0n, ...chances],
    ];
    chances = failed.map((chance, place) => (UNITS - p) * chance + p * entry(won, place));
  }
  return chances.slice(least).reduce((sum, chance) => sum + chance, 0n);
}

/** Of panel (c). */
export function countTable(): FoundTable {
  const rows = CLAIMED.map(countCase).map(({ name, runs, counts, interval }) => {
    const { zero, mirrored, minima, induced, saddles, channels, undecided, neither } = counts;
    const numbers = [runs, zero, mirrored, minima, induced, saddles, channels, undecided, neither];
    return [name, ...numbers.map(String), rateOf(interval)];
  });
  return {
    title: "What students of Figure 1 end in",
    head: [
      ...["m", "runs", "zero loss", "of these outside Θ", "strict minima", "minima with copies", "saddles"],
      ...["channels", "undecided", "failures without copies", "rate of success, 95 %"],
    ],
    rows,
  };
}

/** Of panel (e). */
export function layeredTable(): FoundTable {
  const rows = CLAIMED_LAYERS.map((width) => {
    const { name, runs, counts, interval } = countCase(width);
    const numbers = [runs, counts.low, counts.high, counts.undecided];
    return [name, ...numbers.map(String), ...extremes(width.verdicts()), rateOf(interval)];
  });
  return {
    title: "What students of Figure 1(e) end in, by the mean squared error",
    head: [
      ...["hidden widths", "runs", "≤ 1e-4", "above", "undecided", "least, from", "largest, up to"],
      "rate of success, 95 %",
    ],
    rows,
  };
}

/** The least and the largest loss that is said, rounded outwards. */
function extremes({ runs }: JudgedEnds): string[] {
  const bounds = runs
    .flatMap(({ verdict }) => (verdict.kind === "low" || verdict.kind === "high" ? verdict.loss : []))
    .map(parseRational)
    .sort((left, right) => left.compare(right))
    .map(({ s, n, d }) => ({ numerator: s * n, denominator: d }));
  return [decimalBelow(entry(bounds, 0), LOSS_DIGITS), decimalAbove(lastEntry(bounds), LOSS_DIGITS)];
}

/** Significant digits of a loss. */
const LOSS_DIGITS = 3;

function rateOf({ lower, upper }: BinomialInterval): string {
  return `${percent(lower)} to ${percent(upper)}`;
}

function percent(units: bigint): string {
  return `${units / 100n}.${(units % 100n).toString().padStart(2, "0")} %`;
}
