import fc from "fast-check";
import { entry } from "../../src/exact/entry.js";
import { permutations } from "../../src/combinatorics/partitions/permutations.js";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import { rationals } from "./network.js";

/** c·Π_{unit, coordinate} x^e, by the exponents of every unit. */
export interface Monomial {
  readonly coefficient: Rational;
  readonly exponents: readonly (readonly number[])[];
}

/** A symmetric polynomial: all permutations of some monomials, summed; and a point, by units. */
export interface SymmetricLoss {
  readonly loss: readonly Monomial[];
  readonly point: readonly (readonly Rational[])[];
}

const ZERO = rational(0n);

/** Symmetric polynomials of three or four units of `coordinates` coordinates. */
export function symmetricLosses(coordinates: number): fc.Arbitrary<SymmetricLoss> {
  const listOf = <Item>(item: fc.Arbitrary<Item>, length: number): fc.Arbitrary<Item[]> =>
    fc.array(item, { minLength: length, maxLength: length });
  return fc.integer({ min: 3, max: 4 }).chain((m) => {
    const exponents = listOf(listOf(fc.nat(3), coordinates), m);
    const monomials = fc.array(fc.record({ coefficient: rationals, exponents }), {
      minLength: 1,
      maxLength: 3,
    });
    const loss = monomials.map((given) =>
      given.flatMap(({ coefficient, exponents: units }): Monomial[] =>
        [...permutations(m)].map((order) => ({
          coefficient,
          exponents: order.map((source) => entry(units, source)),
        })),
      ),
    );
    return fc.record({ loss, point: listOf(listOf(rationals, coordinates), m) });
  });
}

/** The exponent of one coordinate of one unit: 0 for units and coordinates past the last that are written. */
export function exponentOf({ exponents }: Monomial, unit: number, coordinate: number): number {
  if (unit >= exponents.length) return 0;
  const own = entry(exponents, unit);
  return coordinate < own.length ? entry(own, coordinate) : 0;
}

/** The monomials of ∂L/∂x for one coordinate of one unit. */
export function derivative(loss: readonly Monomial[], unit: number, coordinate: number): Monomial[] {
  return loss.flatMap((monomial) => {
    const exponent = exponentOf(monomial, unit, coordinate);
    if (exponent === 0) return [];
    const exponents = monomial.exponents.map((own, i) =>
      own.map((value, c) => (i === unit && c === coordinate ? value - 1 : value)),
    );
    return [{ coefficient: monomial.coefficient.mul(BigInt(exponent)), exponents }];
  });
}

/** The polynomial at a point. */
export function valueOf(loss: readonly Monomial[], point: SymmetricLoss["point"]): Rational {
  return loss.reduce((sum, monomial) => {
    const factors = point.flatMap((unit, i) =>
      unit.map((x, coordinate) => x.pow(BigInt(exponentOf(monomial, i, coordinate)))),
    );
    return sum.add(factors.reduce((value, factor) => value.mul(factor), monomial.coefficient));
  }, ZERO);
}
