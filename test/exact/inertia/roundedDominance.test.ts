import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagonalDominance } from "../../../src/exact/inertia/diagonalDominance.js";
import { FixedPointCongruence } from "../../../src/exact/inertia/fixedPointCongruence.js";
import { type IntegerMatrix, largestBits } from "../../../src/exact/vectors/integerMatrix.js";
import { roundedDominance } from "../../../src/exact/inertia/roundedDominance.js";
import { roundedMatrix } from "../../../src/exact/inertia/roundedMatrix.js";
import { valuesOnPairs } from "../../../src/exact/inertia/symmetricMatrix.js";
import { dense, diagonal, matrixOf, pair } from "../matrices.js";
import { congruent, unimodular } from "./symmetricMatrices.js";

/** The unit vectors: their values are the matrix itself. */
const units = (size: number): bigint[][] => diagonal(...new Array<bigint>(size).fill(1n));

const exactly = (matrix: IntegerMatrix, vectors: IntegerMatrix) =>
  diagonalDominance(valuesOnPairs(matrix, vectors));

/** A symmetric matrix with entries of `bits` bits that a seed settles. */
function long(size: number, bits: number, seed: number): bigint[][] {
  const square = dense(size, size, bits, seed);
  return square.map((row, i) => row.map((value, j) => (i < j ? value : (square[j]?.[i] ?? 0n))));
}

