import { type IntegerMatrix, largestBits } from "../vectors/integerMatrix.js";

/**
 * The matrix 2^shift · `matrix`, which approximates another one: each entry is off by at most 2^(shift − 1),
 * and by nothing if shift ≤ 0.
 */
export interface RoundedMatrix {
  readonly matrix: IntegerMatrix;
  readonly shift: number;
}

/**
 * The matrix in units of a power of two, each entry rounded to the nearest integer. The unit is chosen so
 * that the largest entry has `bits` bits (or is 2^bits, if it is rounded up). Equal entries stay equal: a
 * symmetric matrix stays symmetric.
 *
 * @param bits at least 1. Where the entries have fewer bits, they are multiplied by a power of two.
 * @example roundedMatrix([[100n, -7n]], 4) // { matrix: [[13n, -1n]], shift: 3 }
 */
export function roundedMatrix(matrix: IntegerMatrix, bits: number): RoundedMatrix {
  const shift = largestBits(matrix) - bits;
  const scale = BigInt(shift);
  return { matrix: matrix.map((row) => row.map((entry) => rounded(entry, scale))), shift };
}

/**
 * value / 2^bits, rounded to the nearest integer; exact if bits is 0 or negative.
 *
 * @example rounded(-7n, 1n) === -3n
 */
export function rounded(value: bigint, bits: bigint): bigint {
  return ((value >> (bits - 1n)) + 1n) >> 1n;
}
