import { entry } from "../entry.js";

/**
 * The coefficient of x^power in a polynomial: 0 for negative powers and past the degree. With it, sums and
 * products of polynomials need no padding, and nowhere else does a missing entry count as 0.
 *
 * @param polynomial its coefficients, constant term first.
 * @param zero the 0 of the numbers that the coefficients belong to.
 * @throws RangeError unless the power is an integer.
 * @example coefficient([1n, 5n], 2, 0n) === 0n
 */
export function coefficient<Value>(polynomial: readonly Value[], power: number, zero: Value): Value {
  return power < 0 || power >= polynomial.length ? zero : entry(polynomial, power);
}
