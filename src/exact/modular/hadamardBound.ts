import { noEntry } from "../entry.js";
import type { FractionSize } from "./digitReading.js";
import { bitLength } from "../numbers/integer.js";
import type { IntegerMatrix } from "../vectors/integerMatrix.js";

/** Squared Euclidean lengths of the columns. */
function squaredNorms(matrix: IntegerMatrix, columns: number): bigint[] {
  const sums = new Array<bigint>(columns).fill(0n);
  for (const row of matrix) {
    row.forEach((value, column) => {
      if (value !== 0n) sums[column] = (sums[column] ?? noEntry(sums, column)) + value * value;
    });
  }
  return sums;
}

/**
 * Hadamard's bound: the absolute value of the determinant of a square matrix is at most the product of the
 * lengths of its columns. It is below 2 to the power of the number returned.
 *
 * @example hadamardBits([[1n, 1n], [-1n, 1n]]) === 2 // 2 = √2·√2 < 2^2
 */
export function hadamardBits(matrix: IntegerMatrix): number {
  const square = squaredNorms(matrix, matrix.length).reduce((product, norm) => product * norm, 1n);
  return (bitLength(square) + 1) >> 1;
}

/**
 * Bounds on the solution of B·x = b, for a square matrix B that isn't singular. By Cramer's rule the
 * denominator divides det B, and the numerators are at most the determinants of B with one column replaced by
 * b.
 */
export function cramerSize(matrix: IntegerMatrix, right: readonly bigint[]): FractionSize {
  const bits = squaredNorms(matrix, matrix.length).map((norm) => (bitLength(norm) + 1) >> 1);
  const denominator = bits.reduce((sum, bit) => sum + bit, 0);
  const shortest = bits.reduce((least, bit) => Math.min(least, bit), denominator);
  const norm = right.reduce((sum, value) => sum + value * value, 0n);
  return { denominator, numerator: denominator - shortest + ((bitLength(norm) + 1) >> 1) };
}
