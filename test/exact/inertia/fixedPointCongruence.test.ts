import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifiedRank } from "../../../src/exact/matrices/certifiedRank.js";
import { diagonalDominance } from "../../../src/exact/inertia/diagonalDominance.js";
import { FixedPointCongruence } from "../../../src/exact/inertia/fixedPointCongruence.js";
import { bitLength } from "../../../src/exact/numbers/integer.js";
import { valuesOnPairs } from "../../../src/exact/inertia/symmetricMatrix.js";
import { matrixOf, pair } from "../matrices.js";
import { randomSymmetric } from "./symmetricMatrices.js";

describe("FixedPointCongruence", () => {
  it("takes the larger diagonal entry where one is half as large as the others", () => {
    expect(FixedPointCongruence.vectors(pair(1n, 2n, 1n), 2, 64, 2)).toEqual(matrixOf("4 0; -8 4"));
    expect(FixedPointCongruence.vectors(pair(4n, 2n, 2n), 2, 64, 2)).toEqual(matrixOf("4 0; -4 8"));
    expect(FixedPointCongruence.vectors(pair(1n, 3n, 100n), 2, 64, 4)).toEqual(matrixOf("0 16; 128 -4"));
  });

  it.each(matrixOf("0 1 2; 0 -1 2; 1 5 12; -2 5 -14; -1 -5 -12; 1 -5 12"))(
    "joins two vectors, with H = (%s, %s), to the larger value %s",
    (a, b, larger) => {
      const matrix = pair(a, b, a);
      const vectors = FixedPointCongruence.vectors(matrix, 2, 64, 2) ?? [];
      expect(vectors.flat().map((entry) => (entry < 0n ? -entry : entry))).toEqual([4n, 4n, 4n, 4n]);
      expect(valuesOnPairs(matrix, vectors)).toEqual([[16n * larger], [0n, 16n * (4n * a - larger)]]);
    },
  );

  it("keeps track of vectors that change places", () => {
    const matrix = matrixOf("0 0 1 2; 0 100 0 0; 1 0 0 30; 2 0 30 0");
    // The last vector is 2^6 · (1, 0, −2/30, −1/30), rounded.
    expect(FixedPointCongruence.vectors(matrix, 4, 64, 2)).toEqual(
      matrixOf("0 4 0 0; 0 0 4 4; 0 0 -4 4; 64 0 -4 -2"),
    );
  });

  it("says when the precision is too low for a pivot", () => {
    const vectors = (precision: number) => FixedPointCongruence.vectors([[5n]], 1, precision, 2);
    expect(vectors(17)).toBeUndefined();
    expect(vectors(18)).toEqual([[4n]]);
    const nearlySingular = pair(1n << 60n, 1n << 60n, (1n << 60n) + 1n);
    expect(FixedPointCongruence.vectors(nearlySingular, 2, 64, 4)).toBeUndefined();
    expect(FixedPointCongruence.vectors(nearlySingular, 2, 128, 4)).toEqual([
      [0n, 16n],
      [16n << 30n, -(16n << 30n)],
    ]);
    expect(FixedPointCongruence.vectors(pair(0n, 0n, 0n), 1, 64, 2)).toBeUndefined();
    expect(FixedPointCongruence.vectors(pair(0n, 0n, 0n), 0, 64, 2)).toEqual([]);
    expect(FixedPointCongruence.vectors([], 0, 64, 2)).toEqual([]);
  });

  it("makes the form nearly diagonal, with values of nearly one size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), (size, seed) => {
        const matrix = randomSymmetric(size, seed);
        const { rank } = certifiedRank(matrix, size);
        const vectors = FixedPointCongruence.vectors(matrix, rank, 1024, 30) ?? [];
        expect(vectors.length).toBe(rank);
        const values = valuesOnPairs(matrix, vectors);
        expect(
          diagonalDominance(values.map((row, i) => row.map((entry, j) => (i === j ? entry : entry << 12n)))),
        ).not.toHaveProperty("weakRow");
        const bits = values.map((row) => bitLength(row.at(-1) ?? 0n));
        expect(Math.max(0, ...bits) - Math.min(...bits)).toBeLessThanOrEqual(2);
      }),
      { seed: 404, numRuns: 150 },
    );
  });
});
