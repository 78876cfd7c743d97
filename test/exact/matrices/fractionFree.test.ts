import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nullspaceFractionFree } from "../../../src/exact/matrices/fractionFree.js";
import { timesVector } from "../../../src/exact/vectors/integerMatrix.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { matrixOf, permutationDeterminant, randomMatrix } from "../matrices.js";
import { determinantFractionFree, rankFractionFree, solveFractionFree } from "../../oracles/fractionFree.js";

describe("determinantFractionFree", () => {
  it.each([
    [[], 1n],
    [[[0n]], 0n],
    [[[-7n]], -7n],
    [matrixOf("0 1; 1 0"), -1n],
    [matrixOf("0 1 0; 0 0 1; 1 0 0"), 1n],
    [matrixOf("1 2; 2 4"), 0n],
  ])("%# is by hand", (matrix, expected) => {
    expect(determinantFractionFree(matrix)).toBe(expected);
  });

  it("is the sum over all permutations", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.nat(), (size, seed) => {
        const matrix = randomMatrix(size, size, seed);
        expect(determinantFractionFree(matrix)).toBe(permutationDeterminant(matrix));
      }),
      { seed: 201 },
    );
  });

  it("refuses other shapes", () => {
    expect(() => determinantFractionFree([[1n, 2n]])).toThrow("row 0 has 2 entries, 1 column expected");
  });
});

describe("rankFractionFree", () => {
  it.each([
    [[], 3, 0],
    [[[], []], 0, 0],
    [[[0n, 0n]], 2, 0],
    [[[0n, 0n, 5n]], 3, 1],
    [[[1n], [2n]], 1, 1],
    [matrixOf("0 1 2; 0 2 4; 0 0 1"), 3, 2],
  ])("%# is by hand", (matrix, columns, expected) => {
    expect(rankFractionFree(matrix, columns)).toBe(expected);
  });
});

describe("nullspaceFractionFree", () => {
  it("has a primitive vector for each column without a pivot, positive there", () => {
    expect(nullspaceFractionFree([[-2n, 4n, 3n]], 3)).toEqual(matrixOf("2 1 0; 3 0 2"));
    expect(nullspaceFractionFree([], 2)).toEqual(matrixOf("1 0; 0 1"));
    expect(nullspaceFractionFree([[0n, 6n, 4n]], 3)).toEqual(matrixOf("1 0 0; 0 -2 3"));
    expect(nullspaceFractionFree([[5n]], 1)).toEqual([]);
    expect(nullspaceFractionFree([[], []], 0)).toEqual([]);
  });

  it("goes to 0 and has the right dimension", () => {
    const side = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(side, side, fc.nat(), (rows, columns, seed) => {
        const matrix = randomMatrix(rows, columns, seed);
        const basis = nullspaceFractionFree(matrix, columns);
        expect(basis.length).toBe(columns - rankFractionFree(matrix, columns));
        for (const vector of basis) expect(timesVector(matrix, vector)).toEqual(matrix.map(() => 0n));
        expect(rankFractionFree(basis, columns)).toBe(basis.length);
      }),
      { seed: 202 },
    );
  });
});

describe("solveFractionFree", () => {
  it.each([
    [[[2n]], [1n], 1, "1/2"],
    [[[-3n]], [6n], 1, "-2"],
    [[[0n, 2n]], [3n], 2, "0 3/2"],
    [[[0n]], [0n], 1, "0"],
    [[], [], 2, "0 0"],
    [[[], []], [0n, 0n], 0, ""],
    [[[1n], [2n]], [3n, 6n], 1, "3"],
  ])("%# is by hand", (matrix, right, columns, expected) => {
    const solution = RationalVector.parse(...expected.split(" ").filter((text) => text !== ""));
    expect(solveFractionFree(matrix, right, columns)).toEqual(solution);
  });

  it.each([
    [[[0n]], [1n], 1],
    [[[1n], [2n]], [3n, 7n], 1],
    [[[]], [1n], 0],
  ])("%# has no solution", (matrix, right, columns) => {
    expect(solveFractionFree(matrix, right, columns)).toBeUndefined();
  });

  it("refuses a right-hand side of another length", () => {
    expect(() => solveFractionFree([[1n]], [], 1)).toThrow(
      new RangeError("1 equations with 0 right-hand sides"),
    );
    expect(() => solveFractionFree([[1n], []], [1n, 1n], 1)).toThrow(
      "row 1 has 0 entries, 1 column expected",
    );
  });
});
