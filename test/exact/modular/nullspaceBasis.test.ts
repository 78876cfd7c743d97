import { describe, expect, it } from "vitest";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { LimbMatrix } from "../../../src/exact/modular/limbMatrix.js";
import { liftedNullspace, shortNullspace } from "../../../src/exact/modular/nullspaceBasis.js";
import { PivotBlock } from "../../../src/exact/modular/pivotBlock.js";
import { matrixOf, pair } from "../matrices.js";

const PRIME = 16776191;
const P = BigInt(PRIME);
const block = (matrix: IntegerMatrix, columns: number) =>
  PivotBlock.modulo(LimbMatrix.of(matrix, columns), PRIME);

describe("short vectors of a nullspace", () => {
  it.each<[IntegerMatrix, number, number[], IntegerMatrix]>([
    [[], 2, [0, 1], matrixOf("1 0; 0 1")],
    [[[5n]], 1, [], []],
    [[[1n, 1n, -1n]], 3, [1, 2], matrixOf("-1 1 0; 1 0 1")],
    [[[0n, 6n, 4n]], 3, [0, 2], matrixOf("1 0 0; 0 -2 3")],
    [matrixOf("2 0 1; 0 3 1"), 3, [2], [[-3n, -2n, 6n]]],
    [matrixOf("1 0 2 3; 0 1 4 5"), 4, [2, 3], matrixOf("-2 -4 1 0; -3 -5 0 1")],
    // The same vector, of entries that take several limbs.
    [
      [
        [2n << 90n, 0n, 1n << 90n],
        [0n, 3n << 50n, 1n << 50n],
      ],
      3,
      [2],
      [[-3n, -2n, 6n]],
    ],
  ])("%# are by hand", (matrix, columns, free, vectors) => {
    expect(shortNullspace(block(matrix, columns))).toEqual({ free, vectors });
    expect(liftedNullspace(matrix, block(matrix, columns))).toEqual({ free, vectors });
  });

  it("have no common factor, even where the residues lead to one", () => {
    // The factor that the first entry needs is 2, and the second one's as well.
    expect(shortNullspace(block(matrixOf("2 0 1; 0 2 1"), 3))).toEqual({
      free: [2],
      vectors: [[-1n, -1n, 2n]],
    });
  });

  it("are none if one prime doesn't show them", () => {
    expect(shortNullspace(block([[1n, 2896n]], 2))?.vectors).toEqual([[-2896n, 1n]]);
    expect(shortNullspace(block([[1n, 2897n]], 2))).toBeUndefined();
    expect(shortNullspace(block([[3001n, 3011n]], 2))).toBeUndefined();
  });

  it("are none if what holds modulo the prime doesn't hold", () => {
    const matrix = pair(1n, 1n, 1n + P);
    expect(shortNullspace(block(matrix, 2))).toBeUndefined();
    expect(liftedNullspace(matrix, block(matrix, 2))).toBeUndefined();
  });

  it("aren't looked for in more than 2^18 columns", () => {
    expect(shortNullspace(block([], 262145))).toBeUndefined();
  });
});
