import { FEWER_THAN_MINIMA } from "../combinatorics/asymptotics/goal.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { labelledPartitionCountByStirling } from "../combinatorics/counts/labelledPartitionRoutes.js";
import {
  type CriticalPointCounts,
  criticalSubspaces,
  firstBelowOne,
  onePerLevel,
  onlyLevel,
  staysBelow,
} from "../combinatorics/asymptotics/ratio.js";
import { type RegimeAnswer, widthRegime } from "../combinatorics/asymptotics/regime.js";
import { surjections, surjectionsByStirling } from "../combinatorics/counts/surjections.js";
import { entry } from "../exact/entry.js";
import { properties } from "../../properties/fig-6.js";
import type { Claim } from "./evidence/claim.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";

const R = 30;
const MAX_M = 120;

export const claim: Claim = {
  id: "fig-6",
  title: "The ratios of Figure 6",
  statement:
    "At r* = 30 there are fewer first-level critical subspaces than subspaces of global minima from m = 37 " +
    "on, and fewer of all levels together (a_k = 1) from m = 42 on. `equiloss regime` finds these widths " +
    "for any r* and all levels, see the table",
  source: "Şimşek et al. 2021, Fig. 6",
  hypotheses: ["a_k = 1"],
  provedInPart: {
    part: "r* = 30; existence",
    leavesOpen:
      "the widths that `equiloss regime` finds for other r*: proved is that each of the ratios, and their sum, " +
      "falls as m grows, and so is below 1 from one width on and not before",
  },
  evidence: [
    everyCase("points", {
      what:
        "both curves are below 1 if and only if m is at least their crossing, by r!·S2 and r!·ΣS2·C; the " +
        "sums agree with those of the search",
      range: `r* = ${R}, ${R} ≤ m ≤ ${MAX_M}`,
      expected: 2n * BigInt(MAX_M - R + 1),
      cases: () =>
        RECORDED.flatMap((curve) =>
          Array.from({ length: MAX_M - R + 1 }, (_, index) => ({ curve, m: R + index })),
        ),
      check: ({ curve, m }) => checkPoint(curve, m),
    }),
    everyCase("crossings", {
      what:
        "the search finds the same crossings; the curves stay below 1 by a lemma: G(s,m) ≤ s^m, as " +
        "surjections are maps, and s^m/T(r,m) decreases in m for s < r, as T(r,m+1) ≥ (r+1)·T(r,m)",
      range: `r* = ${R}; each m up to the first with Σ_k a_k·(r−k)^m < T(r,m), larger m by the lemma`,
      expected: 2n,
      cases: () => RECORDED,
      check: checkCrossing,
    }),
    everyCase("other widths", {
      what:
        "for all levels and their sum, the crossings that the search finds: below 1 at every m from there " +
        "on, not at the m before, with G and T by their sums; larger m by the lemma",
      range: () => `r* = ${OTHER_R.join(", ")}, all k, r* ≤ m < r* + ${OTHER_SPAN}`,
      expected: () => BigInt(OTHER_SPAN * OTHER_R.reduce((sum, r) => sum + r, 0)),
      cases: widthPoints,
      check: checkWidthPoint,
      table: crossingTable,
    }),
  ],
  properties,
  floats: true,
  theorems: ["ratio_falls", "crossing_exists", "figure_6_crossings"],
};

/** Other minimal widths, and the number of m for each. */
const OTHER_R: readonly number[] = [2, 3, 4, 5, 8, 12, 16, 20, 30, 40, 60];

const OTHER_SPAN = 60;

/** A curve of Fig. 6: the levels that it sums, and the first m at which it is claimed to be below 1. */
export interface Curve {
  readonly name: string;
  readonly counts: CriticalPointCounts;
  readonly crossing: number;
}

/**
 * A point of a curve is below 1 if and only if m is at least the crossing, with counts by other routes; their
 * sum over all levels must be the total that the search compares.
 */
