import { entry } from "../entry.js";
import { type DiagonalDominance, diagonalDominance } from "./diagonalDominance.js";
import { imagesOfVectors } from "../modular/imagesOfVectors.js";
import { magnitude } from "../numbers/integer.js";
import { type IntegerMatrix, largestBits } from "../vectors/integerMatrix.js";
import { roundedMatrix } from "./roundedMatrix.js";

/**
 * Whether the values x_i·H·x_j of a symmetric matrix H at given vectors form a strictly diagonally dominant
 * matrix, judged by the leading bits of H only. These decide even for entries of thousands of bits, unless H
 * is nearly singular.
 *
 * If the result has no `weakRow`, the matrix is dominant and its diagonal has the signs counted. The reason:
 * write H = 2^k·H' + D with |D_ij| ≤ 2^(k−1), and let |x| be the sum of the absolute values of the entries of
 * x. Then x·H·y = 2^(k−1)·(2·x·H'·y + e) with |e| ≤ |x|·|y|, all in integers. In the worst case each diagonal
 * entry is as near to 0 as this bound permits, and each other entry as far from 0. If even that matrix is
 * dominant, so is the matrix of the exact values, with the same signs on the diagonal. A weak row says
 * nothing about H, unless k = 0: then D = 0 and the check is exact.
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
  if (largestBits(matrix) <= bits) return diagonalDominance(valuesOnPairs(matrix, vectors));
  const values = valuesOnPairs(roundedMatrix(matrix, bits).matrix, vectors);
  return diagonalDominance(worstCase(values, vectors.map(sumOfSizes)));
}

/**
 * Twice the values: the bounds |x_i|·|x_j| make those on the diagonal smaller in size, and the others larger.
 */
function worstCase(values: IntegerMatrix, sizes: readonly bigint[]): bigint[][] {
  return values.map((row, i) =>
    row.map((value, j) => {
      const error = entry(sizes, i) * entry(sizes, j);
      if (i !== j) return 2n * magnitude(value) + error;
      const least = 2n * magnitude(value) - error;
      // A value of undecided sign must count neither as positive nor as negative.
      if (least <= 0n) return 0n;
      return value < 0n ? -least : least;
    }),
  );
}

/** The lower triangle of the values x_i·H·x_j, by the product that is fast for short vectors. */
function valuesOnPairs(matrix: IntegerMatrix, vectors: IntegerMatrix): bigint[][] {
  const images = imagesOfVectors(matrix, matrix.length, vectors);
  return imagesOfVectors(images, matrix.length, vectors).map((row, index) => row.slice(0, index + 1));
}

function sumOfSizes(vector: readonly bigint[]): bigint {
  return vector.reduce((sum, entry) => sum + magnitude(entry), 0n);
}
