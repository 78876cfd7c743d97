/** Unit roundoff of float32 rounded to nearest. */
export const NEAREST = 2 ** -24;

/**
 * Unit roundoff of float32 where the direction of rounding is not said: WGSL asks of +, − and × a float32
 * neighbour of the exact result, and either one will do.
 */
export const EITHER_NEIGHBOUR = 2 ** -23;

/**
 * The smallest normal float32. What is smaller may be kept or become 0, so every result may be off by so
 * much.
 */
export const SMALLEST = 2 ** -126;

/** The largest float32. */
export const LARGEST = (2 - 2 ** -23) * 2 ** 127;

/**
 * By how much every bound is enlarged for being computed in doubles, whose roundoff is 2^−53. A bound is a
 * sum of products of numbers ≥ 0, so that its own relative error is some (2n + 2)·2^−53 for n terms. Where a
 * magnitude t is subtracted, in (1 + γ_n)·s − t with s ≥ t, the result is at least n·2^−24·s: the error of
 * the doubles is then at most (2n + 2)·2^−53/(n·2^−24) ≤ 2^−27 of it.
 */
export const SLACK = 1 + 2 ** -20;

/**
 * γ_n = nu/(1 − nu): n roundings, each by a factor 1 + δ with |δ| ≤ u, come to a factor 1 + θ with |θ| ≤ γ_n.
 * For a sum of n products in any order, fused or not, that is n factors a term (Higham, Accuracy and
 * Stability of Numerical Algorithms, §3.1).
 *
 * @param n number of roundings, ≥ 0.
 * @param u unit roundoff.
 * @throws RangeError if n·u ≥ 1/2, where the bound says too little to be of use.
 * @example gamma(1, 2 ** -24) > 2 ** -24
 */
export function gamma(n: number, u: number): number {
  if (n * u >= 0.5) throw new RangeError(`${n} roundings of size ${u}`);
  return (n * u) / (1 - n * u);
}
