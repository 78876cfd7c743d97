import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";

/** A sum of weights of a row: Σ coefficient · x_place, over few places. */
export interface Functional {
  readonly places: readonly number[];
  readonly coefficients: readonly Rational[];
  /** Σ coefficient². */
  readonly square: Rational;
}

/** @example functional([0, 2], [rational(1n), rational(-1n)]).square.equals(2n) */
export function functional(places: readonly number[], coefficients: readonly Rational[]): Functional {
  // Most are single weights.
  const [first] = coefficients;
  if (first?.equals(1n) === true && coefficients.length === 1) return { places, coefficients, square: first };
  const square = coefficients.reduce((sum, value) => sum.add(value.mul(value)), rational(0n));
  return { places, coefficients, square };
}

/** Its value at a row. */
export function valueAt({ places, coefficients }: Functional, row: RationalVector): Rational {
  if (places.length === 1 && entry(coefficients, 0).equals(1n)) return row.at(entry(places, 0));
  let sum = rational(0n);
  places.forEach((place, index) => {
    const numerator = entry(row.numerators, place);
    if (numerator !== 0n) sum = sum.add(entry(coefficients, index).mul(numerator));
  });
  return sum.div(row.denominator);
}

/** A functional less multiples of others. */
export function less(
  from: Functional,
  others: readonly Functional[],
  multiples: readonly Rational[],
): Functional {
  const sums = new Map(from.places.map((place, index) => [place, entry(from.coefficients, index)]));
  others.forEach(({ places, coefficients }, index) => {
    const multiple = entry(multiples, index);
    if (multiple.equals(0n)) return;
    places.forEach((place, at) => {
      const before = sums.get(place);
      const change = entry(coefficients, at).mul(multiple);
      sums.set(place, before === undefined ? change.neg() : before.sub(change));
    });
  });
  const kept = [...sums].filter(([, value]) => !value.equals(0n));
  return functional(
    kept.map(([place]) => place),
    kept.map(([, value]) => value),
  );
}
