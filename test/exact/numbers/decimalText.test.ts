import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalValue } from "../../../src/exact/numbers/decimalText.js";
import { doubleValue } from "../../../src/exact/numbers/doubleValue.js";
import { MAX_DIGITS, formatRational, rational } from "../../../src/exact/numbers/rational.js";

function valueOf(text: string): string | undefined {
  const value = decimalValue(text);
  return value === undefined ? undefined : formatRational(rational(value.numerator, value.denominator));
}

describe("the value of a decimal", () => {
  it.each([
    ["0.5", "1/2"],
    ["-0.25", "-1/4"],
    ["1e-3", "1/1000"],
    ["-2.50E+4", "-25000"],
    ["12.", "12"],
    ["7", "7"],
    ["-0.0", "0"],
    ["0.1", "1/10"],
    ["0e99999999", "0"],
    ["1e00000000000002", "100"],
    ["0x1.8p-1", "3/4"],
    ["-0X1.8P1", "-3"],
    ["0xap+2", "40"],
    ["0x1.fffffffffffffp1023", String(2n ** 1024n - 2n ** 971n)],
    ["0x0.1p0", "1/16"],
  ])("%s is %s", (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each([
    "",
    ".",
    "-",
    "e3",
    ".5",
    "+1",
    "1e",
    "1e+",
    "0x1",
    "0x1.8",
    "0x.8p1",
    "0x1p",
    "1/2",
    "1 ",
    "١",
    "1_0",
  ])("%j is none", (text) => {
    expect(decimalValue(text)).toBeUndefined();
  });

  it("of the digits that JavaScript prints for a double is nearest to that double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        expect(Number(valueOf(String(double).replace("+", "")) === "0") === 1).toBe(double === 0);
        // The value by another way: digits and a power of ten apart.
        const [digits = "", power = "0"] = double.toExponential().split("e");
        const [whole = "", fraction = ""] = digits.split(".");
        const exponent = Number(power) - fraction.length;
        const scale = 10n ** BigInt(Math.abs(exponent));
        const integer = BigInt(`${whole}${fraction}`);
        const expected = exponent < 0 ? rational(integer, scale) : rational(integer * scale);
        expect(valueOf(String(double))).toBe(formatRational(expected));
      }),
    );
  });

  it("of the hexadecimal digits of a double is the double", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }),
        fc.integer({ min: -1000, max: 900 }),
        (digits, power) => {
          const double = Number(digits) * 2 ** power;
          expect(valueOf(`0x${digits.toString(16)}p${power}`)).toBe(formatRational(doubleValue(double)));
        },
      ),
    );
  });

  it("has a cap", () => {
    expect(valueOf(`1e-${MAX_DIGITS}`)).toBe(`1/1${"0".repeat(MAX_DIGITS)}`);
    for (const text of [`1e${MAX_DIGITS + 1}`, "1e-99999999", "1e999999999999", "0x1p123456789"])
      expect(() => decimalValue(text)).toThrow(
        "passes the cap of 10000 digits; write a number of fewer digits",
      );
    expect(decimalValue(`0.${"0".repeat(2 * MAX_DIGITS)}`)).toBeUndefined();
  });
});
