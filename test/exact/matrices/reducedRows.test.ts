import { describe, expect, it } from "vitest";
import { gcd } from "../../../src/exact/numbers/integer.js";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { reducedRows } from "../../../src/exact/matrices/reducedRows.js";
import { matrixOf, randomMatrix } from "../matrices.js";
import { rankFractionFree } from "../../oracles/fractionFree.js";

describe("reduced rows", () => {
  it.each([
    [[], []],
    [[[0n, 0n]], []],
    [[[0n, -4n]], [[0n, 1n]]],
    [matrixOf("2 4; 1 3"), matrixOf("1 0; 0 1")],
    [matrixOf("-2 3; 4 -6"), [[2n, -3n]]],
  ] as [IntegerMatrix, IntegerMatrix][])("by hand, case %#", (matrix, reduced) => {
    expect(reducedRows(matrix, 2)).toEqual(reduced);
  });

  it("need rows of one length", () => {
    expect(() => reducedRows([[1n]], 2)).toThrow(RangeError);
  });

  it("are the same for a row space, in echelon form, primitive and positive at pivots", () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const columns = 1 + (seed % 5);
      const matrix = randomMatrix(1 + (seed % 4), columns, seed);
      const form = reducedRows(matrix, columns);
      expect(form.length).toBe(rankFractionFree(matrix, columns));
      expect(rankFractionFree([...form, ...matrix], columns)).toBe(form.length);
      // Sums of rows, other multiples, another order: the same space.
      const [first = []] = matrix;
      const mixed = matrix.map((row) => row.map((entry, column) => 3n * entry - (first[column] ?? 0n)));
      expect(reducedRows([...mixed.reverse(), first], columns)).toEqual(form);
      const pivots = form.map((row) => row.findIndex((entry) => entry !== 0n));
      expect(pivots).toEqual([...pivots].sort((a, b) => a - b));
      expect(reducedRows(form, columns)).toEqual(form);
      form.forEach((row, index) => {
        const pivot = pivots[index] ?? -1;
        expect(row[pivot]).toBeGreaterThan(0n);
        expect(form.every((other, at) => at === index || other[pivot] === 0n)).toBe(true);
        expect(row.reduce((common, entry) => gcd(common, entry), 0n)).toBe(1n);
      });
    }
  });

  it("are the same for proportional rows only", () => {
    expect(reducedRows([[2n, -4n, 6n]], 3)).toEqual([[1n, -2n, 3n]]);
    expect(reducedRows([[-2n, 4n, -7n]], 3)).toEqual([[2n, -4n, 7n]]);
    expect(reducedRows([[0n, 0n, 0n]], 3)).toEqual([]);
  });
});
