import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { formatRational, rational } from "../../../src/exact/numbers/rational.js";
import { MAX_DENOMINATOR_BITS } from "../../../src/exact/numbers/integer.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";

const vector = (...coordinates: string[]) => RationalVector.parse(...coordinates);
const texts = (value: RationalVector) => value.toRationals().map(formatRational);
const fields = ({ numerators, denominator }: RationalVector) => `${numerators.join(" ")} / ${denominator}`;

describe("RationalVector.of", () => {
  it.each([
    [[2n, 4n], 6n, "1 2 / 3"],
    [[2n, 4n], -6n, "-1 -2 / 3"],
    [[1n, 2n], -1n, "-1 -2 / 1"],
    [[0n, 0n], 6n, "0 0 / 1"],
    [[0n], -6n, "0 / 1"],
    [[], 6n, " / 1"],
    [[], -6n, " / 1"],
    [[3n, 5n], 7n, "3 5 / 7"],
    [[3n, 5n], -7n, "-3 -5 / 7"],
    [[6n, 10n], 15n, "6 10 / 15"],
    [[6n, 9n], 1n, "6 9 / 1"],
  ])("brings %s / %s to lowest terms", (numerators, denominator, expected) => {
    expect(fields(RationalVector.of(numerators, denominator))).toBe(expected);
  });

  it("has denominator 1 when left out, and never 0", () => {
    expect(fields(RationalVector.of([2n]))).toBe("2 / 1");
    expect(() => RationalVector.of([1n], 0n)).toThrow(new RangeError("a vector has denominator 0"));
  });
});

describe("building a vector", () => {
  it("puts coordinates over their least common denominator", () => {
    expect(fields(vector("1/2", "-1/3", "4"))).toBe("3 -2 24 / 6");
    expect(fields(vector("1/6", "1/3"))).toBe("1 2 / 6");
    expect(fields(vector())).toBe(" / 1");
    expect(fields(RationalVector.fromRationals([rational(-3n, 4n), rational(0n)]))).toBe("-3 0 / 4");
  });

  it("keeps the texts where they are in lowest terms, and else writes new ones", () => {
    const dyadic = ["1/2", "-3"];
    expect(RationalVector.fromStrings(dyadic).toStrings()).toBe(dyadic);
    expect(RationalVector.fromStrings(["1/3", "2/6"]).toStrings()).toEqual(["1/3", "1/3"]);
  });

  it("makes zero vectors", () => {
    expect(fields(RationalVector.zero(2))).toBe("0 0 / 1");
    expect(RationalVector.zero(0).dimension).toBe(0);
    expect(vector("0", "0").isZero()).toBe(true);
    expect(vector("0", "1/9").isZero()).toBe(false);
    expect(vector().isZero()).toBe(true);
  });
});

describe("reading a vector", () => {
  it("gives coordinates as rationals", () => {
    expect(formatRational(vector("1/2", "-1/3").at(1))).toBe("-1/3");
    expect(texts(vector("2/4", "0", "-5"))).toEqual(["1/2", "0", "-5"]);
    expect(vector("1", "2").dimension).toBe(2);
  });

  it.each([-1, 2, 1 / 2])("has no coordinate %s in dimension 2", (index) => {
    expect(() => vector("1", "2").at(index)).toThrow(new RangeError(`no coordinate ${index} in dimension 2`));
  });
});

describe("equality", () => {
  it("is that of keys, and sees coordinates, denominator and dimension", () => {
    const different = ["1 2", "1/2 1", "2 1", "1", "12"].map((text) => vector(...text.split(" ")));
    different.push(vector());
    different.forEach((left, i) => {
      different.forEach((right, j) => {
        expect(left.equals(right)).toBe(i === j);
        expect(left.key === right.key).toBe(i === j);
      });
    });
    expect(RationalVector.of([2n, 4n], 4n).equals(vector("1/2", "1"))).toBe(true);
    expect(vector("1").equals(vector("1", "0"))).toBe(false);
    expect(vector("1", "0").equals(vector("1"))).toBe(false);
  });

  it("gives the same key again", () => {
    const value = vector("1/3");
    expect([value.key, value.key]).toEqual(["1/3", "1/3"]);
  });
});