describe("roundedDominance", () => {
  it("is the exact check where all bits are looked at", () => {
    const matrix = matrixOf("5 4; 4 -5");
    expect(roundedDominance(matrix, units(2), 3)).toEqual({ positive: 1, negative: 1 });
    expect(roundedDominance(matrix, units(2), 64)).toEqual({ positive: 1, negative: 1 });
    expect(roundedDominance(matrix, units(2), 2)).toHaveProperty("weakRow", 0);
    expect(roundedDominance([], [], 1)).toEqual({ positive: 0, negative: 0 });
    expect(roundedDominance([[4n]], [[0n]], 3)).toEqual({ positive: 0, negative: 0, weakRow: 0 });
  });

  it("decides by the bound exactly", () => {
    // In 4 bits 2·(x·H'·x) = 2·8·s² ± s² for a vector s.
    expect(roundedDominance([[-128n]], [[-3n]], 4)).toEqual({ positive: 0, negative: 1 });
    // Rows of 2·a − 1 and 2·b + 1: dominant from a = b + 2 on.
    const scaled = (a: bigint, b: bigint, c: bigint) => pair(a << 20n, b << 20n, c << 20n);
    expect(roundedDominance(scaled(8n, 6n, 8n), units(2), 4)).toEqual({ positive: 2, negative: 0 });
    expect(roundedDominance(scaled(8n, -6n, -8n), units(2), 4)).toEqual({ positive: 1, negative: 1 });
    expect(roundedDominance(scaled(8n, 7n, 8n), units(2), 4)).toHaveProperty("weakRow", 0);
    expect(roundedDominance(scaled(15n, -7n, 8n), units(2), 4)).toHaveProperty("weakRow", 1);
    expect(exactly(scaled(8n, 7n, 8n), units(2))).toEqual({ positive: 2, negative: 0 });
    // |x| = 2 for x = (1, −1), with x·H·x = 2·(8 − b) ≤ 2 for b ≥ 7: the bound is 2²/2.
    expect(roundedDominance(scaled(8n, 7n, 8n), [[1n, -1n]], 4)).toHaveProperty("weakRow", 0);
    expect(roundedDominance(scaled(8n, 6n, 8n), [[1n, -1n]], 4)).toEqual({ positive: 1, negative: 0 });
  });

  it("doesn't count a sign that the errors may turn", () => {
    // 129/16 and 135/16 both round to 8.
    const turned = matrixOf("129 135; 135 129");
    expect(roundedMatrix(turned, 4).matrix).toEqual(matrixOf("8 8; 8 8"));
    expect(exactly(turned, [[1n, -1n]])).toEqual({ positive: 0, negative: 1 });
    expect(roundedDominance(turned, [[1n, -1n]], 4)).toEqual({ positive: 0, negative: 0, weakRow: 0 });
    // Rounded, 72 − 2·71 + 71 = 1 is positive, though the exact value isn't.
    const half = 143n << 9n;
    const near = pair(half, half - 1n, half - 3n);
    expect(exactly(near, [[1n, -1n]])).toEqual({ positive: 0, negative: 1 });
    expect(diagonalDominance(valuesOnPairs(roundedMatrix(near, 7).matrix, [[1n, -1n]]))).toEqual({
      positive: 1,
      negative: 0,
    });
    expect(roundedDominance(near, [[1n, -1n]], 7)).toEqual({ positive: 0, negative: 0, weakRow: 0 });
  });

  it("needs the whole bound", () => {
    // In units of 2^10, 143/2 rounds up to 72, and what is just below 179/2 down to 89: x·H·x, which is
    // negative at x = (2, −1), becomes 4·72 − 4·89 + 72 = 4. That beats half of the bound of 9/2.
    const diagonal = 143n << 9n;
    const beside = (179n << 9n) - 1n;
    const form = pair(diagonal, beside, diagonal);
    expect(exactly(form, [[2n, -1n]])).toEqual({ positive: 0, negative: 1 });
    expect(valuesOnPairs(roundedMatrix(form, 7).matrix, [[2n, -1n]])).toEqual([[4n]]);
    expect(roundedDominance(form, [[2n, -1n]], 7)).toEqual({ positive: 0, negative: 0, weakRow: 0 });
    // The rows' other entries, just below 3 · 17/2, pass for 3 · 8.
    const rows = units(4).map((row) => row.map((entry) => (entry === 1n ? 25n << 10n : (17n << 9n) - 1n)));
    expect(exactly(rows, units(4))).toHaveProperty("weakRow", 0);
    expect(exactly(roundedMatrix(rows, 5).matrix, units(4))).toEqual({ positive: 4, negative: 0 });
    expect(roundedDominance(rows, units(4), 5)).toHaveProperty("weakRow", 0);
  });

  it("agrees with the exact check on long matrices wherever it decides", () => {
    let decided = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 150, max: 900 }),
        fc.nat(),
        (size, bits, seed) => {
          const matrix = long(size, bits, seed);
          const vectors = FixedPointCongruence.vectors(matrix, size, 60, 3) ?? [];
          const exact = exactly(matrix, vectors);
          for (const leading of [2, 5, 9, 14, 120]) {
            const { weakRow, ...signs } = roundedDominance(matrix, vectors, leading);
            if (weakRow === undefined) expect(exact).toEqual(signs);
            // So many bits decide whatever is dominant by far.
            if (leading === 120) expect(weakRow).toBe(exact.weakRow);
            if (weakRow === undefined) decided++;
          }
        },
      ),
      { seed: 808, numRuns: 120 },
    );
    expect(decided).toBeGreaterThan(120);
  });

  it("says weak, never wrong signs, for nearly singular matrices", () => {
    let [wrong, weak] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const signs = [1n, -1n, 1n, seed % 2 === 0 ? -1n : 1n];
      const matrix = congruent(signs, unimodular(4, 27, seed)).map((row) =>
        row.map((entry) => entry << 300n),
      );
      const vectors = FixedPointCongruence.vectors(matrix, 4, 1000, 8) ?? [];
      const exact = exactly(matrix, vectors);
      expect(exact).toEqual({ positive: 3 - Number(seed % 2 === 0), negative: 1 + Number(seed % 2 === 0) });
      expect(roundedDominance(matrix, vectors, largestBits(matrix))).toEqual(exact);
      for (const bits of [20, 40, 60]) {
        const bounded = roundedDominance(matrix, vectors, bits);
        if (bounded.weakRow === undefined) expect(bounded).toEqual(exact);
        else weak++;
        // The rounded values themselves have other signs now and then.
        const unbounded = diagonalDominance(valuesOnPairs(roundedMatrix(matrix, bits).matrix, vectors));
        if (unbounded.positive !== exact.positive) wrong++;
      }
    }
    expect([weak, wrong > 0]).toEqual([120, true]);
  });

  it("refuses vectors of another length", () => {
    expect(() => roundedDominance([[4n]], [[1n, 0n]], 1)).toThrow("row 0 has 2 entries, 1 column expected");
  });
});
