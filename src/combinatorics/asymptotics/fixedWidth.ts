import { speaking } from "../../exact/plainJavaScript.js";
import { type Bounds, quotientOf } from "../../exact/numbers/quotient.js";
import { binomial } from "../counts/binomial.js";
import { requirePositive } from "../requireSize.js";

/**
 * Bounds of G(r, m)/r^m, the share of maps [m] → [r] that are onto. It lies between
 *
 *     1 − r·((r−1)/r)^m   and   1 − r·((r−1)/r)^m + C(r, 2)·((r−2)/r)^m,
 *
 * the first two of Bonferroni's inequalities for the values that a map misses. So the share tends to 1 at a
 * geometric rate; Lemma 4.6 of Şimşek et al. (2021) states the limit without a rate. For r ≤ 2 the upper
 * bound is the exact value.
 *
 * @throws RangeError unless r and m are positive safe integers.
 * @example shareOntoBounds(3, 3).lower // { numerator: 3n, denominator: 27n }
 */
export function shareOntoBounds(r: number, m: number): Bounds {
  requirePositive("r", r);
  requirePositive("m", m);
  const power = (base: number): bigint => BigInt(base) ** BigInt(m);
  return shareOntoBoundsFrom(r, power(r), power(r - 1), r === 1 ? 0n : power(r - 2));
}

/** The bounds of {@link shareOntoBounds}, computed from r^m, (r−1)^m and (r−2)^m. */
export function shareOntoBoundsFrom(r: number, maps: bigint, missing: bigint, missingTwo: bigint): Bounds {
  const lower = maps - BigInt(r) * missing;
  return speaking({
    lower: quotientOf(lower, maps),
    upper: quotientOf(lower + binomial(r, 2) * missingTwo, maps),
  });
}
