import { entry } from "../entry.js";
import { requireArguments, speaking } from "../plainJavaScript.js";
import { certifiedNullspace } from "../matrices/certifiedNullspace.js";
import { diagonalDominance } from "./diagonalDominance.js";
import { FixedPointCongruence } from "./fixedPointCongruence.js";
import { bitLength } from "../numbers/integer.js";
import { dot, type IntegerMatrix, largestBits } from "../vectors/integerMatrix.js";
import { RationalVector } from "../vectors/rationalVector.js";
import { roundedDominance } from "./roundedDominance.js";
import { requireSymmetric, valuesOnPairs } from "./symmetricMatrix.js";

/**
 * How many eigenvalues of a symmetric matrix are positive, negative and zero.
 *
 * @example inertia([[0n, 1n], [1n, 0n]]) // { positive: 1, negative: 1, zero: 0 }
 */
export interface Inertia {
  readonly positive: number;
  readonly negative: number;
  readonly zero: number;
}

/**
 * An inertia with its evidence, for a symmetric n × n matrix H.
 *
 * The vectors of the kernel show that H has at least `zero` zero eigenvalues. The values x_i·H·x_j of the
 * vectors of the congruence form a strictly diagonally dominant matrix (`diagonalDominance`). So H is
 * positive definite on a subspace of dimension `positive`, and negative definite on one of dimension
 * `negative`: it has at least that many positive and negative eigenvalues (Sylvester's law of inertia). The
 * three numbers add up to n, so all three bounds are equalities.
 *
 * @example inertiaFault([[2n]], certifiedInertia([[2n]])) === undefined
 */
export interface CertifiedInertia {
  readonly inertia: Inertia;
  /** `zero` vectors with H·x = 0: vector k is 1 at identityRows[k] and 0 at the others of these rows. */
  readonly kernel: readonly RationalVector[];
  readonly identityRows: readonly number[];
  /**
   * n − zero integer vectors of n entries each: the columns of a matrix R with R^T·H·R diagonally dominant.
   */
  readonly congruence: IntegerMatrix;
}

/**
 * The inertia of a symmetric matrix, by {@link certifiedInertia}. For a rational matrix, take the numerators
 * over one positive denominator ({@link overOneDenominator}).
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example inertia([[0n, 1n], [1n, 0n]]) // { positive: 1, negative: 1, zero: 0 }
 */
export function inertia(matrix: IntegerMatrix): Inertia {
  return speaking({ ...certifiedInertia(matrix).inertia });
}

/**
 * The precision of the first attempt, in bits: enough for all but nearly singular matrices, and a few less
 * than a machine word has.
 */
const FIRST_PRECISION = 60;

/**
 * The inertia with its evidence: the kernel by p-adic lifting, the congruence by elimination in fixed-point
 * arithmetic. The precision is doubled until the check succeeds.
 *
 * The check is exact, although it reads only the leading bits of longer entries: it assumes the worst errors
 * that exact bounds allow (`roundedDominance`). If n vectors pass, the kernel is 0. For entries of
 * thousands of bits this is tried first, since it needs no product and no residue of a long entry.
 *
 * The check does succeed in the end. Exact elimination of a matrix of rank r finds r nonzero pivots: before
 * that the Schur complement isn't zero, and a pivot is at least half as large as its largest entry. There are
 * finitely many sequences of pivots. Along each, fixed-point pivots and vectors converge to the exact ones as
 * the precision grows, since a step is continuous where its pivot isn't 0, and since pivots chosen by nearly
 * the right entries stay away from 0; so from some precision on no pivot is lost to rounding. The exact
 * vectors have x_i·H·x_j = 0 for i ≠ j. The vectors are scaled so that the values x_i·H·x_i are of nearly the
 * same size. As they are rounded to more and more bits, x_i·H·x_j becomes negligible compared with x_i·H·x_i,
 * so the diagonal dominates from some precision on; and from some precision on the check reads all bits.
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example certifiedInertia([[2n]]).inertia.positive === 1
 */
export function certifiedInertia(matrix: IntegerMatrix): CertifiedInertia {
  requireArguments({ matrix: { matrix } });
  const size = requireSymmetric(matrix);
  if (largestBits(matrix) > bitsToCheck(FIRST_PRECISION)) {
    const signs = signsOnVectors(matrix, size, FIRST_PRECISION, bitLength(BigInt(size)));
    if (signs !== undefined) return speaking({ ...signs, kernel: [], identityRows: [] });
  }
  const { rank, basis } = certifiedNullspace(matrix, size);
  const kernel = basis.vectors.map((vector, index) =>
    RationalVector.of(vector, vector[entry(basis.free, index)]),
  );
  let length = bitLength(BigInt(rank));
  for (let precision = FIRST_PRECISION; ; precision *= 2, length += 4) {
    const signs = signsOnVectors(matrix, rank, precision, length);
    if (signs !== undefined) return speaking({ ...signs, kernel, identityRows: basis.free });
  }
}

/**
 * Bits of the matrix that the check reads. The vectors of the smallest pivots are longer by half the
 * precision. The errors grow like the squares of these lengths, and with this many bits they are still small
 * compared with the values.
 */
function bitsToCheck(precision: number): number {
  return 2 * precision;
}

/** The evidence without the kernel, from `rank` vectors; `undefined` if the precision is too low. */
function signsOnVectors(
  matrix: IntegerMatrix,
  rank: number,
  precision: number,
  length: number,
): Pick<CertifiedInertia, "inertia" | "congruence"> | undefined {
  const congruence = FixedPointCongruence.vectors(matrix, rank, precision, length);
  if (congruence === undefined) return undefined;
  const { positive, negative, weakRow } = roundedDominance(matrix, congruence, bitsToCheck(precision));
  if (weakRow !== undefined) return undefined;
  return { inertia: { positive, negative, zero: matrix.length - rank }, congruence };
}

/**
 * What is wrong with a claimed inertia, or `undefined` if nothing is. Multiplies and compares BigInts only.
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example inertiaFault([[1n]], { ...certifiedInertia([[1n]]),
 *   congruence: [[0n]] })
 *   ?.startsWith("the congruence isn't") // true
 */
export function inertiaFault(matrix: IntegerMatrix, certificate: CertifiedInertia): string | undefined {
  requireArguments({ matrix: { matrix }, "{ inertia, kernel, congruence }": { certificate } });
  const size = requireSymmetric(matrix);
  const { inertia: claimed, congruence } = certificate;
  const fault = kernelFault(matrix, certificate);
  if (fault !== undefined) return fault;
  if (congruence.length !== size - claimed.zero) {
    return `a congruence of ${congruence.length} vectors, ${size - claimed.zero} expected`;
  }
  for (const [index, { length }] of congruence.entries()) {
    if (length !== size) return `vector ${index} of the congruence has ${length} entries of ${size}`;
  }
  const { positive, negative, weakRow } = diagonalDominance(valuesOnPairs(matrix, congruence));
  if (weakRow !== undefined) return `the congruence isn't diagonally dominant in row ${weakRow}`;
  if (positive === claimed.positive && negative === claimed.negative) return undefined;
  const claim = `${claimed.positive} positive and ${claimed.negative} negative claimed`;
  return `${claim}, ${positive} and ${negative} found`;
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
