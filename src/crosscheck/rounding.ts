/** Unit roundoff of float32 rounded to nearest. */
export const NEAREST = 2 ** -24;

/** Unit roundoff of float32 rounded to either neighbour of the exact result. WGSL allows it for +, −, ×. */
export const EITHER_NEIGHBOUR = 2 ** -23;

/** The smallest normal float32. Smaller results may become 0, so every result may be off by this much. */
export const SMALLEST = 2 ** -126;

/** The largest float32. */
export const LARGEST = (2 - 2 ** -23) * 2 ** 127;

/**
 * The factor that enlarges every bound, as bounds are computed in doubles of roundoff 2^−53. A bound is a sum
 * of products of numbers ≥ 0, so its relative error is about (2n + 2)·2^−53 for n terms. Where a magnitude t
 * is subtracted, in (1 + γ_n)·s − t with s ≥ t, the result is at least n·2^−24·s. So its relative error in
 * doubles is at most (2n + 2)·2^−53/(n·2^−24) ≤ 2^−27.
 */
export const SLACK = 1 + 2 ** -20;

/**
 * γ_n = nu/(1 − nu). The product of n factors 1 + δ with |δ| ≤ u is 1 + θ with |θ| ≤ γ_n. In a sum of n
 * products, in any order, fused or not, each term has n such factors (Higham, Accuracy and Stability of
 * Numerical Algorithms, §3.1).
 *
 * @param n number of roundings, ≥ 0.
 * @param u unit roundoff.
 * @throws RangeError if n·u ≥ 1/2, where the bound would be useless.
 * @example gamma(1, 2 ** -24) > 2 ** -24
 */
export function gamma(n: number, u: number): number {
  if (n * u >= 0.5) throw new RangeError(`${n} roundings of size ${u}`);
  return (n * u) / (1 - n * u);
}
