import { requireArguments, speaking } from "../plainJavaScript.js";
import { lcm } from "../numbers/integer.js";
import { dot, type IntegerMatrix, requireSquare, timesVector } from "../vectors/integerMatrix.js";
import type { RationalVector } from "../vectors/rationalVector.js";

/**
 * The rational matrix `numerators / denominator`.
 *
 * @example overOneDenominator([RationalVector.parse("1/2", "1/3")]).denominator === 6n
 */
export interface IntegersOverDenominator {
  readonly numerators: IntegerMatrix;
  /** Positive. */
  readonly denominator: bigint;
}

/**
 * All rows over their least common denominator. So a symmetric matrix stays symmetric, which it would not
 * with one denominator for each row, and the numerators have the same inertia and kernel.
 *
 * @example overOneDenominator([RationalVector.parse("1", "1/2"), RationalVector.parse("1/2", "0")])
 * // { numerators: [[2n, 1n], [1n, 0n]], denominator: 2n }
 */
export function overOneDenominator(rows: readonly RationalVector[]): IntegersOverDenominator {
  requireArguments({ "vector[]": { rows } });
  const denominator = rows.reduce((common, row) => lcm(common, row.denominator), 1n);
  const numerators = rows.map((row) => {
    const scale = denominator / row.denominator;
    return row.numerators.map((numerator) => numerator * scale);
  });
  return speaking({ numerators, denominator });
}

/**
 * The size of a symmetric matrix.
 *
 * @throws RangeError unless it is square and equal to its transpose.
 * @example requireSymmetric([[1n, 2n], [2n, 0n]]) === 2
 */
export function requireSymmetric(matrix: IntegerMatrix): number {
  const size = requireSquare(matrix);
  for (const [row, entries] of matrix.entries()) {
    const column = entries.findIndex((entry, other) => entry !== matrix[other]?.[row]);
    if (column < 0) continue;
    throw new RangeError(`not symmetric: the entries at (${row}, ${column}) and (${column}, ${row}) differ`);
  }
  return size;
}

/**
 * The values x_i·H·x_j of a symmetric matrix H at pairs of vectors with j ≤ i, row by row.
 *
 * @throws RangeError unless every vector is as long as the matrix.
 * @example valuesOnPairs([[1n, 2n], [2n, 0n]], [[1n, 0n], [1n, 1n]]) // [[1n], [3n, 5n]]
 */
export function valuesOnPairs(matrix: IntegerMatrix, vectors: IntegerMatrix): bigint[][] {
  const images = vectors.map((vector) => timesVector(matrix, vector));
  return vectors.map((vector, row) => images.slice(0, row + 1).map((image) => dot(vector, image)));
}
