import { InputError } from "../../exact/inputError.js";
import { Interval } from "../../exact/intervals/interval.js";
import { decimalAbove, decimalBelow } from "../../exact/numbers/decimal.js";
import type { Quotient } from "../../exact/numbers/quotient.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { Activation } from "../../landscape/activations/activation.js";
import type { BoundedActivation } from "./boundedActivation.js";

type Polynomial = readonly Rational[];

/**
 * Enclosures for σ = P/Q over Q. Powers are enclosed one by one, which keeps even ones from going below 0.
 * The value and the slope throw an InputError where Q may be 0.
 *
 * @example quotientBounds(parseActivation("poly:0,0,1")).slope(Interval.of(1n, 2n, 0)) // [2, 4]
 */
export function quotientBounds({ name, numerator, denominator }: Activation): BoundedActivation {
  const [upper, lower] = [numerator, denominator];
  const slopeNumerator = difference(product(derivative(upper), lower), product(upper, derivative(lower)));
  const divided = (x: Interval, above: Interval, below: Interval): Interval => {
    if (below.sign !== undefined && below.sign !== 0) return above.dividedBy(below);
    throw new InputError(
      `the activation ${name} may have no value between ` +
        `${decimalBelow(quotient(x.lowerEnd), 4)} and ${decimalAbove(quotient(x.upperEnd), 4)}`,
      "take a smaller box of inputs, or an activation whose denominator isn't 0 there",
    );
  };
  return {
    name,
    value: (x) => divided(x, image(upper, x), image(lower, x)),
    slope: (x) => divided(x, image(slopeNumerator, x), image(lower, x).power(2)),
  };
}

function quotient(value: Rational): Quotient {
  return { numerator: value.s * value.n, denominator: value.d };
}

function image(polynomial: Polynomial, x: Interval): Interval {
  return Interval.sum(
    polynomial.map((coefficient, power) =>
      Interval.enclosing(coefficient, x.precision).times(x.power(power)),
    ),
    x.precision,
  );
}

function derivative(polynomial: Polynomial): Polynomial {
  return polynomial.slice(1).map((coefficient, index) => coefficient.mul(BigInt(index + 1)));
}

function product(left: Polynomial, right: Polynomial): Polynomial {
  return left.reduce<Polynomial>(
    (sum, factor, shift) => added(sum, [...zeros(shift), ...right.map((value) => value.mul(factor))]),
    [],
  );
}

function difference(left: Polynomial, right: Polynomial): Polynomial {
  return added(
    left,
    right.map((value) => value.neg()),
  );
}

function added(left: Polynomial, right: Polynomial): Polynomial {
  const [longer, shorter] = left.length >= right.length ? [left, right] : [right, left];
  return longer.map((value, index) => {
    const other = shorter[index];
    return other === undefined ? value : value.add(other);
  });
}

function zeros(count: number): Polynomial {
  return new Array<Rational>(count).fill(rational(0n));
}
