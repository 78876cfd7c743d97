import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { determinant } from "../../../src/exact/matrices/determinant.js";
import { primesBelow } from "../../../src/exact/numbers/primes.js";
import { primeBound } from "../../../src/exact/modular/residueKernel.js";
import { diagonal, matrixOf, randomMatrix } from "../matrices.js";
import { determinantFractionFree } from "../../oracles/fractionFree.js";

describe("determinant", () => {
  it("is by hand for small sizes", () => {
    expect(determinant([])).toBe(1n);
    expect(determinant([[0n]])).toBe(0n);
    expect(determinant([[-7n]])).toBe(-7n);
    expect(determinant([[10n ** 50n]])).toBe(10n ** 50n);
    expect(determinant(matrixOf("0 1; 1 0"))).toBe(-1n);
    expect(determinant(matrixOf("1 2; 2 4"))).toBe(0n);
  });

  it("agrees with elimination without fractions", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), fc.nat(), (size, seed) => {
        const matrix = randomMatrix(size, size, seed);
        expect(determinant(matrix)).toBe(determinantFractionFree(matrix));
      }),
      { seed: 501, numRuns: 150 },
    );
  });

  it("isn't taken in by the primes it uses", () => {
    for (const size of [2, 14]) {
      const primes = primesBelow(primeBound(size));
      const [P, Q] = [BigInt(primes.next().value), BigInt(primes.next().value)];
      const ones = Array.from({ length: size - 2 }, () => 3n);
      expect(determinant(diagonal(P, -Q, ...ones))).toBe(-P * Q * 3n ** BigInt(size - 2));
      expect(determinant(diagonal(Q, Q * Q, ...ones))).toBe(Q ** 3n * 3n ** BigInt(size - 2));
    }
  });

  it("reaches Hadamard's bound", () => {
    let hadamard = [[1n]];
    for (let size = 1; size <= 16; size *= 2) {
      expect(determinant(hadamard)).toBe(determinantFractionFree(hadamard));
      expect(determinant(hadamard) ** 2n).toBe(BigInt(size) ** BigInt(size));
      const old = hadamard;
      hadamard = [
        ...old.map((row) => [...row, ...row]),
        ...old.map((row) => [...row, ...row.map((x) => -x)]),
      ];
    }
    expect(determinant(diagonal(-(2n ** 100n), 2n ** 100n))).toBe(-(2n ** 200n));
  });

  it("refuses other shapes", () => {
    expect(() => determinant([[1n, 2n]])).toThrow(new RangeError("row 0 has 2 entries, 1 column expected"));
  });
});
