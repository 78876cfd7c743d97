import { counted } from "../counted.js";
import { entry, noEntry } from "../entry.js";
import { bitLength, gcd } from "../numbers/integer.js";
import type { RationalVector } from "./rationalVector.js";

/**
 * A matrix over Z as a list of rows. A matrix without rows doesn't show how many columns it has, so every
 * function whose answer depends on that takes the number of columns as an argument.
 *
 * @example inertia([[1n, 2n], [2n, 1n]]).negative === 1
 */
export type IntegerMatrix = readonly (readonly bigint[])[];

/**
 * Requires every row to have `columns` entries.
 *
 * @throws RangeError that names the first row of another length, and both lengths.
 * @example requireColumns([[1n, 2n], [3n]], 2) // throws "row 1 has 1 entries, 2 columns expected"
 */
export function requireColumns(matrix: IntegerMatrix, columns: number): void {
  if (!Number.isInteger(columns) || columns < 0) throw new RangeError(`a matrix of ${columns} columns`);
  matrix.forEach((row, index) => {
    if (row.length !== columns) {
      throw new RangeError(
        `row ${index} has ${counted(row.length, "entry", "entries")}, ${counted(columns, "column")} expected`,
      );
    }
  });
}

/**
 * The size of a square matrix.
 *
 * @throws RangeError unless every row has as many entries as there are rows.
 */
export function requireSquare(matrix: IntegerMatrix): number {
  requireColumns(matrix, matrix.length);
  return matrix.length;
}

/**
 * The columns of a matrix, as rows.
 *
 * @param columns the number of columns, at least 0.
 * @throws RangeError on a row of another length.
 * @example transpose([[1n, 2n]], 2) // [[1n], [2n]]
 */
export function transpose(matrix: IntegerMatrix, columns: number): bigint[][] {
  requireColumns(matrix, columns);
  return Array.from({ length: columns }, (_, column) =>
    matrix.map((row) => row[column] ?? noEntry(row, column)),
  );
}

/**
 * The entries in the given rows and columns, in their order.
 *
 * @throws RangeError on an index that the matrix doesn't have.
 * @example pick([[1n, 2n], [3n, 4n]], [1, 0], [1]) // [[4n], [2n]]
 */
export function pick(
  matrix: IntegerMatrix,
  rows: readonly number[],
  columns: readonly number[],
): IntegerMatrix {
  return rows
    .map((row) => entry(matrix, row))
    .map((row) => columns.map((column) => row[column] ?? noEntry(row, column)));
}

/**
 * The product of an m × k and a k × `columns` matrix.
 *
 * @throws RangeError unless the shapes fit.
 * @example product([[1n, 2n]], [[3n], [4n]], 1) // [[11n]]
 */
export function product(left: IntegerMatrix, right: IntegerMatrix, columns: number): bigint[][] {
  requireColumns(left, right.length);
  const turned = transpose(right, columns);
  return left.map((row) => turned.map((column) => dot(row, column)));
}

/**
 * The product of the matrix and a column vector.
 *
 * @throws RangeError unless every row is as long as the vector.
 */
export function timesVector(matrix: IntegerMatrix, vector: readonly bigint[]): bigint[] {
  requireColumns(matrix, vector.length);
  return matrix.map((row) => dot(row, vector));
}

/**
 * The inner product.
 *
 * @throws RangeError if the lengths differ.
 */
export function dot(left: readonly bigint[], right: readonly bigint[]): bigint {
  if (left.length !== right.length)
    throw new RangeError(`vectors of ${left.length} and ${right.length} entries`);
  let sum = 0n;
  for (let index = 0; index < left.length; index++) {
    const a = left[index] ?? noEntry(left, index);
    const b = right[index] ?? noEntry(right, index);
    // Most entries of the linear systems here are 0, and a comparison is cheaper than a product.
    if (a !== 0n && b !== 0n) sum += a * b;
  }
  return sum;
}

/**
 * The vector divided by the greatest common divisor of its entries; the sign stays.
 *
 * @example primitive([-4n, 6n]) // [-2n, 3n]
 */
export function primitive(vector: readonly bigint[]): readonly bigint[] {
  let content = 0n;
  for (const entry of vector) {
    content = gcd(content, entry);
    if (content === 1n) return vector;
  }
  return content === 0n ? vector : vector.map((entry) => entry / content);
}

/**
 * The number of bits of the entry that is largest in absolute value; 0 for a matrix without entries.
 *
 * @example largestBits([[1n, -4n]]) === 3
 */
export function largestBits(matrix: IntegerMatrix): number {
  let largest = 0n;
  for (const row of matrix) {
    for (const value of row) {
      if (value > largest) largest = value;
      else if (-largest > value) largest = -value;
    }
  }
  return bitLength(largest);
}

/**
 * The vector with the given entries at the given places and 0 elsewhere.
 *
 * @throws RangeError on fewer entries than places.
 * @example spread(3, [2], [5n]) // [0n, 0n, 5n]
 */
export function spread(dimension: number, places: readonly number[], entries: readonly bigint[]): bigint[] {
  const vector = new Array<bigint>(dimension).fill(0n);
  places.forEach((place, index) => {
    vector[place] = entry(entries, index);
  });
  return vector;
}

/**
 * Exchanges row `rank` with the first row from there on that isn't 0 in a column.
 *
 * @returns that row; undefined, and no exchange, if all are 0 there.
 * @example liftPivotRow([[0n], [3n]], 0, 0) // [3n]
 */
export function liftPivotRow<Row extends readonly bigint[]>(
  rows: Row[],
  rank: number,
  column: number,
): Row | undefined {
  const place = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
  const pivotRow = rows[place];
  if (pivotRow === undefined) return undefined;
  rows[place] = entry(rows, rank);
  rows[rank] = pivotRow;
  return pivotRow;
}

/**
 * Each row multiplied by its own common denominator. This keeps the rank, the row space and the nullspace. It
 * keeps the solutions of an affine system A·x = b if A and b are cleared together, as the rows of [A | b].
 *
 * @example clearDenominators([RationalVector.parse("1/2", "1/3")]) // [[3n, 2n]]
 */
export function clearDenominators(rows: readonly RationalVector[]): IntegerMatrix {
  return rows.map((row) => row.numerators);
}
