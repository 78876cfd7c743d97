import { labelledPartitionCountByStirling } from "../combinatorics/labelledPartitionRoutes.js";
import {
  type CriticalPointCounts,
  criticalSubspaces,
  firstBelowOne,
  onePerLevel,
  onlyLevel,
  staysBelowOne,
} from "../combinatorics/ratio.js";
import { surjectionsByStirling } from "../combinatorics/surjections.js";
import { properties } from "../../properties/fig-6.js";
import type { Claim } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import { numeric } from "./numeric.js";
import { sampled } from "./sampled.js";

const R = 30;
const MAX_M = 120;

/** A curve of Fig. 6: the levels that it sums, and the first m at which it is claimed to be below 1. */
export interface Curve {
  readonly name: string;
  readonly counts: CriticalPointCounts;
  readonly crossing: number;
}

/**
 * One point of a curve: below 1 from the crossing on, and not before. Counts by routes of their own; the sum over
 * all levels must be the total that the search compares.
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

/** From the recorded crossing on, and for all larger m, the curve is below 1; and the search finds no earlier one. */
export function checkCrossing({ name, counts, crossing }: Curve): string | undefined {
  if (!staysBelowOne(R, crossing, counts)) return `${name} is not below 1 for all m ≥ ${crossing}`;
  const found = firstBelowOne(R, counts);
  return found === crossing ? undefined : `${name} goes below 1 at m = ${found}, not ${crossing}`;
}

export const claim: Claim = {
  id: "fig-6",
  title: "The ratios of Figure 6",
  source: "Şimşek et al. 2021, Fig. 6",
  statement:
    "At r* = 30 first-level critical subspaces are fewer than those of the global minima from m = 37 on, all levels " +
    "together (a_k = 1) from m = 42 on",
  hypotheses: ["a_k = 1"],
  evidence: [
    {
      name: "points",
      run: ({ progress }) =>
        exhaustive({
          what: "both curves below 1 exactly from their crossing on, by r!·S2 and r!·ΣS2·C; sums as in the search",
          range: `r* = ${R}, ${R} ≤ m ≤ ${MAX_M}`,
          expected: 2n * BigInt(MAX_M - R + 1),
          cases: RECORDED.flatMap((curve) =>
            Array.from({ length: MAX_M - R + 1 }, (_, index) => ({ curve, m: R + index })),
          ),
          check: ({ curve, m }) => checkPoint(curve, m),
          progress,
        }),
    },
    {
      name: "crossings",
      run: ({ progress }) =>
        exhaustive({
          what:
            "the search finds the same crossings; that the curves stay below 1 rests on a lemma: S2(·,s) is " +
            "log-concave, so G(s,m+1)/G(s,m) never rises, and T(r,m+1) ≥ (r+1)·T(r,m)",
          range: `r* = ${R}; each m up to the first with G(s,m+1) ≤ (r+1)·G(s,m) at all levels, later m by the lemma`,
          expected: 2n,
          cases: RECORDED,
          check: checkCrossing,
          progress,
        }),
    },
    ...properties.map(sampled),
    numeric("fig-6"),
  ],
  cites: {
    properties: properties.map((property) => property.name),
    tests: ["test/claims/fig-6.test.ts", "test/crosscheck/checks.test.ts"],
  },
};
