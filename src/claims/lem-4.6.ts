import { type DiagonalCounts, diagonals } from "../combinatorics/asymptotics/diagonals.js";
import { factorial, fallingFactorial } from "../combinatorics/counts/factorial.js";
import {
  labelledPartitionBounds,
  simpleLabelledPartitionBounds,
  simpleSurjectionBounds,
  surjectionBounds,
} from "../combinatorics/asymptotics/fixedDifference.js";
import { shareOntoBoundsFrom } from "../combinatorics/asymptotics/fixedWidth.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../combinatorics/counts/surjections.js";
import { type Bounds, type Quotient, outside, quotientOf } from "../exact/numbers/quotient.js";
import { properties } from "../../properties/lem-4.6.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_K = 10;
const MAX_R = 10;
const MAX_M = 5000;
const MAX_ROUTE_M = 60;

export const claim: Claim = {
  id: "lem-4.6",
  title: "Asymptotics of G and T",
  statement:
    "At fixed k, G(m−k,m) and T(m−k,m) are m^k·m!/(2^k·k!) times factors g and t. With n^(j) = " +
    "n(n−1)…(n−j+1), (m−k)^(k)/m^k ≤ g ≤ (m−1)^k/m^(k), and t lies between Σ_j " +
    "C(k,j)(2/m)^(k−j)·(m−j)^(j)/m^j and Σ_j C(k,j)(2/m)^(k−j)·(m−1)^j/m^(j). More simply, 1 − " +
    "k(3k−1)/(2m) ≤ g ≤ 1/(1 − k(k−1)/(2m)) and 1 − k(3k−1)/(2m) ≤ t ≤ 1/(1 − k(k+3)/(2m)), the upper " +
    "bounds where their denominators are positive. At fixed r, 1 − r((r−1)/r)^m ≤ G(r,m)/r^m ≤ 1 − " +
    "r((r−1)/r)^m + C(r,2)((r−2)/r)^m. All of these tend to 1. The bounds are compared exactly with G " +
    "and T here",
  source: "Şimşek et al. 2021, Lemma 4.6",
  hypotheses: ["0 ≤ k ≤ m, m ≥ 1", "1 ≤ r"],
  evidence: [
    everyCase("routes", {
      what: "the diagonals G/(m−k)! and T/(m−k)! by their recurrences agree with the sums for G and T",
      range: `k ≤ ${MAX_K}, max(1,k) ≤ m ≤ ${MAX_ROUTE_M}`,
      expected: () => entryCount(MAX_ROUTE_M),
      cases: () => entries(diagonals(MAX_K, MAX_ROUTE_M)),
      check: checkDiagonal,
    }),
    everyCase("fixed difference", {
      what: "G(m−k,m) and T(m−k,m) over m^k·m!/(2^k·k!) are within their bounds, and within the simpler ones",
      range: `k ≤ ${MAX_K}, max(1,k) ≤ m ≤ ${MAX_M}`,
      expected: () => entryCount(MAX_M),
      cases: () => entries(diagonals(MAX_K, MAX_M)),
      check: checkFixedDifference,
    }),
    everyCase("fixed width", {
      what: "G(r,m)/r^m is within its bounds",
      range: `1 ≤ r ≤ ${MAX_R}, 1 ≤ m ≤ ${MAX_M}`,
      expected: BigInt(MAX_R * MAX_M),
      cases: fixedWidthCases,
      check: checkFixedWidth,
    }),
  ],
  properties,
  theorems: [
    "lemma_46_bounds",
    "lemma_46_sums",
    "lemma_46_simple",
    "lemma_46_limits",
    "fixed_width_limit",
    "fixed_width_upper",
  ],
};

/** D_k(m) and E_k(m) at one k and m. */
export interface DiagonalCase {
  readonly k: number;
  readonly m: number;
  readonly surjective: bigint;
  readonly labelled: bigint;
}

