import { entry } from "../entry.js";
import { imagesOfVectors } from "../modular/imagesOfVectors.js";
import { magnitude } from "../numbers/integer.js";
import type { IntegerMatrix } from "../vectors/integerMatrix.js";

/**
 * A symmetric matrix known up to an error: each of its entries is within the radius of that of the midpoints.
 *
 * @example const matrix: EnclosedMatrix = { midpoints: [[4n]], radius: 1n }; // [[3]], [[5]] or between
 */
export interface EnclosedMatrix {
  readonly midpoints: IntegerMatrix;
  readonly radius: bigint;
}

/**
 * The values x_i·H·x_j at pairs of vectors for the worst of the enclosed matrices, as a lower triangle: each
 * value on the diagonal is as near to 0 as any of these matrices makes it, and each other one as far from 0,
 * since x·H·y is off by at most radius·|x|·|y|, where |x| is the sum of the absolute values of the entries of
 * x. If this triangle is diagonally dominant, so are the values of every enclosed matrix, with the same signs
 * on the diagonal.
 *
 * @throws RangeError on a vector of another length than the matrix.
 * @example worstValues({ midpoints: [[4n]], radius: 1n }, [[2n]]) // [[12n]]
 */
export function worstValues({ midpoints, radius }: EnclosedMatrix, vectors: IntegerMatrix): bigint[][] {
  const sizes = vectors.map(sumOfSizes);
  return valuesOfShort(midpoints, vectors).map((row, i) =>
    row.map((value, j) => {
      const error = radius * entry(sizes, i) * entry(sizes, j);
      if (i !== j) return magnitude(value) + error;
      const least = magnitude(value) - error;
      // A value of undecided sign must count neither as positive nor as negative.
      if (least <= 0n) return 0n;
      return value < 0n ? -least : least;
    }),
  );
}

/** The lower triangle of the values x_i·H·x_j, by the product that is fast for short vectors. */
export function valuesOfShort(matrix: IntegerMatrix, vectors: IntegerMatrix): bigint[][] {
  const images = imagesOfVectors(matrix, matrix.length, vectors);
  return imagesOfVectors(images, matrix.length, vectors).map((row, index) => row.slice(0, index + 1));
}

function sumOfSizes(vector: readonly bigint[]): bigint {
  return vector.reduce((sum, value) => sum + magnitude(value), 0n);
}
