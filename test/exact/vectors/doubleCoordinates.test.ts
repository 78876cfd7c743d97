import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleCoordinates } from "../../../src/exact/vectors/doubleCoordinates.js";
import { doubleValue } from "../../../src/exact/numbers/doubleValue.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("the coordinates of doubles", () => {
  it.each<[number[], bigint[], bigint]>([
    [[], [], 1n],
    [[0, -0], [0n, 0n], 1n],
    [[3, -12], [3n, -12n], 1n],
    [[0.5, -0.375], [4n, -3n], 8n],
    [[2 ** 53 + 2, 0.25], [4n * (2n ** 53n + 2n), 1n], 4n],
    [[2 ** -1074, 1], [1n, 2n ** 1074n], 2n ** 1074n],
    [[3 * 2 ** -1074], [3n], 2n ** 1074n],
    [[2 ** -1022], [1n], 2n ** 1022n],
    [[2 ** 1023, 2 ** -1], [2n ** 1024n, 1n], 2n],
    [[Number.MAX_VALUE], [2n ** 1024n - 2n ** 971n], 1n],
    [[2 ** -1023, 2], [1n, 2n ** 1024n], 2n ** 1023n],
  ])("%j", (doubles, numerators, denominator) => {
    expect(doubleCoordinates(doubles)).toEqual({ numerators, denominator });
  });

  it("are the values of the doubles one by one, over the least denominator", () => {
    const list = fc.array(fc.oneof(finite, fc.float({ noNaN: true, noDefaultInfinity: true })));
    fc.assert(
      fc.property(list, (doubles) => {
        const slow = RationalVector.fromRationals(doubles.map((double) => doubleValue(double)));
        expect(RationalVector.fromDoubles(doubles)).toEqual(slow);
        expect(RationalVector.fromDoubles(Float64Array.from(doubles)).toStrings()).toEqual(slow.toStrings());
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [[1, Number.NaN], "entry 2 is NaN, no real number; give finite numbers"],
    [[-Infinity], "entry 1 is -Infinity, no real number; give finite numbers"],
  ])("refuses %j", (doubles, message) => {
    expect(() => doubleCoordinates(doubles)).toThrow(message);
  });
});
