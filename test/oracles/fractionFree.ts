import { fractionFreeRows } from "../../src/exact/matrices/fractionFree.js";
import { type IntegerMatrix, requireColumns, requireSquare } from "../../src/exact/vectors/integerMatrix.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";

/**
 * The rank.
 *
 * @param columns number of columns; it can't be inferred from a matrix without rows.
 * @throws RangeError on a row of another length.
 * @example rankFractionFree([[1n, 2n], [2n, 4n]], 2) === 1
 */
export function rankFractionFree(matrix: IntegerMatrix, columns: number): number {
  requireColumns(matrix, columns);
  return fractionFreeRows(matrix, columns).pivotColumns.length;
}

/**
 * The determinant of a square matrix; 1 for size 0.
 *
 * @throws RangeError unless the matrix is square.
 * @example determinantFractionFree([[1n, 2n], [3n, 4n]]) === -2n
 */
export function determinantFractionFree(matrix: IntegerMatrix): bigint {
  const size = requireSquare(matrix);
  const { pivotColumns, pivot, swapped } = fractionFreeRows(matrix, size);
  if (pivotColumns.length < size) return 0n;
  return swapped ? -pivot : pivot;
}

/**
 * One solution of A·x = b, 0 at every column without a pivot; `undefined` if there is none.
 *
 * @param columns number of unknowns.
 * @throws RangeError on a ragged matrix, or if b has another number of rows.
 * @example solveFractionFree([[2n]], [1n], 1) // (1/2)
 */
export function solveFractionFree(
  matrix: IntegerMatrix,
  right: readonly bigint[],
  columns: number,
): RationalVector | undefined {
  requireColumns(matrix, columns);
  if (right.length !== matrix.length) {
    throw new RangeError(`${matrix.length} equations with ${right.length} right-hand sides`);
  }
  const augmented = matrix.map((row, index) => [...row, right[index] ?? 0n]);
  const { rows, pivotColumns, pivot } = fractionFreeRows(augmented, columns);
  const rank = pivotColumns.length;
  if (rows.some((row, index) => index >= rank && row[columns] !== 0n)) return undefined;
  const numerators = new Array<bigint>(columns).fill(0n);
  pivotColumns.forEach((column, index) => {
    numerators[column] = rows[index]?.[columns] ?? 0n;
  });
  return RationalVector.of(numerators, pivot);
}
