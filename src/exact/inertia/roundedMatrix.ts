import { bitLength } from "../numbers/integer.js";
import type { IntegerMatrix } from "../vectors/integerMatrix.js";

/**
 * A matrix that 2^shift · `matrix` stands for, with errors of at most 2^(shift − 1) in size; none if shift ≤
 * 0.
 */
export interface RoundedMatrix {
  readonly matrix: IntegerMatrix;
  readonly shift: number;
}

/**
 * The matrix in units of a power of two, each entry to the nearest integer, so that the largest one has
 * `bits` bits (or is 2^bits, if it is rounded up). Equal entries stay equal: a symmetric matrix stays
 * symmetric.
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
 * The bits of the entry that is largest in size; 0 if there is none.
 *
 * @example largestBits([[1n, -4n]]) === 3
 */
export function largestBits(matrix: IntegerMatrix): number {
  return bitLength(
    matrix.reduce((most, row) => row.reduce((largest, entry) => larger(largest, entry), most), 0n),
  );
}

/** The larger size of two integers, the first one not negative. */
function larger(size: bigint, entry: bigint): bigint {
  if (entry > size) return entry;
  return -size > entry ? -entry : size;
}

/**
 * value / 2^bits to the nearest integer; exact where bits is 0 or negative.
 *
 * @example rounded(-7n, 1n) === -3n
 */
export function rounded(value: bigint, bits: bigint): bigint {
  return ((value >> (bits - 1n)) + 1n) >> 1n;
}
