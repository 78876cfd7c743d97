import { tuples } from "../../combinatorics/tuples.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { surjections, surjectionsByRecurrence } from "../../combinatorics/counts/surjections.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";

const MAX_R = 5;
const MAX_EXTRA = 3;
const MAX_HIDDEN = 4;

/** Widths r* and m of all hidden layers, and the number of layers. */
export interface MixedCase {
  readonly r: number;
  readonly m: number;
  readonly hidden: number;
}

function* mixedCases(): Generator<MixedCase> {
  for (let r = 1; r <= MAX_R; r += 1) {
    for (let m = r; m <= r + MAX_EXTRA; m += 1) {
      for (let hidden = 1; hidden <= MAX_HIDDEN; hidden += 1) yield { r, m, hidden };
    }
  }
}

/**
 * The number of critical subspaces above networks that are narrower than r* in some hidden layer, one network
 * for each tuple of widths: (Σ_{k≥0} G(r*−k,m))^hidden − G(r*,m)^hidden.
 *
 * @example mixedLevels({ r: 4, m: 5, hidden: 3 }) === 60794461n
 */
export function mixedLevels({ r, m, hidden }: MixedCase): bigint {
  let sum = 0n;
  for (let width = 1; width <= r; width += 1) sum += surjections(width, m);
  return sum ** BigInt(hidden) - surjections(r, m) ** BigInt(hidden);
}

/** The closed form is the sum of ∏ G(r_ℓ,m) over the tuples of widths 1 ≤ r_ℓ ≤ r* other than (r*, …, r*). */
export function checkMixed(
  { r, m, hidden }: MixedCase,
  closed = mixedLevels({ r, m, hidden }),
): string | undefined {
  const widths = Array.from({ length: r }, (_, index) => index + 1);
  let sum = 0n;
  for (const tuple of tuples(Array.from({ length: hidden }, () => widths))) {
    if (tuple.some((width) => width < r)) {
      sum += tuple.reduce((product, width) => product * surjectionsByRecurrence(width, m), 1n);
    }
  }
  return sum === closed
    ? undefined
    : `${closed} mixed levels at (${r},${m}), ${hidden} hidden layers, not ${sum}`;
}

/** Evidence on the levels that the paper leaves out, with their numbers at the widths of Figure 1. */
export const mixedEvidence: Evidence = everyCase("mixed levels", {
  what:
    "critical subspaces above networks narrower in some hidden layers only, added up by recurrences and " +
    "in closed form",
  range: `1 ≤ r* ≤ ${MAX_R}, r* ≤ m ≤ r* + ${MAX_EXTRA}, up to ${MAX_HIDDEN} hidden layers`,
  expected: BigInt(MAX_R * (MAX_EXTRA + 1) * MAX_HIDDEN),
  cases: mixedCases,
  check: (item) => checkMixed(item),
  table: () => ({
    title: "subspaces at hidden widths 4, …, 4 → 5, …, 5, with one critical point for each tuple of widths",
    head: [
      "hidden layers",
      "critical, narrower in every layer",
      "critical, narrower in some",
      "global minima",
    ],
    rows: [1, 2, 3, 4].map((hidden) => {
      const narrower = [1, 2, 3].reduce((sum, width) => sum + surjections(width, 5), 0n);
      return [
        String(hidden),
        (narrower ** BigInt(hidden)).toString(),
        mixedLevels({ r: 4, m: 5, hidden }).toString(),
        (labelledPartitionCount(4, 5) ** BigInt(hidden)).toString(),
      ];
    }),
  }),
});