/** The entries k = 0…min(m, MAX_K) of rows m ≥ 1. */
function* entries(rows: Iterable<DiagonalCounts>): Generator<DiagonalCase> {
  for (const { m, surjective, labelled } of rows) {
    for (let k = 0; m > 0 && k <= Math.min(m, MAX_K); k += 1) {
      yield { k, m, surjective: entry(surjective, k), labelled: entry(labelled, k) };
    }
  }
}

/** The number of pairs k ≤ min(m, MAX_K), 1 ≤ m ≤ maxM, for maxM ≥ MAX_K: all but those with m < k. */
function entryCount(maxM: number): bigint {
  return BigInt(maxM * (MAX_K + 1) - (MAX_K * (MAX_K - 1)) / 2);
}

/** The diagonals times (m−k)! are G by its closed form and T by its residues. */
export function checkDiagonal({ k, m, surjective, labelled }: DiagonalCase): string | undefined {
  const common = factorial(m - k);
  if (common * surjective !== surjections(m - k, m)) return `(m−k)!·D_k(m) isn't G at k = ${k}, m = ${m}`;
  if (common * labelled !== labelledPartitionCount(m - k, m))
    return `(m−k)!·E_k(m) isn't T at k = ${k}, m = ${m}`;
  return undefined;
}

/** G(m−k,m) and T(m−k,m) over m^k·m!/(2^k·k!) lie within both pairs of bounds. */
export function checkFixedDifference({ k, m, surjective, labelled }: DiagonalCase): string | undefined {
  const scale = factorial(k) << BigInt(k);
  const denominator = BigInt(m) ** BigInt(k) * fallingFactorial(m, k);
  const g = quotientOf(scale * surjective, denominator);
  const t = quotientOf(scale * labelled, denominator);
  const checks: readonly (readonly [string, Quotient, Bounds])[] = [
    ["G", g, surjectionBounds(k, m)],
    ["T", t, labelledPartitionBounds(k, m)],
    ["G", g, simpleSurjectionBounds(k, m)],
    ["T", t, simpleLabelledPartitionBounds(k, m)],
  ];
  for (const [name, value, bounds] of checks) {
    const side = outside(value, bounds);
    if (side !== undefined) return `${name}(m−k,m) is ${side} its bounds at k = ${k}, m = ${m}`;
  }
  return undefined;
}

/** G(r, m) and the powers r^m, (r−1)^m and (r−2)^m. */
export interface FixedWidthCase {
  readonly r: number;
  readonly m: number;
  readonly count: bigint;
  readonly powers: readonly [r: bigint, less: bigint, lessTwo: bigint];
}

/** All r ≤ MAX_R and m ≤ MAX_M, by G(r,m+1) = r·(G(r−1,m) + G(r,m)); each power is computed once. */
function* fixedWidthCases(): Generator<FixedWidthCase> {
  let counts = Array.from<unknown, bigint>({ length: MAX_R + 1 }, (_, r) => (r === 0 ? 1n : 0n));
  let powers = Array.from<unknown, bigint>({ length: MAX_R + 1 }, () => 1n);
  for (let m = 1; m <= MAX_M; m += 1) {
    const previous = counts;
    counts = previous.map((same, r) => (r === 0 ? 0n : BigInt(r) * (entry(previous, r - 1) + same)));
    powers = powers.map((power, base) => BigInt(base) * power);
    for (let r = 1; r <= MAX_R; r += 1) {
      const [whole, missing] = [entry(powers, r), entry(powers, r - 1)];
      const missingTwo = r === 1 ? 0n : entry(powers, r - 2);
      yield { r, m, count: entry(counts, r), powers: [whole, missing, missingTwo] };
    }
  }
}

/** G(r,m)/r^m lies within Bonferroni's bounds. */
export function checkFixedWidth({ r, m, count, powers }: FixedWidthCase): string | undefined {
  const side = outside(quotientOf(count, powers[0]), shareOntoBoundsFrom(r, ...powers));
  return side === undefined ? undefined : `G(r,m)/r^m is ${side} its bounds at r = ${r}, m = ${m}`;
}