export function checkPoint(
  { name, counts, crossing }: Curve,
  m: number,
  total: bigint = criticalSubspaces(R, m, counts),
): string | undefined {
  let sum = 0n;
  for (let k = 1; k < R; k += 1) sum += counts(k) * surjectionsByStirling(R - k, m);
  if (sum !== total) return `${name} sums to ${sum}, not ${total}, at m = ${m}`;
  const below = sum < labelledPartitionCountByStirling(R, m);
  return below === m >= crossing ? undefined : `${name} is ${below ? "below" : "not below"} 1 at m = ${m}`;
}

/** The curves whose crossings are recorded: R_1 at 37 and the sum over all levels at 42. */
const RECORDED: readonly Curve[] = [
  { name: "R_1", counts: onlyLevel(1), crossing: 37 },
  { name: "Σ_k R_k", counts: onePerLevel, crossing: 42 },
];

/** The curve is below 1 for all m from the recorded crossing on, and the search finds no smaller crossing. */
export function checkCrossing({ name, counts, crossing }: Curve): string | undefined {
  if (!staysBelow(R, crossing, counts)) return `${name} is not below 1 for all m ≥ ${crossing}`;
  const first = firstBelowOne(R, counts);
  return first === crossing ? undefined : `${name} goes below 1 at m = ${first}, not ${crossing}`;
}

/** A level at one m, or the sum of all (k = 0), by single counts, and the crossing by the search. */
export interface WidthPoint {
  readonly r: number;
  readonly k: number;
  readonly m: number;
  readonly critical: bigint;
  readonly minima: bigint;
  readonly crossing: number | null;
}

/** Below 1 from the crossing on, and not at the m before it; smaller m may be on either side. */
export function checkWidthPoint({ r, k, m, critical, minima, crossing }: WidthPoint): string | undefined {
  const curve = k === 0 ? "the sum" : `R_${k}`;
  if (crossing === null) return `no crossing of ${curve} at r* = ${r}`;
  const below = critical < minima;
  if (m < crossing - 1 || below === m >= crossing) return undefined;
  return `${curve} is ${below ? "below" : "not below"} 1 at r* = ${r}, m = ${m}, crossing ${crossing}`;
}

function crossingsAt(r: number): RegimeAnswer {
  return widthRegime({ r, goal: FEWER_THAN_MINIMA, lastWidth: 16 * r });
}

function* widthPoints(): Generator<WidthPoint> {
  for (const r of OTHER_R) {
    const { levels, sum } = crossingsAt(r);
    for (let m = r; m < r + OTHER_SPAN; m += 1) {
      const minima = labelledPartitionCount(r, m);
      const counts = levels.map((_, index) => surjections(r - index - 1, m));
      const totalCount = counts.reduce((total, count) => total + count, 0n);
      yield { r, k: 0, m, critical: totalCount, minima, crossing: sum.crossing };
      for (const [index, critical] of counts.entries()) {
        yield { r, k: index + 1, m, critical, minima, crossing: entry(levels, index).crossing };
      }
    }
  }
}

/** A row for each width r*. */
export function crossingTable(): FoundTable {
  return {
    title: "The first m from which on the ratios of Figure 6 stay below 1",
    head: ["r*", "R_1", "R_2", "R_3", "levels that cross after m = r*", "sum over k, a_k = 1"],
    rows: OTHER_R.map((r) => ({ r, ...crossingsAt(r) })).map(({ r, levels, sum }) => [
      r.toString(),
      // R_k has k < r*.
      ...[1, 2, 3].map((k) => crossingText(k < r ? entry(levels, k - 1).crossing : null)),
      levels.filter(({ crossing }) => crossing !== r).length.toString(),
      crossingText(sum.crossing),
    ]),
  };
}

const crossingText = (crossing: number | null): string => (crossing === null ? "–" : crossing.toString());
