import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { MAX_DENOMINATOR_BITS } from "../../../src/exact/vectors/commonDenominator.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";

describe("the sum of many vectors", () => {
  it("is what adding one after the other gives", () => {
    const vectors = [
      RationalVector.parse("1/2", "3"),
      RationalVector.parse("1/3", "-3"),
      RationalVector.parse("1/6", "1/4"),
    ];
    const oneByOne = vectors.reduce((sum, vector) => sum.plus(vector));
    expect(RationalVector.sum(2, vectors)).toEqual(oneByOne);
    expect(RationalVector.sum(2, vectors).toStrings()).toEqual(["1", "1/4"]);
  });

  it("of none is zero, of one that one", () => {
    expect(RationalVector.sum(3, [])).toEqual(RationalVector.zero(3));
    expect(RationalVector.sum(1, [RationalVector.parse("-2/3")]).toStrings()).toEqual(["-2/3"]);
  });

  it("refuses another dimension", () => {
    expect(() => RationalVector.sum(2, [RationalVector.parse("1")])).toThrow(
      new RangeError("vectors of dimensions 2 and 1"),
    );
  });
});

describe("a common denominator", () => {
  const problem =
    "weights whose common denominator passes 65536 bits; " +
    "write them with fewer different denominators, such as powers of two or ten";
  const largest = (1n << MAX_DENOMINATOR_BITS) - 1n;

  it("may have 65536 bits", () => {
    expect(RationalVector.fromLowestTerms([{ numerator: 1n, denominator: largest }]).denominator).toBe(
      largest,
    );
  });

  it("of one bit more is refused, in a vector as in a sum", () => {
    const over = { numerator: 1n, denominator: 1n << MAX_DENOMINATOR_BITS };
    expect(() => RationalVector.fromLowestTerms([over])).toThrow(InputError);
    const parts = [largest, 2n].map((denominator) => RationalVector.of([1n], denominator));
    expect(() => RationalVector.sum(1, parts)).toThrow(problem);
  });

  it("is no matter of how many vectors share it", () => {
    const same = Array.from({ length: 1000 }, () => RationalVector.of([1n], largest));
    expect((RationalVector.sum(1, same).denominator * 1000n) % largest).toBe(0n);
  });
});
