import { entry } from "../entry.js";
import {
  type IntegerMatrix,
  liftPivotRow,
  primitive,
  requireColumns,
  spread,
} from "../vectors/integerMatrix.js";

/**
 * Linear algebra over Z without fractions: Gauss–Jordan elimination in which every entry stays a minor of the
 * input, so that each division is exact (Bareiss, "Sylvester's identity and multistep integer-preserving
 * Gaussian elimination", Math. Comp. 22, 1968). Slow, but short: the tests compare the modular engine with
 * this independent route.
 */
export interface FractionFreeRows {
  /** As many rows as the input has; those below the rank are 0. */
  readonly rows: bigint[][];
  /** Column of the pivot of row i. */
  readonly pivotColumns: number[];
  /** The common entry at all pivots: up to sign, the minor of the pivot rows and columns. 1 for rank 0. */
  readonly pivot: bigint;
  /** Whether the number of row swaps is odd. */
  readonly swapped: boolean;
}

/**
 * Eliminates in the first `columns` columns; the same row operations are applied to any further columns.
 *
 * @example fractionFreeRows([[2n, 4n]], 1).rows // [[2n, 4n]]
 */
export function fractionFreeRows(matrix: IntegerMatrix, columns: number): FractionFreeRows {
  const rows = matrix.map((row) => [...row]);
  const pivotColumns: number[] = [];
  let pivot = 1n;
  let swapped = false;
  for (let column = 0; column < columns; column++) {
    const rank = pivotColumns.length;
    const replaced = rows[rank];
    const pivotRow = liftPivotRow(rows, rank, column);
    if (pivotRow === undefined) continue;
    if (pivotRow !== replaced) swapped = !swapped;
    const next = entry(pivotRow, column);
    for (const row of rows) if (row !== pivotRow) eliminate(row, pivotRow, column, next, pivot);
    pivot = next;
    pivotColumns.push(column);
  }
  return { rows, pivotColumns, pivot, swapped };
}

/** One step of Bareiss: exact because both the old and the new entries are minors of the input. */
function eliminate(
  row: bigint[],
  pivotRow: readonly bigint[],
  column: number,
  next: bigint,
  previous: bigint,
): void {
  const factor = entry(row, column);
  row.forEach((value, index) => {
    row[index] = (next * value - factor * entry(pivotRow, index)) / previous;
  });
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
  const { rows, pivotColumns, pivot } = fractionFreeRows(matrix, columns);
  const sign = pivot < 0n ? -1n : 1n;
  const pivots = new Set(pivotColumns);
  return Array.from({ length: columns }, (_, column) => column)
    .filter((column) => !pivots.has(column))
    .map((free) => {
      const bound = pivotColumns.map((_, index) => -sign * entry(entry(rows, index), free));
      return primitive(spread(columns, [...pivotColumns, free], [...bound, sign * pivot]));
    });
}
