import fc from "fast-check";
import { labelledPartitionCountByZeroBlocks } from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import {
  ratioBounds,
  ratioDistance,
  ratioEstimate,
  simpleRatioBounds,
} from "../src/combinatorics/asymptotics/ratioAsymptotics.js";
import { surjectionsByStirling } from "../src/combinatorics/counts/surjections.js";
import { type Quotient, isAtMost, outside, quotientOf } from "../src/exact/numbers/quotient.js";
import { type Property, property } from "./property.js";

/** k ≤ r and h, k and h also beyond the exhaustive range. */
const regimes = fc
  .integer({ min: 1, max: 120 })
  .chain((r) =>
    fc.tuple(fc.integer({ min: 0, max: Math.min(r, 25) }), fc.constant(r), fc.integer({ min: 0, max: 25 })),
  );

/** R_k(r, r+h) over its estimate, with both counts by other routes. */
function relative(k: number, r: number, h: number): Quotient {
  const { numerator, denominator } = ratioEstimate(k, r, h);
  return quotientOf(
    surjectionsByStirling(r - k, r + h) * denominator,
    labelledPartitionCountByZeroBlocks(r, r + h) * numerator,
  );
}

/** Eq. 5 of Şimşek et al. (2021), with bounds in place of the limit. */
export const properties: readonly Property[] = [
  property(
    "eq-5/bounds",
    "R_k(r,r+h) over r^k/(2^k·(h+k)…(h+1)) is within its bounds, fine and simple",
    regimes,
    ([k, r, h]) => {
      const value = relative(k, r, h);
      return [ratioBounds(k, r, h), simpleRatioBounds(k, r, h)].every(
        (bounds) => outside(value, bounds) === undefined,
      );
    },
  ),
  property(
    "eq-5/rate",
    "it differs from 1 by at most 3(2h+k)²/(2r), for r ≥ 3(2h+k)²/4",
    fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }), fc.nat(200)),
    ([k, h, beyond]) => {
      const least = Math.max(1, k, Math.ceil((3 * (2 * h + k) ** 2) / 4));
      const r = least + beyond;
      const distance = ratioDistance(k, r, h);
      const { numerator, denominator } = relative(k, r, h);
      const difference = numerator > denominator ? numerator - denominator : denominator - numerator;
      return distance !== undefined && isAtMost(quotientOf(difference, denominator), distance);
    },
  ),
];
