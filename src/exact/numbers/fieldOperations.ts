import { type Rational, rational } from "./rational.js";

/*
 * Operations of fraction.js by the greatest common divisor of this room, for code that spends its time on
 * them: where numbers are long, they take half of the time or less.
 */

/**
 * The sum, as `left.add(right)`.
 *
 * @example formatRational(sum(rational(1n, 2n), rational(1n, 3n))) === "5/6"
 */
export function sum(left: Rational, right: Rational): Rational {
  return rational(left.s * left.n * right.d + right.s * right.n * left.d, left.d * right.d);
}

/**
 * The product, as `left.mul(right)`.
 *
 * @example formatRational(product(rational(2n, 3n), rational(3n, 4n))) === "1/2"
 */
export function product(left: Rational, right: Rational): Rational {
  return rational(left.s * right.s * left.n * right.n, left.d * right.d);
}
