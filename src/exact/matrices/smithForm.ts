import { magnitude } from "../numbers/integer.js";
import { type IntegerMatrix, requireColumns } from "../vectors/integerMatrix.js";

/**
 * The invariant factors of an integer matrix, positive, each a divisor of the next: the nonzero diagonal of its Smith normal
 * form. Their number is the rank, and Z^columns modulo the rows is Z^(columns − rank) and a Z/d for each factor d.
 *
 * By row and column operations on bigints (H. J. S. Smith, 1861), an entry of least size as pivot each time. For small
 * matrices: entries may grow on the way.
 *
 * @param columns number of columns; it can't be inferred from a matrix without rows.
 * @throws RangeError on a row of another length.
 * @example invariantFactors([[2n, 4n], [6n, 8n]], 2) // [2n, 4n]
 */
export function invariantFactors(matrix: IntegerMatrix, columns: number): bigint[] {
  requireColumns(matrix, columns);
  let rows = matrix.map((row) => [...row]).filter((row) => row.some((entry) => entry !== 0n));
  const factors: bigint[] = [];
  for (let place = smallest(rows); place !== undefined; place = smallest(rows)) {
    const pivotRow = rows[place.row] ?? [];
    const pivot = pivotRow[place.column] ?? 0n;
    if (!isolate(rows, place)) continue;
    const odd = rows.find((row) => row.some((entry) => entry % pivot !== 0n));
    if (odd === undefined) {
      factors.push(magnitude(pivot));
      rows = rows.filter((row) => row !== pivotRow && row.some((entry) => entry !== 0n));
    } else {
      // The pivot's row is 0 elsewhere, so this brings a smaller remainder within reach.
      odd.forEach((entry, column) => {
        if (column !== place.column) pivotRow[column] = entry;
      });
    }
  }
  return factors;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where an entry of least size stands, not counting 0. */
function smallest(rows: IntegerMatrix): Place | undefined {
  let [least, place]: [bigint, Place | undefined] = [0n, undefined];
  rows.forEach((entries, row) => {
    entries.forEach((entry, column) => {
      const size = magnitude(entry);
      if (size === 0n || (place !== undefined && size >= least)) return;
      [least, place] = [size, { row, column }];
    });
  });
  return place;
}

/** Takes multiples of the pivot's row and column from the others; false if a remainder is left, smaller than the pivot. */
function isolate(rows: bigint[][], { row: at, column }: Place): boolean {
  const pivotRow = rows[at] ?? [];
  const pivot = pivotRow[column] ?? 0n;
  let clear = true;
  for (const row of rows) {
    const quotient = (row[column] ?? 0n) / pivot;
    if (row === pivotRow) continue;
    if (quotient !== 0n) {
      pivotRow.forEach((entry, index) => {
        if (entry !== 0n) row[index] = (row[index] ?? 0n) - quotient * entry;
      });
    }
    if (row[column] !== 0n) clear = false;
  }
  if (!clear) return false;
  // Below and above the pivot all is 0 now, so column operations change its row alone.
  pivotRow.forEach((entry, index) => {
    if (index !== column) pivotRow[index] = entry % pivot;
  });
  return pivotRow.every((entry, index) => index === column || entry === 0n);
}
