import { describe, expect, it } from "vitest";
import { gcd } from "../../../src/exact/numbers/integer.js";
import { type IntegerMatrix, pick, product } from "../../../src/exact/vectors/integerMatrix.js";
import { invariantFactors } from "../../../src/exact/matrices/smithForm.js";
import { diagonal, matrixOf, permutationDeterminant, randomMatrix } from "../matrices.js";
import { unimodular } from "../inertia/symmetricMatrices.js";
import { rankFractionFree } from "../../oracles/fractionFree.js";

function subsets(size: number, of: number): number[][] {
  if (size === 0) return [[]];
  if (size > of) return [];
  return [...subsets(size, of - 1), ...subsets(size - 1, of - 1).map((rest) => [...rest, of - 1])];
}

/**
 * The k-th determinantal divisor, the gcd of all minors of size k, is the product of the first k invariant
 * factors.
 */
function factorsByMinors(matrix: IntegerMatrix, columns: number): bigint[] {
  const factors: bigint[] = [];
  let before = 1n;
  for (let k = 1; k <= Math.min(matrix.length, columns); k += 1) {
    let divisor = 0n;
    for (const rows of subsets(k, matrix.length)) {
      for (const chosen of subsets(k, columns)) {
        divisor = gcd(divisor, permutationDeterminant(pick(matrix, rows, chosen)));
      }
    }
    if (divisor === 0n) break;
    factors.push(divisor / before);
    before = divisor;
  }
  return factors;
}

describe("invariant factors", () => {
  it("are those of the determinantal divisors", () => {
    let interesting = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const [rows, columns] = [1 + (seed % 4), 1 + ((seed >> 2) % 4)];
      const matrix = randomMatrix(rows, columns, seed);
      const factors = invariantFactors(matrix, columns);
      expect(factors).toEqual(factorsByMinors(matrix, columns));
      expect(factors.length).toBe(rankFractionFree(matrix, columns));
      if (factors.some((factor) => factor > 1n)) interesting += 1;
    }
    expect(interesting).toBeGreaterThan(100);
  });

  it("stay when unimodular matrices are multiplied from both sides", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const left = product(unimodular(4, 5, seed), diagonal(2n, 6n, 12n, 0n), 4);
      const both = product(left, unimodular(4, 5, seed + 100), 4);
      expect(invariantFactors(both, 4)).toEqual([2n, 6n, 12n]);
    }
  });

  it("divide one another where the diagonal's entries don't", () => {
    expect(invariantFactors(matrixOf("4 0; 0 6"), 2)).toEqual([2n, 12n]);
    expect(invariantFactors(matrixOf("6 0 0; 0 10 0; 0 0 15"), 3)).toEqual([1n, 30n, 30n]);
    expect(invariantFactors([[-5n]], 1)).toEqual([5n]);
  });

  it("are none where there is nothing", () => {
    expect(invariantFactors([], 3)).toEqual([]);
    expect(invariantFactors([[], []], 0)).toEqual([]);
    expect(invariantFactors([[0n, 0n]], 2)).toEqual([]);
    expect(() => invariantFactors([[1n], [1n, 2n]], 1)).toThrow("row 1 has 2 entries, 1 column expected");
  });

  it("change with an entry: the comparison finds planted errors", () => {
    const matrix = matrixOf("2 4 4; -6 6 12; 10 4 16");
    expect(invariantFactors(matrix, 3)).toEqual([2n, 2n, 156n]);
    const wrong = matrix.map((row, i) => row.map((entry, j) => (i === 1 && j === 2 ? -entry : entry)));
    expect(factorsByMinors(wrong, 3)).not.toEqual(invariantFactors(matrix, 3));
  });
});
