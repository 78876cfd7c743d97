import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { characteristicPolynomial } from "./characteristicPolynomial.js";
import { type IntegerMatrix, product } from "../../src/exact/vectors/integerMatrix.js";
import { primesBelow } from "../../src/exact/numbers/primes.js";
import { matrixOf, randomMatrix } from "../exact/matrices.js";

/** By traces (Faddeev and Le Verrier): M ← A·M + c·I, where c is −1/k times the trace of A·M. */
function byTraces(matrix: IntegerMatrix): bigint[] {
  const size = matrix.length;
  const coefficients = [1n];
  let power = matrix.map((row) => row.map(() => 0n));
  for (let k = 1; k <= size; k++) {
    const last = coefficients[0] ?? 0n;
    const shifted = power.map((row, i) => row.map((entry, j) => (i === j ? entry + last : entry)));
    power = product(matrix, shifted, size);
    const trace = power.reduce((sum, row, index) => sum + (row[index] ?? 0n), 0n);
    coefficients.unshift(-trace / BigInt(k));
  }
  return coefficients;
}

describe("characteristicPolynomial", () => {
  it("is by hand for small matrices", () => {
    expect(characteristicPolynomial([])).toEqual([1n]);
    expect(characteristicPolynomial([[0n]])).toEqual([0n, 1n]);
    expect(characteristicPolynomial([[-7n]])).toEqual([7n, 1n]);
    const matrix = matrixOf("1 2; 3 4");
    expect(characteristicPolynomial(matrix)).toEqual([-2n, -5n, 1n]);
    const zero = Array.from({ length: 3 }, () => [0n, 0n, 0n]);
    expect(characteristicPolynomial(zero)).toEqual([0n, 0n, 0n, 1n]);
  });

  it("is that of traces, for all sizes of entries", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.nat(), (size, seed) => {
        const matrix = randomMatrix(size, size, seed);
        expect(characteristicPolynomial(matrix)).toEqual(byTraces(matrix));
      }),
      { seed: 505, numRuns: 200 },
    );
  });

  it("finds pivots below zeros, and does without them", () => {
    const companion = matrixOf("0 0 0 5; 0 0 1 4; 0 1 0 3; 1 0 0 2");
    expect(characteristicPolynomial(companion)).toEqual(byTraces(companion));
    const blocks = matrixOf("2 1 0 0; 1 2 0 0; 0 0 0 1; 0 0 3 0");
    expect(characteristicPolynomial(blocks)).toEqual([-9n, 12n, 0n, -4n, 1n]);
  });

  it("is right where the first prime and multiples of it are 0", () => {
    const P = BigInt(primesBelow(67108864).next().value);
    expect(characteristicPolynomial([[P]])).toEqual([-P, 1n]);
    expect(characteristicPolynomial([[-(P * P) - 1n]])).toEqual([P * P + 1n, 1n]);
    const matrix = [
      [1n, P, 3n],
      [P, 2n, 5n],
      [2n * P, 7n, -1n],
    ];
    expect(characteristicPolynomial(matrix)).toEqual(byTraces(matrix));
  });

  it("reaches all the coefficients that the bound allows", () => {
    for (let bits = 1n; bits < 120n; bits++) {
      expect(characteristicPolynomial([[1n << bits]])).toEqual([-(1n << bits), 1n]);
      expect(characteristicPolynomial([[-(1n << bits)]])).toEqual([1n << bits, 1n]);
    }
  });

  it("refuses what isn't square", () => {
    expect(() => characteristicPolynomial([[1n, 2n]])).toThrow("row 0 has 2 entries, 1 column expected");
  });
});
