import { entry, lastEntry } from "../../exact/entry.js";
import { gcd } from "../../exact/numbers/integer.js";
import { coefficient } from "../../exact/vectors/coefficient.js";
import { primitive } from "../../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Activation } from "../activations/activation.js";
import { timesPowers } from "../activations/taylorSeries.js";
import type { DataSet } from "../loss/data.js";

/** Coefficients over Z, constant term first, the last one not 0; none for the zero polynomial. */
type Polynomial = readonly bigint[];

/**
 * Whether it is certain that no network of width 1 or 0 fits data with d_in = d_out = 1 exactly. If x ↦
 * aσ(wx) did, with σ = P/Q, then w would be a zero of y_0 P(x_k w) Q(x_0 w) − y_k P(x_0 w) Q(x_k w) for all
 * k. So these polynomials in w would have a common factor. If it is certain, minimal networks have r* ≥ 2.
 *
 * @returns false if there is a common factor, even without real zeros.
 * @throws RangeError if there are no data.
 * @example noUnitFits(dataSet(inputs, zeros), activation) === false // width 0 fits
 */
export function noUnitFits({ inputs, targets }: DataSet, activation: Activation): boolean {
  const pairs = inputs.map((input, index) => ({ x: input.at(0), y: entry(targets, index).at(0) }));
  const [first, ...others] = pairs;
  if (first === undefined) throw new RangeError("no data");
  const { numerator: P, denominator: Q } = activation;
  const common = others.reduce<Polynomial>(
    (divisor, { x, y }) =>
      greatestCommonDivisor(
        divisor,
        integral(
          minus(
            scaled(times(timesPowers(P, x), timesPowers(Q, first.x)), first.y),
            scaled(times(timesPowers(P, first.x), timesPowers(Q, x)), y),
          ),
        ),
      ),
    [],
  );
  return common.length === 1;
}

const zero = rational(0n);

function times(p: readonly Rational[], q: readonly Rational[]): Rational[] {
  return Array.from({ length: p.length + q.length - 1 }, (_, degree) =>
    p.reduce((sum, value, index) => sum.add(value.mul(coefficient(q, degree - index, zero))), zero),
  );
}

function scaled(p: readonly Rational[], factor: Rational): Rational[] {
  return p.map((value) => value.mul(factor));
}

/** The difference of two polynomials with equally many coefficients. */
function minus(p: readonly Rational[], q: readonly Rational[]): Rational[] {
  return p.map((value, index) => value.sub(entry(q, index)));
}

/** A multiple without fractions and without zeros at the end. */
function integral(p: readonly Rational[]): Polynomial {
  return trimmed(RationalVector.fromRationals(p).numerators);
}

function trimmed(p: Polynomial): Polynomial {
  const degree = p.findLastIndex((value) => value !== 0n);
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
  const divisorLead = lastEntry(q);
  while (rest.length >= q.length) {
    const lead = lastEntry(rest);
    const common = gcd(lead, divisorLead);
    const shift = rest.length - q.length;
    const [scale, factor] = [divisorLead / common, lead / common];
    rest = trimmed(rest.map((value, index) => value * scale - factor * coefficient(q, index - shift, 0n)));
  }
  return rest;
}
