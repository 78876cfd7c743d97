import { type IntegerMatrix, requireColumns, transpose } from "../vectors/integerMatrix.js";
import { LimbMatrix } from "../modular/limbMatrix.js";
import { minorFault, type NonzeroMinor } from "../modular/nonzeroMinor.js";
import {
  basisFault,
  liftedNullspace,
  type NullspaceBasis,
  shortNullspace,
} from "../modular/nullspaceBasis.js";
import { PivotBlock } from "../modular/pivotBlock.js";

/**
 * A rank with its evidence. The nonzero minor shows that the rank is at least `rank`. If `rank` is the number
 * of rows or columns, it can't be more. Otherwise independent vectors show that it isn't: `columns − rank` of
 * them with A·x = 0, or `rows − rank` with y·A = 0, whichever are shorter.
 */
export interface CertifiedRank {
  readonly rank: number;
  readonly minor: NonzeroMinor;
  readonly kernel?: NullspaceBasis & { readonly side: "right" | "left" };
}

/**
 * The rank of an integer matrix, by elimination modulo a prime. The returned evidence proves it;
 * {@link rankFault} checks the evidence without that elimination.
 *
 * @param columns number of columns.
 * @throws RangeError on a row of another length.
 * @example certifiedRank([[1n, 2n], [2n, 4n]], 2).rank === 1
 */
export function certifiedRank(matrix: IntegerMatrix, columns: number): CertifiedRank {
  return PivotBlock.first(LimbMatrix.of(matrix, columns), (block) => {
    const { rank, minor } = block;
    if (rank === Math.min(matrix.length, columns)) return { rank, minor };
    const kernel = kernelOf(matrix, columns, block);
    return kernel === undefined ? undefined : { rank, minor, kernel };
  });
}

/**
 * Vectors with short entries on either side; if there are none, vectors by p-adic lifting on the side that
 * needs fewer.
 */
function kernelOf(matrix: IntegerMatrix, columns: number, block: PivotBlock): CertifiedRank["kernel"] {
  const right = shortNullspace(block);
  if (right !== undefined) return { ...right, side: "right" };
  const turned = transpose(matrix, columns);
  const turnedBlock = PivotBlock.modulo(LimbMatrix.of(turned, matrix.length), block.minor.prime);
  const left = shortNullspace(turnedBlock);
  if (left !== undefined) return { ...left, side: "left" };
  const side = matrix.length < columns ? "left" : "right";
  const lifted = side === "left" ? liftedNullspace(turned, turnedBlock) : liftedNullspace(matrix, block);
  return lifted && { ...lifted, side };
}

/**
 * The first fault of a claimed rank, in words; `undefined` if the evidence proves the rank.
 *
 * @throws RangeError on a row of another length.
 */
export function rankFault(
  matrix: IntegerMatrix,
  columns: number,
  { rank, minor, kernel }: CertifiedRank,
): string | undefined {
  requireColumns(matrix, columns);
  if (minor.rows.length !== rank) return `rank ${rank} claimed with a minor of size ${minor.rows.length}`;
  const fault = minorFault(matrix, columns, minor);
  if (fault !== undefined) return fault;
  if (kernel === undefined) {
    const full = Math.min(matrix.length, columns);
    return rank === full ? undefined : `rank ${rank} of at most ${full} without a nullspace`;
  }
  return kernel.side === "right"
    ? basisFault(matrix, columns, columns - rank, kernel)
    : basisFault(transpose(matrix, columns), matrix.length, matrix.length - rank, kernel);
}
