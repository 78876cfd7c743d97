import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LimbMatrix } from "../../../src/exact/modular/limbMatrix.js";
import { bigints } from "../matrices.js";

const HALF = 2n ** 23n;
const value = (matrix: LimbMatrix, row: number, column: number): bigint => {
  let sum = 0n;
  for (let plane = matrix.planes - 1; plane >= 0; plane--) {
    sum = sum * 2n ** 24n + BigInt(matrix.limbs[(plane * matrix.rows + row) * matrix.columns + column] ?? 0);
  }
  return sum;
};

describe("LimbMatrix", () => {
  it("keeps one plane up to 2^23 and has as many as entries need beyond", () => {
    const half = Number(HALF);
    for (const [row, planes, limbs] of [
      [[HALF, -HALF], 1, [half, -half]],
      [[HALF + 1n], 2, [1 - half, 1]],
      [[-HALF - 1n], 2, [half - 1, -1]],
      [[3n * HALF], 2, [half, 1]],
      [[2n * HALF], 2, [0, 1]],
    ] as const)
      expect(LimbMatrix.of([row], row.length)).toMatchObject({ planes, limbs: Float64Array.from(limbs) });
    expect([43n, 44n, 92n].map((bits) => LimbMatrix.of([[1n << bits]], 1).planes)).toEqual([2, 3, 5]);
  });

  it("keeps every entry, with limbs of at most 2^23", () => {
    const entry = fc.oneof(
      fc.bigInt(-5n, 5n),
      fc.bigInt(-(2n ** 70n), 2n ** 70n),
      fc.bigInt(-(2n ** 260n), 2n ** 260n),
    );
    const full = fc
      .nat({ max: 300 })
      .chain((bits) => fc.constantFrom(2n ** BigInt(bits) - 1n, -(2n ** BigInt(bits))));
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, full, fc.constant(0n)), { maxLength: 4 }), (rows) => {
        const matrix = LimbMatrix.of(rows, 3);
        expect([matrix.rows, matrix.columns]).toEqual([rows.length, 3]);
        rows.forEach((row, i) => {
          row.forEach((expected, j) => {
            expect(value(matrix, i, j)).toBe(expected);
          });
        });
        for (const limb of matrix.limbs) expect(Math.abs(limb)).toBeLessThanOrEqual(2 ** 23);
      }),
      { seed: 1001 },
    );
  });

  it("keeps entries of thousands of bits", () => {
    for (const bits of [2040n, 2047n, 2048n, 2049n, 2112n, 4096n, 5000n]) {
      const entries = [2n ** bits, 2n ** bits - 1n, -(7n ** bits), 7n ** bits / 5n, 3n];
      const matrix = LimbMatrix.of([entries], 5);
      expect(entries.map((_, column) => value(matrix, 0, column))).toEqual(entries);
    }
  });

  it("takes blocks, in the order asked for", () => {
    const rows = [bigints("1 2 3"), [4n, 5n, 6n << 30n]];
    const matrix = LimbMatrix.of(rows, 3);
    const block = matrix.block([1, 0], [2, 0]);
    expect([block.rows, block.columns]).toEqual([2, 2]);
    const places = [0, 1].map((row) => [0, 1].map((column) => value(block, row, column)));
    expect(places.flat()).toEqual([6n << 30n, 4n, 3n, 1n]);
    expect(matrix.block([], [1]).limbs.length).toBe(0);
  });

  it("reduces modulo a prime", () => {
    expect([...LimbMatrix.of([[100n, -101n, 10n ** 30n]], 3).residues(101)]).toEqual([-1, 0, -1]);
  });

  it("refuses ragged matrices", () => {
    expect(() => LimbMatrix.of([[1n]], 2)).toThrow(new RangeError("row 0 has 1 entry, 2 columns expected"));
  });
});
