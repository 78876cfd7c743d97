import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalAbove, decimalBelow, decimalInterval } from "../../../src/exact/numbers/decimal.js";
import { type Quotient, quotientOf } from "../../../src/exact/numbers/quotient.js";

/** The value of a decimal, by a reader that shares nothing with the writer. */
function read(text: string): Quotient {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)([0-9]+)(?:\.([0-9]+))?(?:e(-?[0-9]+))?$/.exec(text) ?? [];
  const shift = Number(exponent) - fraction.length;
  const mantissa = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return shift >= 0
    ? quotientOf(mantissa * 10n ** BigInt(shift))
    : quotientOf(mantissa, 10n ** BigInt(-shift));
}

/** left − right. */
function minus(left: Quotient, right: Quotient): Quotient {
  return quotientOf(
    left.numerator * right.denominator - right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

describe("a decimal interval", () => {
  test.each<[bigint, bigint, string]>([
    [181n, 360n, "[0.5027, 0.5028]"],
    [2n, 3n, "[0.6666, 0.6667]"],
    [1n, 2n, "0.5"],
    [0n, 7n, "0"],
    [123n, 1n, "123"],
    [1000n, 1n, "1000"],
    [885001n, 10000n, "[88.50, 88.51]"],
    // Carries, to the next digit and to the next power.
    [19999n, 100000n, "[0.1999, 0.2000]"],
    [99996n, 10000n, "[9.999, 10.00]"],
    [99999n, 100000n, "[0.9999, 1.000]"],
    [9999999n, 1n, "[9999000, 1.000e7]"],
    [99999n, 10n ** 9n, "[9.999e-5, 0.0001000]"],
    // Tiny and huge.
    [1n, 10n ** 50n, "1e-50"],
    [1n, 3n * 10n ** 50n, "[3.333e-51, 3.334e-51]"],
    [10n ** 45n + 1n, 1n, "[1.000e45, 1.001e45]"],
    [3n * 10n ** 49n, 7n, "[4.285e48, 4.286e48]"],
    [1n, 3000n, "[0.0003333, 0.0003334]"],
    [1234567n, 1n, "[1234000, 1235000]"],
    [10n ** 7n, 1n, "1e7"],
    // Down is away from 0 for a negative number.
    [-2n, 3n, "[-0.6667, -0.6666]"],
    [-99996n, 10000n, "[-10.00, -9.999]"],
    [-1n, 4n, "-0.25"],
  ])("of %d/%d is %s", (numerator, denominator, text) => {
    expect(decimalInterval(quotientOf(numerator, denominator), 4)).toBe(text);
  });

  test("has as many digits as are asked for", () => {
    expect(decimalInterval(quotientOf(2n, 3n), 1)).toBe("[0.6, 0.7]");
    expect(decimalInterval(quotientOf(99n, 100n), 1)).toBe("[0.9, 1]");
    expect(decimalInterval(quotientOf(123456789n), 9)).toBe("123456789");
    expect(decimalInterval(quotientOf(1n, 7n), 12)).toBe("[0.142857142857, 0.142857142858]");
  });

  test.each([0, -1, 1.5])("of %d digits there is none", (digits) => {
    expect(() => decimalBelow(quotientOf(1n), digits)).toThrow(RangeError);
  });

  const values = fc
    .tuple(
      fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
      fc.bigInt({ min: 1n, max: 10n ** 40n }),
      fc.integer({ min: -60, max: 60 }),
    )
    .map(([numerator, denominator, shift]) =>
      shift >= 0
        ? quotientOf(numerator * 10n ** BigInt(shift), denominator)
        : quotientOf(numerator, denominator * 10n ** BigInt(-shift)),
    );

  test("contains the value, and is at most a unit of the last place wide", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 12 }), (value, digits) => {
        const [below, above] = [read(decimalBelow(value, digits)), read(decimalAbove(value, digits))];
        expect(minus(value, below).numerator).toBeGreaterThanOrEqual(0n);
        expect(minus(above, value).numerator).toBeGreaterThanOrEqual(0n);
        // A unit is at most |value|·10^(1−digits).
        const width = minus(above, below);
        const size = value.numerator < 0n ? -value.numerator : value.numerator;
        expect(width.numerator * value.denominator * 10n ** BigInt(digits - 1)).toBeLessThanOrEqual(
          size * width.denominator,
        );
      }),
      { numRuns: 500 },
    );
  });

  test("of what it wrote itself is that alone", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 12 }), (value, digits) => {
        const below = read(decimalBelow(value, digits));
        expect(decimalInterval(below, digits)).not.toContain("[");
        expect(minus(read(decimalInterval(below, digits)), below).numerator).toBe(0n);
      }),
      { numRuns: 300 },
    );
  });
});
