import { InputError } from "../../exact/inputError.js";
import { Interval } from "../../exact/intervals/interval.js";
import { decimalAbove, decimalBelow } from "../../exact/numbers/decimal.js";
import type { Quotient } from "../../exact/numbers/quotient.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { Activation } from "./activation.js";
import type { RealActivation } from "./realActivation.js";

type Polynomial = readonly Rational[];

/**
 * Enclosures for σ = P/Q over Q: σ' = R/Q² with R = P'Q − PQ', and σ'' = (R'Q − 2RQ')/Q³. Powers are enclosed
 * one by one, which keeps even ones from going below 0. All three throw an InputError where Q may be 0.
 *
 * @example enclosedQuotient(parseActivation("poly:0,0,1")).derivative(Interval.of(1n, 2n, 0)) // [2, 4]
 */
export function enclosedQuotient({ name, numerator, denominator }: Activation): RealActivation {
  const [upper, lower] = [numerator, denominator];
  const slope = difference(product(derivative(upper), lower), product(upper, derivative(lower)));
  const turning = product(product([rational(2n)], slope), derivative(lower));
  const bend = difference(product(derivative(slope), lower), turning);
  const divided = (x: Interval, above: Polynomial, power: number): Interval => {
    const below = image(lower, x);
    if (below.sign !== undefined && below.sign !== 0) return image(above, x).dividedBy(below.power(power));
    throw new InputError(
      `the activation ${name} may have no value between ` +
        `${decimalBelow(quotient(x.lowerEnd), 4)} and ${decimalAbove(quotient(x.upperEnd), 4)}`,
      "take a smaller box of inputs, or an activation whose denominator isn't 0 there",
    );
  };
  return {
    name,
    value: (x) => divided(x, upper, 1),
    derivative: (x) => divided(x, slope, 2),
    secondDerivative: (x) => divided(x, bend, 3),
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
