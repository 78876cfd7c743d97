import { entry, noEntry } from "../entry.js";
import { type IntegerMatrix, liftPivotRow, primitive, requireColumns } from "../vectors/integerMatrix.js";

/**
 * The reduced row echelon form over Q, each row scaled to a primitive integer vector with a positive pivot.
 * The rows of two matrices with the same number of columns span the same space if and only if the matrices
 * have the same reduced form.
 *
 * For small matrices whose entries are mostly 0: a row without an entry in the pivot's column costs nothing.
 *
 * @param columns number of columns.
 * @throws RangeError on a row of another length.
 * @example reducedRows([[2n, 4n], [1n, 3n]], 2) // [[1n, 0n], [0n, 1n]]
 */
export function reducedRows(matrix: IntegerMatrix, columns: number): IntegerMatrix {
  requireColumns(matrix, columns);
  const rows: (readonly bigint[])[] = [...matrix];
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column += 1) {
    const firstRow = liftPivotRow(rows, rank, column);
    if (firstRow === undefined) continue;
    const pivotRow = entry(firstRow, column) < 0n ? firstRow.map((value) => -value) : firstRow;
    rows[rank] = pivotRow;
    rows.forEach((row, index) => {
      if (index !== rank && row[column] !== 0n) rows[index] = cleared(row, pivotRow, column);
    });
    rank += 1;
  }
  return rows.slice(0, rank).map(primitive);
}

/**
 * A positive multiple of the row, minus a multiple of the pivot's row, so that the pivot's column becomes 0.
 */
function cleared(row: readonly bigint[], pivotRow: readonly bigint[], column: number): readonly bigint[] {
  const [factor, pivot] = [entry(row, column), entry(pivotRow, column)];
  return primitive(
    row.map((value, index) => {
      const own = pivot === 1n || value === 0n ? value : pivot * value;
      const taken = pivotRow[index] ?? noEntry(pivotRow, index);
      return taken === 0n ? own : own - factor * taken;
    }),
  );
}
