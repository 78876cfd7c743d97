import { entry } from "../entry.js";
import { type DiagonalDominance, diagonalDominance } from "./diagonalDominance.js";
import { imagesOfVectors } from "../modular/imagesOfVectors.js";
import { magnitude } from "../numbers/integer.js";
import type { IntegerMatrix } from "../vectors/integerMatrix.js";
import { largestBits, roundedMatrix } from "./roundedMatrix.js";

/**
 * Whether the values x_i·H·x_j of a symmetric matrix H at vectors make a strictly diagonally dominant matrix,
 * from the leading bits of H only: of entries with thousands of bits these decide, unless H is nearly
 * singular.
 *
 * A matrix without `weakRow` is dominant, and has the signs that are counted. For H = 2^k·H' + D with |D_ij|
 * ≤ 2^(k−1) says that x·H·y is 2^(k−1)·(2·x·H'·y + e), with |e| ≤ |x|·|y| where |x| is the sum of the sizes
 * of x's entries. All of this is in integers. In the worst case each diagonal entry is as near to 0 as that
 * permits, and each of the others as far from it: if even that is dominant, so is what the exact values make,
 * with the same signs on the diagonal. A weak row, on the other hand, says nothing about H unless k = 0,
 * where D = 0 and the check is exact.
 *
 * @param matrix symmetric.
 * @param bits so many of the largest entry are looked at; at least 1.
 * @throws RangeError on a vector of another length than the matrix.
 * @example roundedDominance([[1n << 99n]], [[1n]], 8) // { positive: 1, negative: 0 }
 */
export function roundedDominance(
  matrix: IntegerMatrix,
  vectors: IntegerMatrix,
  bits: number,
): DiagonalDominance {
  if (largestBits(matrix) <= bits) return diagonalDominance(valuesOnPairs(matrix, vectors));
  const values = valuesOnPairs(roundedMatrix(matrix, bits).matrix, vectors);
  return diagonalDominance(worstCase(values, vectors.map(sumOfSizes)));
}

/** Twice the values, the diagonal's made smaller and the others made larger by the bounds |x_i|·|x_j|. */
function worstCase(values: IntegerMatrix, sizes: readonly bigint[]): bigint[][] {
  return values.map((row, i) =>
    row.map((value, j) => {
      const error = entry(sizes, i) * entry(sizes, j);
      if (i !== j) return 2n * magnitude(value) + error;
      const least = 2n * magnitude(value) - error;
      // A value that may have either sign must not count with one.
      if (least <= 0n) return 0n;
      return value < 0n ? -least : least;
    }),
  );
}

/** The lower triangle of the values x_i·H·x_j, by the product that is quick for short vectors. */
function valuesOnPairs(matrix: IntegerMatrix, vectors: IntegerMatrix): bigint[][] {
  const images = imagesOfVectors(matrix, matrix.length, vectors);
  return imagesOfVectors(images, matrix.length, vectors).map((row, index) => row.slice(0, index + 1));
}

function sumOfSizes(vector: readonly bigint[]): bigint {
  return vector.reduce((sum, entry) => sum + magnitude(entry), 0n);
}
