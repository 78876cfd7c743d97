import { entry, noEntry } from "../entry.js";
import { type IntegerMatrix, liftPivotRow } from "../vectors/integerMatrix.js";
import { inverseModulo, isPrime } from "../numbers/primes.js";

/**
 * Equally many rows and columns whose minor isn't 0 modulo a prime. Then the minor isn't 0, so the rank is at
 * least their number.
 */
export interface NonzeroMinor {
  readonly prime: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The first fault of a claimed nonzero minor, in words; `undefined` if the minor isn't 0. Eliminates with
 * BigInts, independently of the engine that found the minor.
 *
 * @param columns number of columns of the matrix.
 * @example minorFault([[2n]], 1, { prime: 2, rows: [0], columns: [0] }) === "the minor is 0 modulo 2"
 */
export function minorFault(matrix: IntegerMatrix, columns: number, minor: NonzeroMinor): string | undefined {
  const { prime } = minor;
  if (!Number.isSafeInteger(prime) || !isPrime(prime)) return `${prime} is not a prime`;
  if (minor.rows.length !== minor.columns.length) {
    return `the minor has ${minor.rows.length} rows and ${minor.columns.length} columns`;
  }
  const fault = indexFault("row", minor.rows, matrix.length) ?? indexFault("column", minor.columns, columns);
  if (fault !== undefined) return fault;
  const modulus = BigInt(prime);
  const rows = minor.rows.map((row) =>
    minor.columns.map((column) => entry(entry(matrix, row), column) % modulus),
  );
  for (let column = 0; column < rows.length; column++) {
    const pivotRow = liftPivotRow(rows, column, column);
    if (pivotRow === undefined) return `the minor is 0 modulo ${prime}`;
    const inverse = BigInt(inverseModulo(entry(pivotRow, column), prime));
    for (const row of rows.slice(column + 1)) subtract(row, pivotRow, column, inverse, modulus);
  }
  return undefined;
}

/** Clears one column of a row below the pivot. */
function subtract(
  row: bigint[],
  pivotRow: readonly bigint[],
  column: number,
  inverse: bigint,
  modulus: bigint,
) {
  const factor = (entry(row, column) * inverse) % modulus;
  if (factor === 0n) return;
  for (let index = column; index < row.length; index++) {
    const change = factor * (pivotRow[index] ?? noEntry(pivotRow, index));
    row[index] = ((row[index] ?? noEntry(row, index)) - change) % modulus;
  }
}

/** The first index that is out of range, or a repeated one, which would count a row twice; in words. */
function indexFault(kind: "row" | "column", indices: readonly number[], count: number): string | undefined {
  const outside = indices.find((index) => !Number.isInteger(index) || index < 0 || index >= count);
  if (outside !== undefined) return `${kind} ${outside} is not among the ${count} of the matrix`;
  return new Set(indices).size < indices.length ? `a ${kind} of the minor is repeated` : undefined;
}