describe("arithmetic", () => {
  it("adds, subtracts, scales and negates", () => {
    expect(texts(vector("1/2", "1/3").plus(vector("1/6", "-1/3")))).toEqual(["2/3", "0"]);
    expect(texts(vector("1/2", "1/3").minus(vector("1/6", "-1/3")))).toEqual(["1/3", "2/3"]);
    expect(texts(vector("1/2", "-3").times(rational(-2n, 3n)))).toEqual(["-1/3", "2"]);
    expect(fields(vector("1/2", "-3").times(rational(0n)))).toBe("0 0 / 1");
    expect(texts(vector("1/2", "-3").negated())).toEqual(["-1/2", "3"]);
    expect(formatRational(vector("1/2", "1/3").dot(vector("4", "-1/2")))).toBe("11/6");
    expect(formatRational(vector().dot(vector()))).toBe("0");
  });

  it("refuses vectors of different dimensions", () => {
    const error = new RangeError("vectors of dimensions 1 and 2");
    for (const operation of ["plus", "minus", "dot"] as const)
      expect(() => vector("1")[operation](vector("1", "2"))).toThrow(error);
  });

  it("does in each coordinate what fractions do", () => {
    const fraction = fc
      .tuple(fc.bigInt(-60n, 60n), fc.bigInt(1n, 60n))
      .map(([numerator, denominator]) => rational(numerator, denominator));
    const pair = fc.integer({ min: 0, max: 4 }).chain((dimension) => {
      const one = fc.array(fraction, { minLength: dimension, maxLength: dimension });
      return fc.tuple(one, one);
    });
    fc.assert(
      fc.property(pair, fraction, ([left, right], factor) => {
        const [a, b] = [RationalVector.fromRationals(left), RationalVector.fromRationals(right)];
        const expected = left.map((value, index) =>
          formatRational(value.add(right[index] ?? 0n).mul(factor)),
        );
        expect(texts(a.plus(b).times(factor))).toEqual(expected);
        expect(a.plus(b).minus(b).key).toBe(a.key);
        const product = left.reduce(
          (sum, value, index) => sum.add(value.mul(right[index] ?? 0n)),
          rational(0n),
        );
        expect(formatRational(a.dot(b))).toBe(formatRational(product));
      }),
      { seed: 104 },
    );
  });
});

describe("the columns of a matrix", () => {
  it("are in lowest terms, whatever denominators the rows have", () => {
    const columns = RationalVector.transposed([vector("1/2", "3"), vector("1/3", "-6")], 2);
    expect(columns.map(fields)).toEqual(["3 2 / 6", "3 -6 / 1"]);
  });

  it("are empty for no rows, and as many as asked for", () => {
    expect(RationalVector.transposed([], 3).map(({ dimension }) => dimension)).toEqual([0, 0, 0]);
    expect(RationalVector.transposed([vector("1")], 0)).toEqual([]);
  });

  it("give back the rows when transposed again", () => {
    const rows = [vector("1/2", "3", "0"), vector("-1/3", "5/7", "4")];
    expect(RationalVector.transposed(RationalVector.transposed(rows, 3), 2)).toEqual(
      rows.map((row) => RationalVector.of(row.numerators, row.denominator)),
    );
  });
});

describe("the sum of many vectors", () => {
  it("is what adding one after the other gives", () => {
    const vectors = [vector("1/2", "3"), vector("1/3", "-3"), vector("1/6", "1/4")];
    const oneByOne = vectors.reduce((sum, term) => sum.plus(term));
    expect(RationalVector.sum(2, vectors)).toEqual(oneByOne);
    expect(RationalVector.sum(2, vectors).toStrings()).toEqual(["1", "1/4"]);
  });

  it("of none is zero, of one that one", () => {
    expect(RationalVector.sum(3, [])).toEqual(RationalVector.zero(3));
    expect(RationalVector.sum(1, [vector("-2/3")]).toStrings()).toEqual(["-2/3"]);
  });

  it("refuses another dimension", () => {
    expect(() => RationalVector.sum(2, [vector("1")])).toThrow(
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

  it("may be shared by any number of vectors", () => {
    const same = Array.from({ length: 1000 }, () => RationalVector.of([1n], largest));
    expect((RationalVector.sum(1, same).denominator * 1000n) % largest).toBe(0n);
  });
});
