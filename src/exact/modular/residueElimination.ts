/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in residueKernel.ts: all indices are below
   rows · columns, and the inner loops can't afford to ask. */
import { invertResidue, multiplyResidues, reciprocal, residue } from "./residueKernel.js";

/** The result of elimination modulo a prime. */
export interface Echelon {
  /** Columns of the pivots, rising. Row i of the eliminated matrix starts with a 1 in column i of these. */
  readonly pivotColumns: readonly number[];
  /** Original indices of the rows, in their order after the swaps: the first ones hold the pivots. */
  readonly rowOrder: readonly number[];
  /**
   * The product of the pivots with the sign of the swaps: for a square matrix of full rank, its determinant.
   */
  readonly minor: number;
}

/**
 * How many pivots are applied to the rows below in one pass, so that each entry is loaded once for all of
 * them.
 */
const BATCH = 4;

/**
 * Row echelon form modulo p, in place. `entries` holds rows of `columns` residues; the entries below the
 * pivots and to the left of them are meaningless leftovers.
 *
 * The pivots above a row are applied to it, and it is reduced, only when it is used. By the choice of p
 * ({@link primeBound} of the smaller side) the sums stay below 2^53.
 *
 * @param searched the number of columns, from the first on, in which pivots are sought; the same row
 *   operations are applied to the others.
 */
export function eliminate(
  entries: Float64Array,
  rows: number,
  columns: number,
  prime: number,
  searched = columns,
): Echelon {
  const inverse = reciprocal(prime);
  const rowOrder = Array.from({ length: rows }, (_, row) => row);
  const pivotColumns: number[] = [];
  let minor = 1;
  let pending = 0;
  for (let column = 0; column < searched && pivotColumns.length < rows; column++) {
    const rank = pivotColumns.length;
    const pivots = pivotColumns.slice(rank - pending);
    const pivotRow = updateColumn(entries, rows, columns, column, rank, pivots, prime);
    if (pivotRow < 0) continue;
    const value = entries[pivotRow * columns + column]!;
    minor = multiplyResidues(minor, value, prime);
    if (pivotRow !== rank) {
      swapRows(entries, columns, pivotRow, rank);
      [rowOrder[pivotRow], rowOrder[rank]] = [rowOrder[rank]!, rowOrder[pivotRow]!];
      minor = -minor;
    }
    const unit = invertResidue(value, prime);
    const start = rank * columns;
    for (let j = column + 1; j < columns; j++) {
      let v = entries[start + j]!;
      for (let t = 0; t < pending; t++) {
        v -= entries[start + pivots[t]!]! * entries[(rank - pending + t) * columns + j]!;
      }
      entries[start + j] = residue(residue(v, prime, inverse) * unit, prime, inverse);
    }
    pivotColumns.push(column);
    pending++;
    if (pending === BATCH) {
      applyBatch(entries, rows, columns, pivotColumns);
      pending = 0;
    }
  }
  return { pivotColumns, rowOrder, minor };
}

/** Brings one column up to date from row `rank` on; returns the first row that isn't 0 there, or −1. */
function updateColumn(
  entries: Float64Array,
  rows: number,
  columns: number,
  column: number,
  rank: number,
  pivots: readonly number[],
  prime: number,
): number {
  const inverse = reciprocal(prime);
  const first = (rank - pivots.length) * columns + column;
  let pivotRow = -1;
  for (let row = rows - 1; row >= rank; row--) {
    const start = row * columns;
    let v = entries[start + column]!;
    for (let t = 0; t < pivots.length; t++) v -= entries[start + pivots[t]!]! * entries[first + t * columns]!;
    v = residue(v, prime, inverse);
    entries[start + column] = v;
    if (v !== 0) pivotRow = row;
  }
  return pivotRow;
}

function swapRows(entries: Float64Array, columns: number, a: number, b: number): void {
  for (let j = 0, i = a * columns, k = b * columns; j < columns; j++, i++, k++) {
    const saved = entries[i]!;
    entries[i] = entries[k]!;
    entries[k] = saved;
  }
}

/** Subtracts the last four pivot rows from all rows below them, right of the last pivot. */
function applyBatch(
  entries: Float64Array,
  rows: number,
  columns: number,
  pivotColumns: readonly number[],
): void {
  const rank = pivotColumns.length;
  const [c0, c1, c2, c3] = pivotColumns.slice(rank - BATCH) as [number, number, number, number];
  for (let row = rank; row < rows; row++) {
    const start = row * columns;
    const f0 = entries[start + c0]!;
    const f1 = entries[start + c1]!;
    const f2 = entries[start + c2]!;
    const f3 = entries[start + c3]!;
    if (f0 === 0 && f1 === 0 && f2 === 0 && f3 === 0) continue;
    let p0 = (rank - BATCH) * columns + c3 + 1;
    let p1 = p0 + columns;
    let p2 = p1 + columns;
    let p3 = p2 + columns;
    for (let at = start + c3 + 1; at < start + columns; at++) {
      entries[at]! -= f0 * entries[p0++]! + f1 * entries[p1++]! + f2 * entries[p2++]! + f3 * entries[p3++]!;
    }
  }
}

/**
 * The coordinates of the given columns in the pivot columns, from an echelon form: row by row, one row for
 * each pivot. These are the entries of the reduced echelon form in the given columns.
 *
 * @param free columns without a pivot, rising.
 */
export function backSubstitute(
  entries: Float64Array,
  columns: number,
  pivotColumns: readonly number[],
  free: readonly number[],
  prime: number,
): Float64Array {
  const inverse = reciprocal(prime);
  const width = free.length;
  const coordinates = new Float64Array(pivotColumns.length * width);
  for (let row = pivotColumns.length - 1; row >= 0; row--) {
    const start = row * columns;
    const place = row * width;
    for (let j = 0; j < width; j++) {
      // Left of its pivot a row holds leftovers where it should hold 0.
      if (free[j]! > pivotColumns[row]!) coordinates[place + j] = entries[start + free[j]!]!;
    }
    for (let below = row + 1; below < pivotColumns.length; below++) {
      const factor = entries[start + pivotColumns[below]!]!;
      if (factor === 0) continue;
      for (let j = 0, at = below * width; j < width; j++)
        coordinates[place + j]! -= factor * coordinates[at++]!;
    }
    for (let j = place; j < place + width; j++) coordinates[j] = residue(coordinates[j]!, prime, inverse);
  }
  return coordinates;
}

/**
 * The inverse of a square matrix of residues, or `undefined` if it is singular modulo p. The input stays
 * unchanged.
 */
export function invert(entries: Float64Array, size: number, prime: number): Float64Array | undefined {
  const width = 2 * size;
  const wide = new Float64Array(size * width);
  for (let row = 0; row < size; row++) {
    wide.set(entries.subarray(row * size, (row + 1) * size), row * width);
    wide[row * width + size + row] = 1;
  }
  const { pivotColumns } = eliminate(wide, size, width, prime, size);
  if (pivotColumns.length < size) return undefined;
  const added = Array.from({ length: size }, (_, column) => size + column);
  return backSubstitute(wide, width, pivotColumns, added, prime);
}
