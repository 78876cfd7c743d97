import { entry } from "../entry.js";
import { type IntegerMatrix, primitive, requireColumns, requireSquare } from "../vectors/integerMatrix.js";
import { RationalVector } from "../vectors/rationalVector.js";

/**
 * Linear algebra over Z without fractions: Gauss–Jordan elimination in which every entry stays a minor of
 * the input, so that each division is exact (Bareiss, "Sylvester's identity and multistep integer-preserving
 * Gaussian elimination", Math. Comp. 22, 1968). Slow and short: the independent route that the modular
 * engine is tested against.
 */
interface Reduced {
  /** As many rows as the input; below the rank all 0. */
  readonly rows: bigint[][];
  /** Column of the pivot of row i. */
  readonly pivotColumns: number[];
  /** The entry at every pivot: up to sign, the minor of the pivot rows and columns. 1 for rank 0. */
  readonly pivot: bigint;
  /** Whether an odd number of row swaps was made. */
  readonly swapped: boolean;
}

/** Eliminates in the first `columns` columns; further ones are carried along. */
function reduce(matrix: IntegerMatrix, columns: number): Reduced {
  const rows = matrix.map((row) => [...row]);
  const pivotColumns: number[] = [];
  let pivot = 1n;
  let swapped = false;
  for (let column = 0; column < columns; column++) {
    const rank = pivotColumns.length;
    const found = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const chosen = rows[found];
    const replaced = rows[rank];
    if (chosen === undefined || replaced === undefined) continue;
    rows[found] = replaced;
    rows[rank] = chosen;
    if (found !== rank) swapped = !swapped;
    const next = entry(chosen, column);
    for (const row of rows) if (row !== chosen) eliminate(row, chosen, column, next, pivot);
    pivot = next;
    pivotColumns.push(column);
  }
  return { rows, pivotColumns, pivot, swapped };
}

/** One step of Bareiss: exact because both the old and the new entries are minors of the input. */
function eliminate(
  row: bigint[],
  chosen: readonly bigint[],
  column: number,
  next: bigint,
  previous: bigint,
): void {
  const factor = entry(row, column);
  row.forEach((value, index) => {
    row[index] = (next * value - factor * entry(chosen, index)) / previous;
  });
}

/**
 * The rank.
 *
 * @param columns number of columns; it can't be inferred from a matrix without rows.
 * @throws RangeError on a row of another length.
 * @example rankFractionFree([[1n, 2n], [2n, 4n]], 2) === 1
 */
export function rankFractionFree(matrix: IntegerMatrix, columns: number): number {
  requireColumns(matrix, columns);
  return reduce(matrix, columns).pivotColumns.length;
}

/**
 * The determinant of a square matrix; 1 for size 0.
 *
 * @throws RangeError unless the matrix is square.
 * @example determinantFractionFree([[1n, 2n], [3n, 4n]]) === -2n
 */
export function determinantFractionFree(matrix: IntegerMatrix): bigint {
  const size = requireSquare(matrix);
  const { pivotColumns, pivot, swapped } = reduce(matrix, size);
  if (pivotColumns.length < size) return 0n;
  return swapped ? -pivot : pivot;
}

/**
 * A basis of { x : A·x = 0 }, one primitive integer vector for each column without a pivot, positive there
 * and 0 at the other such columns.
 *
 * @throws RangeError on a row of another length.
 * @example nullspaceFractionFree([[1n, 2n]], 2) // [[-2n, 1n]]
 */
export function nullspaceFractionFree(matrix: IntegerMatrix, columns: number): IntegerMatrix {
  requireColumns(matrix, columns);
  const { rows, pivotColumns, pivot } = reduce(matrix, columns);
  const bound = new Set(pivotColumns);
  const basis: (readonly bigint[])[] = [];
  for (let free = 0; free < columns; free++) {
    if (bound.has(free)) continue;
    const vector = new Array<bigint>(columns).fill(0n);
    vector[free] = pivot < 0n ? -pivot : pivot;
    pivotColumns.forEach((column, index) => {
      const value = entry(entry(rows, index), free);
      vector[column] = pivot < 0n ? value : -value;
    });
    basis.push(primitive(vector));
  }
  return basis;
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
  const augmented = matrix.map((row, index) => [...row, entry(right, index)]);
  const { rows, pivotColumns, pivot } = reduce(augmented, columns);
  const rank = pivotColumns.length;
  if (rows.some((row, index) => index >= rank && row[columns] !== 0n)) return undefined;
  const numerators = new Array<bigint>(columns).fill(0n);
  pivotColumns.forEach((column, index) => {
    numerators[column] = entry(entry(rows, index), columns);
  });
  return RationalVector.of(numerators, pivot);
}
