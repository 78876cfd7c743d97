import fc from "fast-check";
import { expect, it } from "vitest";
import { product, sum } from "../../../src/exact/numbers/fieldOperations.js";
import { type Rational, rational, rationalInLowestTerms } from "../../../src/exact/numbers/rational.js";

const fraction = fc
  .oneof(
    fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(1n, 9n)),
    fc.tuple(fc.bigInt(-(2n ** 300n), 2n ** 300n), fc.bigInt(1n, 2n ** 300n)),
  )
  .map(([numerator, denominator]) => rational(numerator, denominator));
const partsOf = ({ s, n, d }: Rational): bigint[] => [s, n, d];

it("sums and products are those of fraction.js, part by part", () => {
  fc.assert(
    fc.property(fraction, fraction, (left, right) => {
      expect(partsOf(sum(left, right))).toEqual(partsOf(left.add(right)));
      expect(partsOf(product(left, right))).toEqual(partsOf(left.mul(right)));
    }),
    { seed: 104 },
  );
});

it("a pair in lowest terms is the same rational, of either sign, and 0 is positive", () => {
  for (const [numerator, denominator] of [
    [-3n, 2n],
    [3n, 2n],
    [0n, 1n],
  ] as const) {
    const made = rationalInLowestTerms({ numerator, denominator });
    expect(partsOf(made)).toEqual(partsOf(rational(numerator, denominator)));
  }
});
