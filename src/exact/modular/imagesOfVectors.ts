import { noEntry } from "../entry.js";
import { magnitude } from "../numbers/integer.js";
import { type IntegerMatrix, requireColumns, timesVector } from "../vectors/integerMatrix.js";
import { LimbMatrix } from "./limbMatrix.js";
import { multiply } from "./residueKernel.js";

/**
 * A vector is short if the absolute values of its entries add up to at most 2^30. Then the sum of their
 * products with limbs, which are at most 2^23, stays at or below 2^53 and is exact in a double.
 */
const SHORT = 1073741824n;

/** Bits of a limb. */
const LIMB_BITS = 24n;

/**
 * The matrix times each vector. A short vector is multiplied by limbs in doubles, which takes a tenth of the
 * time or less for matrices of a hundred rows; any other by BigInts. Both are exact.
 *
 * @param columns number of columns of the matrix.
 * @returns for each of the vectors its image, with an entry for each row of the matrix.
 * @throws RangeError on a row or a vector of another length than `columns`.
 * @example imagesOfVectors([[1n, 2n]], 2, [[3n, 4n], [0n, 1n]]) // [[11n], [2n]]
 */
export function imagesOfVectors(matrix: IntegerMatrix, columns: number, vectors: IntegerMatrix): bigint[][] {
  requireColumns(vectors, columns);
  const limbs = LimbMatrix.of(matrix, columns);
  const planes = new Float64Array(limbs.planes * limbs.rows);
  return vectors.map((vector) => {
    if (vector.reduce((sum, entry) => sum + magnitude(entry), 0n) > SHORT) {
      return timesVector(matrix, vector);
    }
    multiply(
      limbs.limbs,
      Float64Array.from(vector, (entry) => Number(entry)),
      planes,
    );
    return matrix.map((_, row) => joined(planes, row, limbs.rows));
  });
}

/** Σ_l 2^(24·l) · planes[l·rows + row]. */
function joined(planes: Float64Array, row: number, rows: number): bigint {
  let value = 0n;
  for (let at = planes.length - rows + row; at >= 0; at -= rows)
    value = (value << LIMB_BITS) + BigInt(planes[at] ?? noEntry(planes, at));
  return value;
}
