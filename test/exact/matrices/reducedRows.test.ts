import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gcd } from "../../../src/exact/numbers/integer.js";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { reducedRows } from "../../../src/exact/matrices/reducedRows.js";
import { randomMatrix } from "../matrices.js";
import { rankFractionFree } from "../../oracles/fractionFree.js";

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

describe("the reduced form", () => {
  it("is one form for one row space, primitive and positive at pivots", () => {
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
      form.forEach((row, index) => {
        const pivot = row.findIndex((entry) => entry !== 0n);
        expect(row[pivot]).toBeGreaterThan(0n);
        expect(form.every((other, at) => at === index || other[pivot] === 0n)).toBe(true);
        expect(row.reduce((common, entry) => gcd(common, entry), 0n)).toBe(1n);
      });
    }
  });

  it("tells other spaces apart", () => {
    expect(reducedRows([[2n, -4n, 6n]], 3)).toEqual([[1n, -2n, 3n]]);
    expect(reducedRows([[-2n, 4n, -7n]], 3)).toEqual([[2n, -4n, 7n]]);
    expect(reducedRows([[0n, 0n, 0n]], 3)).toEqual([]);
    expect(() => reducedRows([[1n]], 2)).toThrow(RangeError);
  });
});
