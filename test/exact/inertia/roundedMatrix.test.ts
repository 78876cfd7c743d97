import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rounded, roundedMatrix } from "../../../src/exact/inertia/roundedMatrix.js";
import { largestBits } from "../../../src/exact/vectors/integerMatrix.js";
import { randomSymmetric } from "./symmetricMatrices.js";
import { bigints } from "../matrices.js";

describe("rounded", () => {
  it("goes to the nearest integer, and up from the middle", () => {
    expect([-8n, -7n, -6n, -5n, -2n, -1n, 0n, 1n, 2n, 5n, 6n].map((value) => rounded(value, 2n))).toEqual(
      bigints("-2 -2 -1 -1 0 0 0 0 1 1 2"),
    );
    expect([rounded(-7n, 1n), rounded(7n, 1n)]).toEqual([-3n, 4n]);
  });

  it("is exact for 0 bits and fewer", () => {
    expect([-7n, 0n, 5n].map((value) => rounded(value, 0n))).toEqual([-7n, 0n, 5n]);
    expect([-7n, 0n, 5n].map((value) => rounded(value, -3n))).toEqual([-56n, 0n, 40n]);
  });
});

describe("roundedMatrix", () => {
  it("is by hand for small matrices", () => {
    expect(roundedMatrix([[100n, -7n]], 4)).toEqual({ matrix: [[13n, -1n]], shift: 3 });
    expect(roundedMatrix([[255n], [-128n]], 4)).toEqual({ matrix: [[16n], [-8n]], shift: 4 });
    expect(roundedMatrix([[5n, -1n]], 3)).toEqual({ matrix: [[5n, -1n]], shift: 0 });
    expect(roundedMatrix([[5n, -1n]], 5)).toEqual({ matrix: [[20n, -4n]], shift: -2 });
    expect(roundedMatrix([], 5)).toEqual({ matrix: [], shift: -5 });
  });

  it("is symmetric with the matrix, and off by half a unit at most", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (size, seed, bits) => {
          const source = randomSymmetric(size, seed);
          const { matrix, shift } = roundedMatrix(source, bits);
          expect(shift).toBe(largestBits(source) - bits);
          source.forEach((row, i) => {
            row.forEach((entry, j) => {
              const value = matrix[i]?.[j] ?? 0n;
              expect(matrix[j]?.[i]).toBe(value);
              if (shift <= 0) {
                expect(value).toBe(entry << BigInt(-shift));
                return;
              }
              const error = 2n * (entry - (value << BigInt(shift)));
              const unit = 1n << BigInt(shift);
              expect(error >= -unit && error <= unit).toBe(true);
            });
          });
        },
      ),
      { seed: 505, numRuns: 150 },
    );
  });
});
