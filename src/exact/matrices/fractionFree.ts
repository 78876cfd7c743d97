import { entry } from "../entry.js";
import { type IntegerMatrix, primitive, requireColumns } from "../vectors/integerMatrix.js";

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
 * A basis of { x : A·x = 0 }, one primitive integer vector for each column without a pivot, positive there
 * and 0 at the other such columns.
 *
 * @throws RangeError on a row of another length.
 * @example nullspaceFractionFree([[1n, 2n]], 2) // [[-2n, 1n]]
 */
export function nullspaceFractionFree(matrix: IntegerMatrix, columns: number): IntegerMatrix {
  requireColumns(matrix, columns);
  const { rows, pivotColumns, pivot } = fractionFreeRows(matrix, columns);
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
