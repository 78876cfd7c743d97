import type { IntegerMatrix } from "../vectors/integerMatrix.js";
import { LimbMatrix } from "../modular/limbMatrix.js";
import type { NonzeroMinor } from "../modular/nonzeroMinor.js";
import { liftedNullspace, type NullspaceBasis, shortNullspace } from "../modular/nullspaceBasis.js";
import { PivotBlock } from "../modular/pivotBlock.js";

/**
 * A basis of { x : A·x = 0 } with the evidence that it is one: a nonzero minor of size `rank`, which shows
 * that the dimension is at most `columns − rank`, and that many independent vectors with A·x = 0.
 */
export interface CertifiedNullspace {
  readonly rank: number;
  readonly minor: NonzeroMinor;
  readonly basis: NullspaceBasis;
}

/**
 * The nullspace of an integer matrix, by elimination modulo a prime and p-adic lifting. The returned evidence
 * proves it.
 *
 * @param columns number of columns.
 * @returns a basis of primitive integer vectors, with its evidence.
 * @throws RangeError on a row of another length.
 * @example certifiedNullspace([[1n, 2n]], 2).basis.vectors // [[-2n, 1n]]
 */
export function certifiedNullspace(matrix: IntegerMatrix, columns: number): CertifiedNullspace {
  return PivotBlock.first(LimbMatrix.of(matrix, columns), (block) => {
    const basis = shortNullspace(block) ?? liftedNullspace(matrix, block);
    return basis === undefined ? undefined : { rank: block.rank, minor: block.minor, basis };
  });
}
