import { certifiedNullspace } from "./certifiedNullspace.js";
import { diagonalDominance } from "./diagonalDominance.js";
import { FixedPointCongruence } from "./fixedPointCongruence.js";
import { imagesOfVectors } from "./imagesOfVectors.js";
import { bitLength } from "./integer.js";
import { dot, type IntegerMatrix } from "./integerMatrix.js";
import { RationalVector } from "./rationalVector.js";
import { requireSymmetric, valuesOnPairs } from "./symmetricMatrix.js";

/** How many eigenvalues of a symmetric matrix are positive, negative and zero. */
export interface Inertia {
  readonly positive: number;
  readonly negative: number;
  readonly zero: number;
}

/**
 * An inertia with its evidence, for a symmetric n × n matrix H.
 *
 * The kernel's vectors show that there are `zero` zero eigenvalues at least. The values x_i·H·x_j of the
 * congruence's vectors make a strictly diagonally dominant matrix ({@link diagonalDominance}), so that H is positive
 * definite on a subspace of dimension `positive`, and negative definite on one of dimension `negative`. H has so many
 * positive and negative eigenvalues at least (Sylvester's law of inertia). As the three numbers add up to n, they are
 * no more either.
 */
export interface CertifiedInertia {
  readonly inertia: Inertia;
  /** `zero` vectors with H·x = 0: vector k is 1 at identityRows[k] and 0 at the others of these rows. */
  readonly kernel: readonly RationalVector[];
  readonly identityRows: readonly number[];
  /** n − zero integer vectors of n entries each: the columns of a matrix R with R^T·H·R diagonally dominant. */
  readonly congruence: IntegerMatrix;
}

/**
 * The inertia of a symmetric matrix, by {@link certifiedInertia}. Of a rational matrix take the numerators over one
 * positive denominator ({@link overOneDenominator}).
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example inertia([[0n, 1n], [1n, 0n]]) // { positive: 1, negative: 1, zero: 0 }
 */
export function inertia(matrix: IntegerMatrix): Inertia {
  return certifiedInertia(matrix).inertia;
}

/** Bits of the first attempt: enough for all but nearly singular matrices, and a word has room for a few more. */
const FIRST_PRECISION = 60;

/**
 * The inertia with its evidence: the kernel by p-adic lifting, the congruence by elimination in fixed-point
 * arithmetic, with twice the precision until its exact check succeeds.
 *
 * It does in the end. Exact elimination of a matrix of rank r finds r nonzero pivots: before that the Schur complement
 * isn't zero, and a pivot is at least half as large as its largest entry. There are finitely many sequences of pivots.
 * Along each, fixed-point pivots and vectors converge to the exact ones as the precision grows, since a step is
 * continuous where its pivot isn't 0, and since pivots chosen by nearly the right entries stay away from 0; so none is
 * lost to rounding any more. With the exact vectors x_i·H·x_j = 0 for i ≠ j. Rounding vectors of nearly one size of
 * x_i·H·x_i to more and more bits makes x_i·H·x_j vanish beside it, so that the diagonal dominates from some precision
 * on.
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example certifiedInertia([[2n]]).inertia.positive === 1
 */
export function certifiedInertia(matrix: IntegerMatrix): CertifiedInertia {
  const size = requireSymmetric(matrix);
  const { rank, basis } = certifiedNullspace(matrix, size);
  const kernel = basis.vectors.map((vector, index) =>
    RationalVector.of(vector, vector[basis.free[index] ?? 0]),
  );
  let length = bitLength(BigInt(rank));
  for (let precision = FIRST_PRECISION; ; precision *= 2, length += 4) {
    const congruence = FixedPointCongruence.vectors(matrix, rank, precision, length);
    if (congruence === undefined) continue;
    const { positive, negative, weakRow } = diagonalDominance(quickValuesOnPairs(matrix, congruence));
    if (weakRow !== undefined) continue;
    const inertia = { positive, negative, zero: size - rank };
    return { inertia, kernel, identityRows: basis.free, congruence };
  }
}

/** What {@link valuesOnPairs} returns, by the product that is quick for short vectors. */
function quickValuesOnPairs(matrix: IntegerMatrix, vectors: IntegerMatrix): IntegerMatrix {
  const images = imagesOfVectors(matrix, matrix.length, vectors);
  return imagesOfVectors(images, matrix.length, vectors).map((row, index) => row.slice(0, index + 1));
}

/**
 * What is wrong with a claimed inertia, or `undefined` if nothing is. Multiplies and compares BigInts only.
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example inertiaFault([[1n]], { ...certifiedInertia([[1n]]), congruence: [[0n]] }) // "the congruence isn't …"
 */
export function inertiaFault(matrix: IntegerMatrix, certificate: CertifiedInertia): string | undefined {
  const size = requireSymmetric(matrix);
  const { inertia: claimed, congruence } = certificate;
  const fault = kernelFault(matrix, certificate);
  if (fault !== undefined) return fault;
  if (congruence.length !== size - claimed.zero) {
    return `a congruence of ${congruence.length} vectors, ${size - claimed.zero} expected`;
  }
  const ragged = congruence.findIndex((vector) => vector.length !== size);
  if (ragged >= 0)
    return `vector ${ragged} of the congruence has ${congruence[ragged]?.length} entries of ${size}`;
  const { positive, negative, weakRow } = diagonalDominance(valuesOnPairs(matrix, congruence));
  if (weakRow !== undefined) return `the congruence isn't diagonally dominant in row ${weakRow}`;
  if (positive === claimed.positive && negative === claimed.negative) return undefined;
  return `${claimed.positive} positive and ${claimed.negative} negative claimed, ${positive} and ${negative} found`;
}

function kernelFault(matrix: IntegerMatrix, certificate: CertifiedInertia): string | undefined {
  const { kernel, identityRows, inertia: claimed } = certificate;
  if (kernel.length !== claimed.zero || identityRows.length !== claimed.zero) {
    return `${kernel.length} kernel vectors with ${identityRows.length} identity rows, ${claimed.zero} expected`;
  }
  for (const [index, { numerators, denominator }] of kernel.entries()) {
    if (numerators.length !== matrix.length) {
      return `kernel vector ${index} has ${numerators.length} entries of ${matrix.length}`;
    }
    const clash = identityRows.find((row, other) => numerators[row] !== (other === index ? denominator : 0n));
    if (clash !== undefined) return `kernel vector ${index} isn't a unit vector in identity row ${clash}`;
    const row = matrix.findIndex((entries) => dot(entries, numerators) !== 0n);
    if (row >= 0) return `kernel vector ${index} isn't orthogonal to row ${row}`;
  }
  return undefined;
}
