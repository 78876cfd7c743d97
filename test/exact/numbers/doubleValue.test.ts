import fc from "fast-check";
import { expect, it } from "vitest";
import { doubleValue } from "../../../src/exact/numbers/doubleValue.js";
import { InputError } from "../../../src/exact/inputError.js";
import { formatRational } from "../../../src/exact/numbers/rational.js";

it.each([
  [0, "0"],
  [-0, "0"],
  [1, "1"],
  [-0.75, "-3/4"],
  [0.1, "3602879701896397/36028797018963968"],
  [2 ** 53, "9007199254740992"],
  [Number.MAX_VALUE, ((2n ** 53n - 1n) * 2n ** 971n).toString()],
  [Number.MIN_VALUE, `1/${2n ** 1074n}`],
  [-(2 ** -1022), `-1/${2n ** 1022n}`],
  [2 ** -1022 - 2 ** -1074, `${2n ** 52n - 1n}/${2n ** 1074n}`],
])("%s is %s", (double, text) => {
  expect(formatRational(doubleValue(double))).toBe(text);
});

it("has no rounding: the scaled double is the integer that its rational says", () => {
  fc.assert(
    fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (double) => {
      const value = doubleValue(double);
      // Dividing by powers of two is exact as long as nothing underflows, and so is BigInt of an integral
      // double.
      let [scaled, factor] = [double, 1n];
      while (!Number.isInteger(scaled)) [scaled, factor] = [scaled * 2, factor * 2n];
      expect(value.mul(factor).s * value.mul(factor).n).toBe(BigInt(scaled));
      expect(value.mul(factor).d).toBe(1n);
    }),
    { seed: 21, numRuns: 1000 },
  );
});

it.each([Infinity, -Infinity, NaN])("refuses %s", (double) => {
  expect(() => doubleValue(double)).toThrow(InputError);
  expect(() => doubleValue(double)).toThrow("is not a real number; give a finite double");
});
