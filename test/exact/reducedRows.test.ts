import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankFractionFree } from "../../src/exact/fractionFree.js";
import type { IntegerMatrix } from "../../src/exact/integerMatrix.js";
import { reducedRows } from "../../src/exact/reducedRows.js";

const matrices: fc.Arbitrary<bigint[][]> = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.array(fc.array(fc.bigInt({ min: -3n, max: 3n }), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe("reduced rows", () => {
  it.each([
    [[], []],
    [[[0n, 0n]], []],
    [[[0n, -4n]], [[0n, 1n]]],
    [
      [
        [2n, 4n],
        [1n, 3n],
      ],
      [
        [1n, 0n],
        [0n, 1n],
      ],
    ],
    [
      [
        [-2n, 3n],
        [4n, -6n],
      ],
      [[2n, -3n]],
    ],
  ] as [IntegerMatrix, IntegerMatrix][])("by hand, case %#", (matrix, reduced) => {
    expect(reducedRows(matrix, 2)).toEqual(reduced);
  });

  it("are as many as the rank, in echelon form, primitive, and of the same space", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const columns = matrix[0]?.length ?? 0;
        const rank = rankFractionFree(matrix, columns);
        const rows = reducedRows(matrix, columns);
        expect(rows.length).toBe(rank);
        expect(rankFractionFree([...matrix, ...rows], columns)).toBe(rank);
        const pivots = rows.map((row) => row.findIndex((entry) => entry !== 0n));
        expect(pivots).toEqual([...pivots].sort((a, b) => a - b));
        pivots.forEach((pivot, index) => {
          expect(rows[index]?.[pivot]).toBeGreaterThan(0n);
          rows.forEach((row, other) => {
            if (other !== index) expect(row[pivot]).toBe(0n);
          });
        });
        expect(reducedRows(rows, columns)).toEqual(rows);
      }),
    );
  });

  it("are the same for any combination of rows that can be undone", () => {
    fc.assert(
      fc.property(matrices, fc.bigInt({ min: -3n, max: 3n }), (matrix, factor) => {
        const columns = matrix[0]?.length ?? 0;
        const [first = [], ...others] = matrix;
        const mixed = [
          ...others.map((row) => row.map((entry, i) => entry + factor * (first[i] ?? 0n))),
          first,
        ];
        expect(reducedRows(mixed, columns)).toEqual(reducedRows(matrix, columns));
      }),
    );
  });

  it("need rows of one length", () => {
    expect(() => reducedRows([[1n]], 2)).toThrow(RangeError);
  });
});
