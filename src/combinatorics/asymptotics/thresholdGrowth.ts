import { powerIsBelow } from "../../exact/numbers/powerComparison.js";
import { type Quotient, quotientOf } from "../../exact/numbers/quotient.js";
import { lastWith } from "./lastWith.js";
import { requireSize } from "../requireSize.js";

/**
 * A lower bound of {@link lastFailing}, the last m at which eq. 6 of Şimşek et al. (2021) fails: the integer
 * part of ½(r−1)·ln r, or r if that is larger. (At m = r eq. 6 fails, since r! < r^r.)
 *
 * Why T(r, m) < r^m up to this m: Choose the u elements of zero blocks: T(r, m) = Σ_u C(m, u)·B(u)·G(r, m−u),
 * and the share P_n = G(r, n)/r^n of maps that are onto doesn't decrease with n. So
 *
 *     T(r, m)/r^m ≤ P_m·Σ_u C(m, u)·B(u)/r^u ≤ P_m·Σ_u (m/r)^u·B(u)/u! ≤ P_m·exp(e^{m/r} − 1).
 *
 * P_m ≤ (1 − (1−1/r)^m)^r: if a random map misses i, it is likelier to hit other values, since the elements
 * go to those. So if it hits i, it is less likely to hit the others, and the product of the probabilities is
 * an upper bound. With 1−1/r ≥ e^{−1/(r−1)} and y = e^{m/(r−1)} it follows that P_m ≤ exp(−r/y), and T(r,
 * m)/r^m < exp(y − 1 − r/y), which is below 1 if y ≤ √r.
 *
 * @throws RangeError unless r >= 2 is a safe integer.
 * @example lastFailingAtLeast(30) === 49 // lastFailing(30) is 65
 */
export function lastFailingAtLeast(r: number): number {
  requireTwo(r);
  const limit = quotientOf(BigInt(r) ** BigInt(r - 1));
  return Math.max(r, lastBelow(euler.above, 2, limit));
}

/**
 * An upper bound of {@link lastFailing}, the smaller of two bounds. The second and {@link lastFailingAtLeast}
 * together show that the last m at which eq. 6 fails is asymptotic to ½·r·ln r.
 *
 * The first bound: eq. 6 holds as soon as (1+1/r)^m ≥ r+2, so for all m ≥ (r+1)·ln(r+2). The reason: T(r, m)
 * counts among others the G(r+1, m) labelled partitions with one zero block, and G(r+1, m) ≥ (r+1)^m −
 * (r+1)·r^m.
 *
 * The second bound: with q the least integer for which r + q ≤ 2q², and s = r + q, eq. 6 holds at m = 2s + k
 * if (s/(s−1))^k ≥ q, so from (r+q)·(2 + ln q) on. The reason: T(r, m) counts among others the G(s, m)/q!
 * labelled partitions with q zero blocks, and of the s^m maps a share of at least (q/(q+1))^s is onto. By s/r
 * ≥ (s/(s−1))^q both (s/r)^k ≥ q^q ≥ q! and (s/r)^{2s} ≥ e^{2q} ≥ ((q+1)/q)^{2q²} ≥ ((q+1)/q)^s; together
 * G(s, m)/q! ≥ r^m. The whole proof is `Asymptotics/HoldsSooner.v`.
 *
 * @throws RangeError unless r >= 2 is a safe integer.
 *
 * @example lastFailingAtMost(30) === 105 // lastFailing(30) is 65
 */
export function lastFailingAtMost(r: number): number {
  requireTwo(r);
  const first = lastBelow(quotientOf(BigInt(r + 1), BigInt(r)), 1, quotientOf(BigInt(r + 2)));
  const q = zeroBlocks(r);
  const s = r + q;
  const second = 2 * s + lastBelow(quotientOf(BigInt(s), BigInt(s - 1)), 1, quotientOf(BigInt(q)));
  return Math.min(first, second);
}

/** Bounds of e: Σ_{n≤30} 1/n!, and this sum plus 1/(30·30!), which exceeds the rest of the series. */
const euler = ((): { readonly below: Quotient; readonly above: Quotient } => {
  let numerator = 1n;
  let factorial = 1n;
  for (let n = 1n; n <= 30n; n += 1n) {
    numerator = numerator * n + 1n;
    factorial *= n;
  }
  return {
    below: quotientOf(numerator, factorial),
    above: quotientOf(30n * numerator + 1n, 30n * factorial),
  };
})();

/** The largest m ≥ 0 with base^(step·m) < limit, for base > 1 and limit > 1. */
function lastBelow(base: Quotient, step: number, limit: Quotient): number {
  return lastWith((m) => powerIsBelow(base, step * m, limit), 0, 1);
}

/** The least q with r + q ≤ 2q². */
function zeroBlocks(r: number): number {
  let q = 1;
  while (r + q > 2 * q * q) q += 1;
  return q;
}

function requireTwo(r: number): void {
  requireSize("r", r);
  if (r < 2) throw new RangeError(`r is ${r}, below 2: eq. 6 never fails`);
}
