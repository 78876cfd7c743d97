import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { powerIsBelow } from "../../../src/exact/numbers/powerComparison.js";
import { type Quotient, quotientOf } from "../../../src/exact/numbers/quotient.js";

/** The same with the powers written out. */
function writtenOut(value: Quotient, power: number, bound: Quotient): boolean {
  const exponent = BigInt(power);
  return value.numerator ** exponent * bound.denominator < bound.numerator * value.denominator ** exponent;
}

const long = fc.bigInt({ min: 1n, max: 10n ** 60n });

describe("a power compared with a bound", () => {
  test("is as if it were written out, for ratios near 1", () => {
    fc.assert(
      fc.property(
        long,
        fc.bigInt({ min: -(10n ** 3n), max: 10n ** 3n }),
        fc.integer({ min: 1, max: 300 }),
        fc.bigInt({ min: 1n, max: 1000n }),
        fc.bigInt({ min: 1n, max: 1000n }),
        (size, off, power, numerator, denominator) => {
          const value = quotientOf(size * 1000n + size * off, size * 1000n + 1n);
          const bound = quotientOf(numerator, denominator);
          expect(powerIsBelow(value, power, bound)).toBe(writtenOut(value, power, bound));
        },
      ),
    );
  });

  test("is exact where the bound is the power, or the next number to it", () => {
    fc.assert(
      fc.property(long, long, fc.integer({ min: 1, max: 60 }), (numerator, denominator, power) => {
        const exponent = BigInt(power);
        const [above, below] = [numerator ** exponent, denominator ** exponent];
        const value = quotientOf(numerator, denominator);
        expect(powerIsBelow(value, power, quotientOf(above, below))).toBe(false);
        expect(powerIsBelow(value, power, quotientOf(above + 1n, below))).toBe(true);
        if (above > 1n) expect(powerIsBelow(value, power, quotientOf(above - 1n, below))).toBe(false);
      }),
    );
  });

  test("of a billion layers is decided by the first bits", () => {
    const value = quotientOf(10n ** 30n - 1n, 10n ** 30n);
    expect(powerIsBelow(value, 1_000_000_000, quotientOf(1n))).toBe(true);
    expect(powerIsBelow(value, 1_000_000_000, quotientOf(1n, 2n))).toBe(false);
    expect(powerIsBelow(quotientOf(1n, 2n), 1_000_000_000, quotientOf(1n, 10n ** 300n))).toBe(true);
    expect(powerIsBelow(quotientOf(3n, 2n), 1_000_000_000, quotientOf(10n ** 300n))).toBe(false);
  });

  test("of 0 is below every bound", () => {
    expect(powerIsBelow(quotientOf(0n), 3, quotientOf(1n, 10n ** 99n))).toBe(true);
  });

  test.each<[Quotient, number, Quotient]>([
    [quotientOf(-1n), 1, quotientOf(1n)],
    [quotientOf(1n), 0, quotientOf(1n)],
    [quotientOf(1n), 1.5, quotientOf(1n)],
    [quotientOf(1n), 1, quotientOf(0n)],
  ])("is refused outside of its range", (value, power, bound) => {
    expect(() => powerIsBelow(value, power, bound)).toThrow(RangeError);
  });
});
