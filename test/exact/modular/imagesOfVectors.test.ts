import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imagesOfVectors } from "../../../src/exact/modular/imagesOfVectors.js";
import { product, transpose } from "../../../src/exact/vectors/integerMatrix.js";
import { randomMatrix } from "../matrices.js";

describe("imagesOfVectors", () => {
  it("is by hand for small shapes", () => {
    expect(imagesOfVectors([[1n, 2n]], 2, [])).toEqual([]);
    expect(imagesOfVectors([], 2, [[1n, 2n]])).toEqual([[]]);
    expect(imagesOfVectors([[], []], 0, [[]])).toEqual([[0n, 0n]]);
    const matrix = [
      [1n, -2n],
      [3n, 0n],
      [1n << 60n, 5n],
    ];
    expect(imagesOfVectors(matrix, 2, [[-3n, 4n]])).toEqual([[-11n, -9n, 20n - (3n << 60n)]]);
  });

  it("is the product, for all sizes of entries", () => {
    const side = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(side, side, side, fc.nat(), (rows, columns, count, seed) => {
        const matrix = randomMatrix(rows, columns, seed);
        const vectors = randomMatrix(count, columns, seed + 1);
        const expected = product(vectors, transpose(matrix, columns), rows);
        expect(imagesOfVectors(matrix, columns, vectors)).toEqual(expected);
      }),
      { seed: 707, numRuns: 200 },
    );
  });

  it("is exact where sums reach 2^53, and beyond", () => {
    const half = 1n << 23n;
    const entries = [half, -half, half - 1n, 2n ** 71n - 1n, -(2n ** 72n) - 1n];
    const matrix = entries.map((entry) => [entry, entry, -entry]);
    for (const size of [2n ** 29n - 1n, 2n ** 29n, 2n ** 29n + 1n, 2n ** 60n + 1n]) {
      const expected = entries.map((entry) => 2n * size * entry);
      expect(
        imagesOfVectors(matrix, 3, [
          [size, size, 0n],
          [0n, size, -size],
        ]),
      ).toEqual([expected, expected]);
      const odd = entries.map((entry) => (2n * size - 1n) * entry);
      expect(imagesOfVectors(matrix, 3, [[size, size - 1n, 0n]])).toEqual([odd]);
    }
  });

  it("refuses other lengths", () => {
    expect(() => imagesOfVectors([[1n]], 1, [[1n, 2n]])).toThrow("row 0 has 2 entries, 1 column expected");
    expect(() => imagesOfVectors([[1n, 2n]], 1, [[1n]])).toThrow("row 0 has 2 entries, 1 column expected");
  });
});
