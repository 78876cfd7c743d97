import { entry, noEntry } from "../entry.js";
import { magnitude } from "../numbers/integer.js";
import { type IntegerMatrix, requireColumns } from "../vectors/integerMatrix.js";

/**
 * The invariant factors of an integer matrix, positive, each a divisor of the next: the nonzero diagonal of
 * its Smith normal form. Their number is the rank, and Z^columns modulo the rows is Z^(columns − rank) and a
 * Z/d for each factor d.
 *
 * By row and column operations on bigints (H. J. S. Smith, 1861); the pivot is an entry of least absolute
 * value each time. For small matrices, since entries may grow on the way.
 *
 * @param columns number of columns; it can't be inferred from a matrix without rows.
 * @throws RangeError on a row of another length.
 * @example invariantFactors([[2n, 4n], [6n, 8n]], 2) // [2n, 4n]
 */
export function invariantFactors(matrix: IntegerMatrix, columns: number): bigint[] {
  requireColumns(matrix, columns);
  let rows = matrix.map((row) => [...row]).filter((row) => row.some((value) => value !== 0n));
  const factors: bigint[] = [];
  for (let place = smallest(rows); place !== undefined; place = smallest(rows)) {
    const pivotRow = entry(rows, place.row);
    const pivot = entry(pivotRow, place.column);
    if (!isolate(rows, place)) continue;
    const odd = rows.find((row) => row.some((value) => value % pivot !== 0n));
    if (odd === undefined) {
      factors.push(magnitude(pivot));
      rows = rows.filter((row) => row !== pivotRow && row.some((value) => value !== 0n));
    } else {
      // The pivot's row is 0 elsewhere, so this brings a smaller remainder within reach.
      odd.forEach((value, column) => {
        if (column !== place.column) pivotRow[column] = value;
      });
    }
  }
  return factors;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The place of a nonzero entry of least absolute value. */
function smallest(rows: IntegerMatrix): Place | undefined {
  let [least, place]: [bigint, Place | undefined] = [0n, undefined];
  rows.forEach((entries, row) => {
    entries.forEach((value, column) => {
      const size = magnitude(value);
      if (size === 0n || (place !== undefined && size >= least)) return;
      [least, place] = [size, { row, column }];
    });
  });
  return place;
}

/**
 * Subtracts multiples of the pivot's row and column from the others. Returns false if a nonzero remainder is
 * left, which is smaller than the pivot.
 */
function isolate(rows: bigint[][], { row: at, column }: Place): boolean {
  const pivotRow = entry(rows, at);
  const pivot = entry(pivotRow, column);
  let clear = true;
  for (const row of rows) {
    const quotient = entry(row, column) / pivot;
    if (row === pivotRow) continue;
    if (quotient !== 0n) {
      pivotRow.forEach((value, index) => {
        if (value !== 0n) row[index] = (row[index] ?? noEntry(row, index)) - quotient * value;
      });
    }
    if (row[column] !== 0n) clear = false;
  }
  if (!clear) return false;
  // The pivot's column is 0 apart from the pivot, so column operations change only the pivot's row.
  pivotRow.forEach((value, index) => {
    if (index !== column) pivotRow[index] = value % pivot;
  });
  return pivotRow.every((value, index) => index === column || value === 0n);
}
