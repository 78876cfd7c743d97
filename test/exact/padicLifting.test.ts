import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DigitReading } from "../../src/exact/digitReading.js";
import { determinantFractionFree, solveFractionFree } from "../../src/exact/fractionFree.js";
import { type IntegerMatrix, timesVector } from "../../src/exact/integerMatrix.js";
import { LimbMatrix } from "../../src/exact/limbMatrix.js";
import { PadicLifting } from "../../src/exact/padicLifting.js";
import { RationalVector } from "../../src/exact/rationalVector.js";
import { randomMatrix } from "./matrices.js";

const PRIME = 16776191;
const lifting = (matrix: IntegerMatrix) => {
  const all = matrix.map((_, index) => index);
  return PadicLifting.on(matrix, LimbMatrix.of(matrix, matrix.length), {
    prime: PRIME,
    rows: all,
    columns: all,
  });
};
/** A system that the prime doesn't divide, and a right-hand side of its own size. */
const system = fc
  .tuple(fc.integer({ min: 0, max: 7 }), fc.nat(), fc.nat())
  .map(([size, seed, other]) => ({
    matrix: randomMatrix(size, size, seed),
    right: randomMatrix(1, size, other)[0] ?? [],
  }))
  .filter(({ matrix }) => determinantFractionFree(matrix) % BigInt(PRIME) !== 0n);

describe("PadicLifting", () => {
  it("gives digits of the solution", () => {
    fc.assert(
      fc.property(system, ({ matrix, right }) => {
        let [sum, power] = [right.map(() => 0n), 1n];
        let count = 0;
        for (const digit of lifting(matrix).digits(right)) {
          for (const value of digit) expect(Math.abs(value)).toBeLessThanOrEqual(PRIME / 2 + 8);
          sum = sum.map((value, index) => value + power * BigInt(digit[index] ?? 0));
          power *= BigInt(PRIME);
          const image = timesVector(matrix, sum);
          expect(image.map((value, index) => (value - (right[index] ?? 0n)) % power)).toEqual(
            right.map(() => 0n),
          );
          if (++count === 12) break;
        }
      }),
      { seed: 1101 },
    );
  });

  it("ends with the solution as its last candidate", () => {
    fc.assert(
      fc.property(system, ({ matrix, right }) => {
        const last = [...lifting(matrix).candidates(right)].at(-1);
        const found = last && RationalVector.of(last.numerators, last.denominator);
        expect(found).toEqual(solveFractionFree(matrix, right, matrix.length));
      }),
      { seed: 1102 },
    );
  });

  it("gives divisors of the determinant, and mostly all of the solution's denominator", () => {
    let whole = 0;
    let all = 0;
    fc.assert(
      fc.property(system, ({ matrix, right }) => {
        const divisor = lifting(matrix).denominatorDivisor(right);
        const denominator = solveFractionFree(matrix, right, matrix.length)?.denominator ?? 0n;
        expect(denominator % divisor).toBe(0n);
        all++;
        if (divisor === denominator) whole++;
      }),
      { seed: 1103 },
    );
    expect(2 * whole).toBeGreaterThan(all);
  });

  it("refuses a minor that the prime divides", () => {
    expect(() => lifting([[BigInt(PRIME)]])).toThrow(new RangeError(`the minor is 0 modulo ${PRIME}`));
  });
});

describe("DigitReading", () => {
  const digitsOf = (numerator: bigint, count: number) =>
    Array.from({ length: count }, (_, k) =>
      Float64Array.of(Number((numerator / BigInt(PRIME) ** BigInt(k)) % BigInt(PRIME))),
    );

  it("is complete once the digits outweigh the size", () => {
    const size = { numerator: 40, denominator: 20 };
    expect(DigitReading.bitsFor(size, 1)).toBe(91);
    expect(
      [1, 2, 3, 4].map((count) => new DigitReading(digitsOf(5n, count), BigInt(PRIME), size).complete),
    ).toEqual([false, false, false, true]);
  });

  it("believes short fractions and no others", () => {
    const size = { numerator: 500, denominator: 500 };
    expect(new DigitReading(digitsOf(7n, 4), BigInt(PRIME), size).testDenominator()).toBe(1n);
    // Digits without a pattern are the start of no short fraction.
    const random = digitsOf(BigInt(PRIME) ** 4n / 7n + 12345678901234567890n, 4);
    expect(new DigitReading(random, BigInt(PRIME), size).testDenominator()).toBeUndefined();
  });
});
