import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifiedRank } from "../../../src/exact/matrices/certifiedRank.js";
import { diagonalDominance } from "../../../src/exact/inertia/diagonalDominance.js";
import { FixedPointCongruence } from "../../../src/exact/inertia/fixedPointCongruence.js";
import { bitLength } from "../../../src/exact/numbers/integer.js";
import { valuesOnPairs } from "../../../src/exact/inertia/symmetricMatrix.js";
import { randomSymmetric } from "./symmetricMatrices.js";

/** The symmetric 2 × 2 matrix with these entries. */
const pair = (a: bigint, b: bigint, c: bigint) => [
  [a, b],
  [b, c],
];

describe("FixedPointCongruence", () => {
  it("takes the larger diagonal entry where one is half as large as the others", () => {
    expect(FixedPointCongruence.vectors(pair(1n, 2n, 1n), 2, 64, 2)).toEqual([
      [4n, 0n],
      [-8n, 4n],
    ]);
    expect(FixedPointCongruence.vectors(pair(4n, 2n, 2n), 2, 64, 2)).toEqual([
      [4n, 0n],
      [-4n, 8n],
    ]);
    expect(FixedPointCongruence.vectors(pair(1n, 3n, 100n), 2, 64, 4)).toEqual([
      [0n, 16n],
      [128n, -4n],
    ]);
  });

  it.each([
    [0n, 1n, 2n],
    [0n, -1n, 2n],
    [1n, 5n, 12n],
    [-2n, 5n, -14n],
    [-1n, -5n, -12n],
    [1n, -5n, 12n],
  ])("joins two vectors, with H = (%s, %s), to the larger value %s", (a, b, larger) => {
    const matrix = pair(a, b, a);
    const vectors = FixedPointCongruence.vectors(matrix, 2, 64, 2) ?? [];
    expect(vectors.flat().map((entry) => (entry < 0n ? -entry : entry))).toEqual([4n, 4n, 4n, 4n]);
    expect(valuesOnPairs(matrix, vectors)).toEqual([[16n * larger], [0n, 16n * (4n * a - larger)]]);
  });

  it("keeps track of vectors that change places", () => {
    const matrix = [
      [0n, 0n, 1n, 2n],
      [0n, 100n, 0n, 0n],
      [1n, 0n, 0n, 30n],
      [2n, 0n, 30n, 0n],
    ];
    // The last vector is 2^6 · (1, 0, −2/30, −1/30), rounded.
    expect(FixedPointCongruence.vectors(matrix, 4, 64, 2)).toEqual([
      [0n, 4n, 0n, 0n],
      [0n, 0n, 4n, 4n],
      [0n, 0n, -4n, 4n],
      [64n, 0n, -4n, -2n],
    ]);
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
