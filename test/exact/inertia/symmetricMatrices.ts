import { product, transpose } from "../../../src/exact/vectors/integerMatrix.js";
import { randomMatrix, words } from "../matrices.js";

/**
 * A symmetric matrix that a seed settles: all sizes of entries, with zeros on the diagonal, many of low rank,
 * and some with equal rows.
 */
export function randomSymmetric(size: number, seed: number): bigint[][] {
  const square = randomMatrix(size, size, seed);
  if (seed % 3 === 0) return square.map((row, i) => row.map((entry, j) => entry + (square[j]?.[i] ?? 0n)));
  if (seed % 3 === 1) {
    return square.map((row, i) =>
      row.map((entry, j) => (i === j ? 0n : i > j ? entry : (square[j]?.[i] ?? 0n))),
    );
  }
  const signs = square.map((_, index) => [1n, -1n, 0n][index % 3] ?? 0n);
  return congruent(signs, square);
}

/** Σ_k values[k] · row_k^T · row_k. */
export function congruent(values: readonly bigint[], rows: readonly (readonly bigint[])[]): bigint[][] {
  const scaled = rows.map((row, index) => row.map((entry) => (values[index] ?? 0n) * entry));
  return product(transpose(rows, rows.length), scaled, rows.length);
}

/** A matrix of determinant 1: a lower triangle times an upper one, entries of `bits` bits in both. */
export function unimodular(size: number, bits: number, seed: number): bigint[][] {
  const next = words(seed);
  const triangle = (lower: boolean): bigint[][] =>
    Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (__, column) => {
        if (row === column) return 1n;
        return column < row === lower ? BigInt.asIntN(bits, BigInt(next() >>> 4)) : 0n;
      }),
    );
  return product(triangle(true), triangle(false), size);
}
