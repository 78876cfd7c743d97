import { type DiagonalDominance, diagonalDominance } from "./diagonalDominance.js";
import { type IntegerMatrix, largestBits } from "../vectors/integerMatrix.js";
import { roundedMatrix } from "./roundedMatrix.js";
import { valuesOfShort, worstValues } from "./worstValues.js";

/**
 * Whether the values x_i·H·x_j of a symmetric matrix H at given vectors form a strictly diagonally dominant
 * matrix, judged by the leading bits of H only. These decide even for entries of thousands of bits, unless H
 * is nearly singular.
 *
 * If the result has no `weakRow`, the matrix is dominant and its diagonal has the signs counted. The reason:
 * write H = 2^k·H' + D with |D_ij| ≤ 2^(k−1). Then H = 2^(k−1)·(2H' + E) with |E_ij| ≤ 1. If the matrix of
 * the worst values ({@link worstValues}) is dominant, so is that of the exact ones, with the same signs on
 * the diagonal. A weak row says nothing about H, unless k = 0: then D = 0 and the check is exact.
 *
 * @param matrix symmetric.
 * @param bits how many bits of the largest entry the check reads; at least 1.
 * @throws RangeError on a vector of another length than the matrix.
 * @example roundedDominance([[1n << 99n]], [[1n]], 8) // { positive: 1, negative: 0 }
 */
export function roundedDominance(
  matrix: IntegerMatrix,
  vectors: IntegerMatrix,
  bits: number,
): DiagonalDominance {
  if (largestBits(matrix) <= bits) return diagonalDominance(valuesOfShort(matrix, vectors));
  // Twice the values, so that the error of an entry, half a unit at most, is a whole number too.
  const doubled = roundedMatrix(matrix, bits).matrix.map((row) => row.map((value) => 2n * value));
  return diagonalDominance(worstValues({ midpoints: doubled, radius: 1n }, vectors));
}
