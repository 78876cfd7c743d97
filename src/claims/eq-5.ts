import { type DiagonalCounts, diagonals } from "../combinatorics/asymptotics/diagonals.js";
import { fallingFactorial } from "../combinatorics/counts/factorial.js";
import { levelRatio } from "../combinatorics/asymptotics/ratio.js";
import {
  ratioBounds,
  ratioDistance,
  ratioEstimate,
  simpleRatioBounds,
} from "../combinatorics/asymptotics/ratioAsymptotics.js";
import { type Quotient, isAtMost, outside, quotientOf } from "../exact/numbers/quotient.js";
import { properties } from "../../properties/eq-5.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { isLarge } from "./evidence/ranged.js";

const MAX_K = 10;
const MAX_H = 10;
/** Where all differences are held to their rate: 3(2h+k)²/4 ≤ 675. */
const largestR = (maxM: number): number => (isLarge(maxM) ? 5000 : 1500);
const MAX_ROUTE_R = 24;

export const claim: Claim = {
  id: "eq-5",
  title: "The ratio R_k in the mildly overparameterized regime",
  statement:
    "R_k(r*, r*+h) is (r*)^k/(2^k·(h+k)…(h+1)) times a factor q with 1 − " +
    "((h+k)(3(h+k)−1)+h(h+3))/(2(r*+h)) ≤ q ≤ 1/(1 − C(2h+k,2)/(r*+h)), the upper bound for r*+h > " +
    "C(2h+k,2). More simply, |q − 1| ≤ 3(2h+k)²/(2r*) for all r* ≥ 3(2h+k)²/4, so q tends to 1 at the " +
    "rate 1/r*. The bounds are compared exactly with R_k here",
  source: "Şimşek et al. 2021, Eq. (5)",
  hypotheses: ["0 ≤ k ≤ r*, r* ≥ 1, h ≥ 0"],
  evidence: [
    everyCase("routes", {
      what:
        "q from the diagonals agrees with R_k = G/T by the sums for G and T, and is within the bounds that " +
        "Lemma 4.6 gives",
      range: `k ≤ ${MAX_K}, h ≤ ${MAX_H}, max(1,k) ≤ r* ≤ ${MAX_ROUTE_R}`,
      expected: () => caseCount(MAX_ROUTE_R),
      cases: () => ratioCases(MAX_ROUTE_R),
      check: checkRelative,
    }),
    everyCase("bounds", {
      what: "q is within its bounds, and |q − 1| ≤ 3(2h+k)²/(2r*) for r* ≥ 3(2h+k)²/4",
      range: (maxM) => `k ≤ ${MAX_K}, h ≤ ${MAX_H}, max(1,k) ≤ r* ≤ ${largestR(maxM)}`,
      expected: (maxM) => caseCount(largestR(maxM)),
      cases: (maxM) => ratioCases(largestR(maxM)),
      check: checkRatio,
    }),
  ],
  properties,
  theorems: ["eq_5_limit", "eq_5_bounds"],
};

/** R_k(r, r+h), divided by r^k/(2^k·(h+k)…(h+1)). */
export interface RatioCase {
  readonly k: number;
  readonly h: number;
  readonly r: number;
  readonly relative: Quotient;
}

/**
 * All k ≤ MAX_K, h ≤ MAX_H, max(1,k) ≤ r ≤ maxR. As G(r−k,m) = (r−k)!·D_{h+k}(m) and T(r,m) = r!·E_h(m), the
 * quotient is 2^k·(h+k)…(h+1)·D_{h+k}(m) over r^k·r(r−1)…(r−k+1)·E_h(m).
 */
function* ratioCases(maxR: number): Generator<RatioCase> {
  const rows: DiagonalCounts[] = [...diagonals(MAX_K + MAX_H, maxR + MAX_H)];
  const scales = Array.from({ length: MAX_H + 1 }, (_, h) =>
    Array.from({ length: MAX_K + 1 }, (_, k) => fallingFactorial(h + k, k) << BigInt(k)),
  );
  for (let r = 1; r <= maxR; r += 1) {
    for (let k = 0; k <= Math.min(r, MAX_K); k += 1) {
      const powers = BigInt(r) ** BigInt(k) * fallingFactorial(r, k);
      for (let h = 0; h <= MAX_H; h += 1) {
        const numerator = entry(entry(scales, h), k) * entry(entry(rows, r + h).surjective, h + k);
        const relative = { numerator, denominator: powers * entry(entry(rows, r + h).labelled, h) };
        yield { k, h, r, relative };
      }
    }
  }
}

/** The number of these cases for maxR ≥ MAX_K: all but those with 1 ≤ r < k. */
function caseCount(maxR: number): bigint {
  return BigInt((MAX_H + 1) * (maxR * (MAX_K + 1) - (MAX_K * (MAX_K - 1)) / 2));
}

/** The relative ratio is R_k(r,r+h) over the estimate, G and T by their sums, and within the finer bounds. */
export function checkRelative({ k, h, r, relative }: RatioCase): string | undefined {
  const { numerator, denominator } = ratioEstimate(k, r, h);
  const value = levelRatio(k, r, r + h);
  if (value.n * denominator * relative.denominator !== relative.numerator * value.d * numerator)
    return `R_${k}(${r},${r + h}) over its estimate is another number`;
  const side = outside(relative, ratioBounds(k, r, h));
  return side === undefined ? undefined : `R_${k}(${r},${r + h}) is ${side} its finer bounds`;
}

/** The relative ratio is within the simple bounds, and as near to 1 as the rate says. */
export function checkRatio({ k, h, r, relative }: RatioCase): string | undefined {
  const side = outside(relative, simpleRatioBounds(k, r, h));
  if (side !== undefined) return `R_${k}(${r},${r + h}) is ${side} its bounds`;
  const distance = ratioDistance(k, r, h);
  const { numerator, denominator } = relative;
  const difference = numerator > denominator ? numerator - denominator : denominator - numerator;
  return distance === undefined || isAtMost(quotientOf(difference, denominator), distance)
    ? undefined
    : `R_${k}(${r},${r + h}) is farther from its estimate than 3(2h+k)²/(2r)`;
}
