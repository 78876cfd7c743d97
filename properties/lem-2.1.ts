import fc from "fast-check";
import { permutations } from "../src/combinatorics/permutations.js";
import { type Rational, rational } from "../src/exact/rational.js";
import { rationals } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** c·x_1^{e_1}·…·x_m^{e_m}. */
interface Monomial {
  readonly coefficient: Rational;
  readonly exponents: readonly number[];
}

/** A symmetric polynomial of three or four units of one coordinate: all permutations of some monomials, summed. */
const symmetricLoss = fc.integer({ min: 3, max: 4 }).chain((m) =>
  fc.record({
    loss: fc
      .array(
        fc.record({
          coefficient: rationals,
          exponents: fc.array(fc.nat(3), { minLength: m, maxLength: m }),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((monomials): readonly Monomial[] =>
        monomials.flatMap(({ coefficient, exponents }) =>
          [...permutations(m)].map((order) => ({
            coefficient,
            exponents: order.map((source) => exponents[source] ?? 0),
          })),
        ),
      ),
    point: fc.array(rationals, { minLength: m, maxLength: m }),
  }),
);

/** ∂L/∂x_unit at a point. */
function derivative(loss: readonly Monomial[], unit: number, point: readonly Rational[]): Rational {
  return loss.reduce((sum, { coefficient, exponents }) => {
    const exponent = BigInt(exponents[unit] ?? 0);
    if (exponent === 0n) return sum;
    const factors = point.map((x, index) =>
      x.pow(BigInt(exponents[index] ?? 0) - (index === unit ? 1n : 0n)),
    );
    return sum.add(factors.reduce((value, factor) => value.mul(factor), coefficient.mul(exponent)));
  }, rational(0n));
}

export const properties: readonly Property[] = [
  property(
    "lem-2.1/tangent",
    "for symmetric polynomial losses the gradient on H_ij is tangent to it: ∂_i L = ∂_j L where ϑ_i = ϑ_j",
    symmetricLoss,
    ({ loss, point }) => {
      const onSubspace = [point[1] ?? rational(0n), ...point.slice(1)];
      return derivative(loss, 0, onSubspace).equals(derivative(loss, 1, onSubspace));
    },
  ),
];
