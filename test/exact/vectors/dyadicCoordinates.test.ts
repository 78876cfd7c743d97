import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dyadicCoordinates } from "../../../src/exact/vectors/dyadicCoordinates.js";
import { formatRational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";

const TOP = 2n ** 52n;

describe("dyadic coordinates", () => {
  it.each<[string[], bigint[], bigint]>([
    [[], [], 1n],
    [["0"], [0n], 1n],
    [["7", "-12", "0"], [7n, -12n, 0n], 1n],
    [["1/2", "-3/8"], [4n, -3n], 8n],
    [["-5", "3/4", "0"], [-20n, 3n, 0n], 4n],
    [["999999999999999"], [999999999999999n], 1n],
    [["-999999999999999/2"], [-999999999999999n], 2n],
    [[`1/${TOP}`], [1n], TOP],
    [[`1/${TOP}`, "1"], [1n, TOP], TOP],
    [[`1/${TOP}`, "-1/2"], [1n, -(TOP / 2n)], TOP],
    [["1000000000000000"], [10n ** 15n], 1n],
    [["-1000000000000001/2"], [-(10n ** 15n) - 1n], 2n],
    [["9007199254740993"], [2n ** 53n + 1n], 1n],
    [[`1/${2n * TOP}`, "3"], [1n, 6n * TOP], 2n * TOP],
    [[`1/${TOP}`, "2", "-2"], [1n, 2n * TOP, -2n * TOP], TOP],
    [["999999999999999", "1/1024"], [999999999999999n * 1024n, 1n], 1024n],
    [["1000000000000001", "1/4"], [4000000000000004n, 1n], 4n],
    [[`1/${2n ** 1074n}`, "0", "-1"], [1n, 0n, -(2n ** 1074n)], 2n ** 1074n],
    [[`-${"9".repeat(309)}`], [1n - 10n ** 309n], 1n],
  ])("%j", (texts, numerators, denominator) => {
    expect(dyadicCoordinates(texts)).toEqual({ numerators, denominator });
  });

  it.each([
    ["more digits than a double has", ["1".repeat(310)]],
    ["more digits below 0", [`-${"1".repeat(310)}/2`]],
    ["a denominator that no double has", [`1/${2n ** 1075n}`]],
    ["another denominator", ["1/3"]],
    ["a long numerator that is even", ["1000000000000000/2"]],
    ["a long numerator with a letter", ["1000000000000000x"]],
    ["a multiple of a power of two", ["1/12"]],
    ["terms that are not lowest", ["2/4"]],
    ["0 over something", ["0/2"]],
    ["denominator 1", ["3/1"]],
    ["denominator 0", ["1/0"]],
    ["a denominator with a leading zero", ["1/02"]],
    ["a leading zero", ["01"]],
    ["a negative leading zero", ["-01"]],
    ["two zeros", ["00"]],
    ["a leading zero above a denominator", ["01/2"]],
    ["minus zero", ["-0"]],
    ["nothing", [""]],
    ["a minus", ["-"]],
    ["a minus above a denominator", ["-/2"]],
    ["nothing above a denominator", ["/2"]],
    ["a plus", ["+1"]],
    ["a float", ["0.5"]],
    ["an exponent", ["1e3"]],
    ["the character before 0", ["1."]],
    ["the character after 9", ["1:"]],
    ["two minus signs", ["--1"]],
    ["a space", [" 1"]],
    ["two slashes", ["1/2/2"]],
    ["a second coordinate like that", ["1/2", "1/3"]],
    ["a first coordinate like that", ["x", "1/2"]],
  ])("leave out %s", (_, texts) => {
    expect(dyadicCoordinates(texts)).toBeUndefined();
  });

  it("are those that are read one by one", () => {
    const power = fc.integer({ min: 0, max: 70 }).map((exponent) => 1n << BigInt(exponent));
    const dyadic = fc
      .tuple(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }), power)
      .map(([numerator, denominator]) => formatRational(rational(numerator, denominator)));
    fc.assert(
      fc.property(fc.array(dyadic, { maxLength: 6 }), (texts) => {
        const coordinates = dyadicCoordinates(texts);
        const exact = RationalVector.fromRationals(texts.map(parseRational));
        expect(coordinates).toEqual({ numerators: exact.numerators, denominator: exact.denominator });
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});

describe("a vector read from texts", () => {
  it("is the same by either way, and so are its texts and its key", () => {
    const entry = fc.oneof(
      fc.constantFrom("0", "1", "-1/2", "3/4", "6/8", "0/4", "-0", "7/1", "1/3", "12345678901234567/2"),
      fc.integer().map(String),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (texts) => {
        const vector = RationalVector.fromStrings(texts);
        const exact = RationalVector.fromRationals(texts.map(parseRational));
        expect(vector).toEqual(exact);
        expect(vector.toStrings()).toEqual(texts.map((text) => formatRational(parseRational(text))));
        expect(vector.toStrings()).toEqual(exact.toStrings());
        expect(vector.key).toBe(exact.key);
        expect(RationalVector.parse(...texts)).toEqual(exact);
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});
