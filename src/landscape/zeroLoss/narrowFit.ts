import { gcd } from "../../exact/numbers/integer.js";
import { primitive } from "../../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Activation } from "../activations/activation.js";
import type { DataSet } from "../loss/data.js";

/** Coefficients over Z, constant term first, the last one not 0; none for the zero polynomial. */
type Polynomial = readonly bigint[];

/**
 * Whether it is certain that no network of width 1 or 0 fits data with d_in = d_out = 1 exactly. If x ↦ aσ(wx) did, w would be a zero
 * of y_0 P(x_k w) Q(x_0 w) − y_k P(x_0 w) Q(x_k w) for all k, with σ = P/Q: these polynomials in w would have a common
 * factor. So minimal networks, if there are any, have width r* ≥ 2.
 *
 * @returns false if they have a common factor, be its zeros real or not.
 * @throws RangeError if there are no data.
 * @example noUnitFits(dataSet(points, points.map(() => RationalVector.zero(1))), activation) === false // width 0 does
 */
export function noUnitFits({ inputs, targets }: DataSet, activation: Activation): boolean {
  const pairs = inputs.flatMap((input, index) =>
    targets.slice(index, index + 1).map((target) => ({ x: input.at(0), y: target.at(0) })),
  );
  const [first, ...others] = pairs;
  if (first === undefined) throw new RangeError("no data");
  const { numerator: P, denominator: Q } = activation;
  const common = others.reduce<Polynomial>(
    (divisor, { x, y }) =>
      greatestCommonDivisor(
        divisor,
        integral(
          minus(
            scaled(times(stretched(P, x), stretched(Q, first.x)), first.y),
            scaled(times(stretched(P, first.x), stretched(Q, x)), y),
          ),
        ),
      ),
    [],
  );
  return common.length === 1;
}

/** p(xw) as a polynomial in w. */
function stretched(p: readonly Rational[], x: Rational): Rational[] {
  let power = rational(1n);
  return p.map((coefficient) => {
    const entry = coefficient.mul(power);
    power = power.mul(x);
    return entry;
  });
}

function times(p: readonly Rational[], q: readonly Rational[]): Rational[] {
  return Array.from({ length: p.length + q.length - 1 }, (_, degree) =>
    p.reduce((sum, entry, index) => sum.add(entry.mul(q[degree - index] ?? 0n)), rational(0n)),
  );
}

function scaled(p: readonly Rational[], factor: Rational): Rational[] {
  return p.map((entry) => entry.mul(factor));
}

/** Of polynomials with as many coefficients. */
function minus(p: readonly Rational[], q: readonly Rational[]): Rational[] {
  return p.map((entry, index) => entry.sub(q[index] ?? 0n));
}

/** A multiple without fractions and without zeros at the end. */
function integral(p: readonly Rational[]): Polynomial {
  return trimmed(RationalVector.fromRationals(p).numerators);
}

function trimmed(p: Polynomial): Polynomial {
  const degree = p.findLastIndex((entry) => entry !== 0n);
  return primitive(p.slice(0, degree + 1));
}

/** Euclid's algorithm with remainders of multiples, over Q. */
function greatestCommonDivisor(p: Polynomial, q: Polynomial): Polynomial {
  let [divisor, rest] = [p, q];
  while (rest.length > 0) [divisor, rest] = [rest, remainder(divisor, rest)];
  return divisor;
}

function remainder(p: Polynomial, q: Polynomial): Polynomial {
  let rest = p;
  const lead = q.at(-1) ?? 1n;
  while (rest.length >= q.length) {
    const own = rest.at(-1) ?? 0n;
    const common = gcd(own, lead);
    const shift = rest.length - q.length;
    rest = trimmed(
      rest.map((entry, index) => entry * (lead / common) - (own / common) * (q[index - shift] ?? 0n)),
    );
  }
  return rest;
}
