import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";

/**
 * The coefficients of a polynomial with values in Q^n, constant term first, by its values at ±1, ±2, …
 * (Newton's divided differences). No value at 0 is asked for.
 *
 * @param degree what the degree is at most.
 * @throws RangeError if one more value shows that the degree is larger.
 * @example polynomialThrough(2, (x) => RationalVector.fromRationals([x.mul(x)]))[2]?.key === "1"
 */
export function polynomialThrough(
  degree: number,
  valueAt: (x: Rational) => RationalVector,
): RationalVector[] {
  const nodes = Array.from({ length: degree + 2 }, (_, k) => {
    const size = BigInt(k >> 1) + 1n;
    return rational(k % 2 === 0 ? size : -size);
  });
  let differences = nodes.map(valueAt);
  const leading: RationalVector[] = [];
  for (let order = 1; order <= nodes.length; order += 1) {
    leading.push(entry(differences, 0));
    differences = differences.slice(1).map((value, k) => {
      const width = entry(nodes, k + order).sub(entry(nodes, k));
      return value.minus(entry(differences, k)).times(rational(1n).div(width));
    });
  }
  if (!entry(leading, degree + 1).isZero()) throw new RangeError(`a polynomial of degree above ${degree}`);
  // Horner's scheme in Newton's form, from the last node to the first.
  return leading.slice(0, -1).reduceRight<RationalVector[]>((above, difference, order) => {
    const node = entry(nodes, order);
    const lower = above.map((value) => value.times(node.neg()));
    return [difference, ...above].map((value, power) => {
      const below = lower[power];
      return below === undefined ? value : value.plus(below);
    });
  }, []);
}
