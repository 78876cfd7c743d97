import { entry } from "../entry.js";
import { magnitude } from "../numbers/integer.js";
import type { IntegerMatrix } from "../vectors/integerMatrix.js";

/**
 * How many diagonal entries of a symmetric matrix are positive and negative, and the first row that isn't
 * strictly dominant, if there is one.
 */
export interface DiagonalDominance {
  readonly positive: number;
  readonly negative: number;
  readonly weakRow?: number;
}

/**
 * Whether a symmetric matrix is strictly diagonally dominant: each diagonal entry is larger in absolute value
 * than the sum of the absolute values of the other entries of its row. If so, its eigenvalues have the signs
 * of the diagonal entries (Gershgorin's theorem).
 *
 * @param triangle the lower triangle, row i with entries 0 … i.
 * @returns the signs; `weakRow` is absent if and only if the matrix is strictly diagonally dominant.
 * @example diagonalDominance([[2n], [1n, -1n]]) // { positive: 1, negative: 1, weakRow: 1 }
 */
export function diagonalDominance(triangle: IntegerMatrix): DiagonalDominance {
  const diagonal = triangle.map((entries, index) => entry(entries, index));
  const signs = {
    positive: diagonal.filter((value) => value > 0n).length,
    negative: diagonal.filter((value) => value < 0n).length,
  };
  const weakRow = dominanceMargins(triangle).findIndex((margin) => margin <= 0n);
  return weakRow < 0 ? signs : { ...signs, weakRow };
}

/**
 * By how much each diagonal entry of a symmetric matrix is larger in absolute value than the sum of the
 * absolute values of the other entries of its row.
 *
 * @param triangle the lower triangle, row i with entries 0 … i.
 * @example dominanceMargins([[2n], [1n, -1n]]) // [1n, 0n]
 */
export function dominanceMargins(triangle: IntegerMatrix): bigint[] {
  const margins = triangle.map((entries, index) => magnitude(entry(entries, index)));
  for (const [row, entries] of triangle.entries()) {
    for (const [column, value] of entries.slice(0, row).entries()) {
      const size = magnitude(value);
      margins[row] = entry(margins, row) - size;
      margins[column] = entry(margins, column) - size;
    }
  }
  return margins;
}
