import { Interval } from "../exact/intervals/interval.js";
import type { Rational } from "../exact/numbers/rational.js";
import type { Activation } from "../landscape/activations/activation.js";
import type { RealActivation } from "../landscape/activations/realActivation.js";

/**
 * A polynomial activation by enclosures, for points whose weights are doubles, where exact numbers would have
 * hundreds of digits.
 *
 * @throws RangeError for a quotient that isn't a polynomial.
 */
export function intervalPolynomial({ kind, numerator, name }: Activation): RealActivation {
  if (kind !== "polynomial") throw new RangeError(`${name} is not a polynomial`);
  const slope = derivative(numerator);
  const curvature = derivative(slope);
  return {
    name,
    value: (x) => horner(numerator, x),
    derivative: (x) => horner(slope, x),
    secondDerivative: (x) => horner(curvature, x),
  };
}

function derivative(coefficients: readonly Rational[]): Rational[] {
  return coefficients.slice(1).map((coefficient, index) => coefficient.mul(BigInt(index + 1)));
}

function horner(coefficients: readonly Rational[], x: Interval): Interval {
  return coefficients.reduceRight(
    (sum, coefficient) => sum.times(x).plus(Interval.enclosing(coefficient, x.precision)),
    Interval.of(0n, 0n, x.precision),
  );
}
