import { speaking } from "../../exact/plainJavaScript.js";
import { type Bounds, type Quotient, inverse, product, quotientOf } from "../../exact/numbers/quotient.js";
import { binomial } from "../counts/binomial.js";
import { fallingFactorial } from "../counts/factorial.js";
import {
  around,
  labelledPartitionBounds,
  labelledPartitionExcess,
  surjectionBounds,
  surjectionDeficit,
} from "./fixedDifference.js";
import { requireOrdered, requirePositive, requireSize } from "../requireSize.js";

/*
 * Eq. (5) of Şimşek et al. (2021) with bounds instead of ~: R_k(r, r+h) divided by r^k/(2^k·(h+k)…(h+1)).
 *
 * Put m = r+h. By Lemma 4.6, G(r−k, m) is m^{h+k}·m!/(2^{h+k}·(h+k)!) times a g near 1, and T(r, m) is
 * m^h·m!/(2^h·h!) times a t near 1. So eq. (5) says that (g/t)·(m/r)^k tends to 1.
 */

/**
 * The estimate of R_k(r, r+h) by eq. (5): r^k/(2^k·(h+k)…(h+1)).
 *
 * @throws RangeError unless k <= r and h are nonnegative safe integers and r >= 1.
 * @example ratioEstimate(1, 4, 1) // { numerator: 4n, denominator: 4n }
 */
export function ratioEstimate(k: number, r: number, h: number): Quotient {
  requireRegime(k, r, h);
  return quotientOf(BigInt(r) ** BigInt(k), fallingFactorial(h + k, k) << BigInt(k));
}

/**
 * Bounds of R_k(r, r+h) divided by {@link ratioEstimate}: the quotient is (g/t)·(m/r)^k, by the bounds of g
 * and t.
 *
 * @throws RangeError unless k <= r and h are nonnegative safe integers and r >= 1.
 *
 * @example ratioBounds(2, 9, 0).lower // { numerator: 42n * 81n, denominator: 81n * 81n }
 */
export function ratioBounds(k: number, r: number, h: number): Bounds {
  requireRegime(k, r, h);
  const m = r + h;
  const scale = quotientOf(BigInt(m) ** BigInt(k), BigInt(r) ** BigInt(k));
  const g = surjectionBounds(h + k, m);
  const t = labelledPartitionBounds(h, m);
  const over = (bound: Quotient | undefined, divisor: Quotient | undefined): Quotient | undefined => {
    const reciprocal = divisor === undefined ? undefined : inverse(divisor);
    return bound === undefined || reciprocal === undefined ? undefined : product(bound, reciprocal, scale);
  };
  return speaking({ lower: over(g.lower, t.upper) ?? quotientOf(0n), upper: over(g.upper, t.lower) });
}

/**
 * Simpler and wider bounds of R_k(r, r+h) divided by {@link ratioEstimate}: 1 − `ratioDeficit`/m and,
 * for m > C(2h+k, 2), 1/(1 − C(2h+k, 2)/m).
 *
 * They follow from the simple bounds of g and t. The lower one uses (m/r)^k ≥ 1 and (1−x)(1−y) ≥ 1−x−y. For
 * the upper one, (m/r)^k = 1/(1−h/m)^k joins the denominators, and (h+k)(h+k−1)/2 + h(3h−1)/2 + hk is C(2h+k,
 * 2).
 *
 * @throws RangeError unless k <= r and h are nonnegative safe integers and r >= 1.
 *
 * @example simpleRatioBounds(1, 8, 1).upper // { numerator: 9n, denominator: 6n }
 */
export function simpleRatioBounds(k: number, r: number, h: number): Bounds {
  requireRegime(k, r, h);
  return around(r + h, ratioDeficit(k, h), binomial(2 * h + k, 2));
}

/** ((h+k)(3(h+k)−1) + h(h+3))/2, used in {@link simpleRatioBounds}. */
export function ratioDeficit(k: number, h: number): bigint {
  return surjectionDeficit(h + k) + labelledPartitionExcess(h);
}

/**
 * The rate of eq. (5): with s = 2h+k, R_k(r, r+h) divided by {@link ratioEstimate} differs from 1 by at most
 * 3s²/(2r), for all r ≥ 3s²/4. Undefined for smaller r.
 *
 * The lower side: ratioDeficit ≤ 3s²/2, since twice it is 4h²+6hk+3k²+2h−k, and m ≥ r. The upper side: with U
 * = s(s−1)/2 the excess is U/(m−U), and U/(r+h−U) ≤ c/r means c(U−h) ≤ (c−U)·r; at c = 3s²/2 this holds as
 * soon as r ≥ cU/(c−U), where c−U = s²+s/2 ≥ s². So it holds from r = 3U/2 on, which is at most 3s²/4.
 *
 * @throws RangeError unless k <= r and h are nonnegative safe integers and r >= 1.
 *
 * @example ratioDistance(1, 7, 1) // { numerator: 27n, denominator: 14n }
 */
export function ratioDistance(k: number, r: number, h: number): Quotient | undefined {
  requireRegime(k, r, h);
  const square = BigInt(2 * h + k) ** 2n;
  return 4n * BigInt(r) >= 3n * square ? quotientOf(3n * square, 2n * BigInt(r)) : undefined;
}

function requireRegime(k: number, r: number, h: number): void {
  requirePositive("r", r);
  requireOrdered("k", k, "r", r);
  requireSize("h", h);
}
