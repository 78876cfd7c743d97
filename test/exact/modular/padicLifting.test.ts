import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IntegerMatrix, timesVector } from "../../../src/exact/vectors/integerMatrix.js";
import { LimbMatrix } from "../../../src/exact/modular/limbMatrix.js";
import { PadicLifting } from "../../../src/exact/modular/padicLifting.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { diagonal, randomMatrix } from "../matrices.js";
import { determinantFractionFree, solveFractionFree } from "../../oracles/fractionFree.js";

const PRIME = 16776191;
const lifting = (matrix: IntegerMatrix) => {
  const indices = matrix.map((_, index) => index);
  return PadicLifting.on(matrix, LimbMatrix.of(matrix, matrix.length), {
    prime: PRIME,
    rows: indices,
    columns: indices,
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
        const solution = last && RationalVector.of(last.numerators, last.denominator);
        expect(solution).toEqual(solveFractionFree(matrix, right, matrix.length));
      }),
      { seed: 1102 },
    );
  });

  it("gives divisors of the determinant, and mostly all of the solution's denominator", () => {
    let [complete, cases] = [0, 0];
    fc.assert(
      fc.property(system, ({ matrix, right }) => {
        const divisor = lifting(matrix).denominatorDivisor(right);
        const denominator = solveFractionFree(matrix, right, matrix.length)?.denominator ?? 0n;
        expect(denominator % divisor).toBe(0n);
        cases++;
        if (divisor === denominator) complete++;
      }),
      { seed: 1103 },
    );
    expect(2 * complete).toBeGreaterThan(cases);
  });

  it("goes on where the test combination hides a denominator", () => {
    // The weights of two coordinates are 1 and 9: the combination is 1, whatever the denominator.
    const long = 10n ** 90n + 1n;
    const matrix = diagonal(long, long);
    const candidates = [...lifting(matrix).candidates([long - 9n, 1n])];
    expect(candidates.at(-1)).toEqual({ numerators: [long - 9n, 1n], denominator: long });
    expect(candidates.every(({ denominator }) => denominator === long)).toBe(true);
  });

  it("tries at 1, 2, 3, 4, 6, 8, 11, … digits, up to those that prove the solution", () => {
    const matrix = [[10n ** 100n + 1n]];
    // Numerator and denominator of up to 333 bits take 333 + 333 + 5 + 26; 29 digits have 695.
    const tries = [1, 2, 3, 4, 6, 8, 11, 14, 18, 23, 29, 37];
    const candidates = [...lifting(matrix).candidates([10n ** 100n + 1n])];
    expect(candidates).toEqual(tries.map(() => ({ numerators: [1n], denominator: 1n })));
  });

  it("gives no divisor that only the first digits show", () => {
    // Five digits are those of 1/3, but 3 doesn't divide the determinant.
    const power = BigInt(PRIME) ** 5n;
    const long = 10n ** 120n + 1n;
    const right = (((long * (power + 1n)) / 3n) % power) + power;
    const start = [...lifting([[long]]).candidates([right])][0];
    expect(start).toEqual({ numerators: [1n], denominator: 3n });
    expect(long % lifting([[long]]).denominatorDivisor([right])).toBe(0n);
  });

  it("refuses a minor that the prime divides", () => {
    expect(() => lifting([[BigInt(PRIME)]])).toThrow(new RangeError(`the minor is 0 modulo ${PRIME}`));
  });
});
