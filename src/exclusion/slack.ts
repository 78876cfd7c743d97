/**
 * What roundings may change. Doubles are IEEE 754, of which +, −, × and ÷ are rounded correctly; of √ it is
 * only taken that its relative error is below 2^−40.
 *
 * Sums over the half grid are of 840 products of η, |η| < 2, of τ, |τ| ≤ ½, of slopes τ'x_α, τ' ≤ ¼, and of
 * curves τ''x_αx_β, |τ''| < 0.1, as Σ|x_αx_β| ≤ 7360 and Σ|x_α| ≤ 2200; curves are multiplied with η and τ
 * alone. So the sizes of the products add up to less than 1500. As η and τ are within 2^−50, τ' is within
 * 2^−49 and τ'' within 2^−48; these errors change a sum by less than 6·10^−11, and the at most 425 roundings
 * of each of its terms by less than 425·2^−53·1500 < 8·10^−11. So each is within 2^−32; added to a constant
 * below 2^10 it still is within 2^−31.
 */
export const SUM_ERROR = 2 ** -31;

/** No sum of products of τ and slopes is larger, nor one of τ and curves. */
export const LARGEST_SUM = 2 ** 10;

/**
 * Above a bound that was computed from numbers ≥ 0 by fewer than 2^20 roundings, without subtractions but for
 * those of table values. Subtracting from such a bound one that was rounded up before is harmless where the
 * result is a lower bound: it only becomes smaller.
 */
export function above(bound: number): number {
  return bound * (1 + 2 ** -30) + 2 ** -30;
}
