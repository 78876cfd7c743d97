import type { IntegerMatrix } from "../vectors/integerMatrix.js";
import { LimbMatrix } from "../modular/limbMatrix.js";
import type { NonzeroMinor } from "../modular/nonzeroMinor.js";
import { liftedNullspace, type NullspaceBasis, shortNullspace } from "../modular/nullspaceBasis.js";
import { PivotBlock } from "../modular/pivotBlock.js";

/**
 * A basis of { x : A·x = 0 } with the evidence that it is one: a nonzero minor of size `rank`, so that the
 * nullspace has dimension `columns − rank` at most, and as many independent vectors in it.
 */
export interface CertifiedNullspace {
  readonly rank: number;
  readonly minor: NonzeroMinor;
  readonly basis: NullspaceBasis;
}

/**
 * The nullspace of an integer matrix, by elimination modulo a prime and p-adic lifting, proved by what is
 * returned.
 *
 * @param columns number of columns.
 * @returns primitive integer vectors.
 * @throws RangeError on a row of another length.
 * @example certifiedNullspace([[1n, 2n]], 2).basis.vectors // [[-2n, 1n]]
 */
export function certifiedNullspace(matrix: IntegerMatrix, columns: number): CertifiedNullspace {
  return PivotBlock.first(LimbMatrix.of(matrix, columns), (block) => {
    const basis = shortNullspace(block) ?? liftedNullspace(matrix, block);
    return basis === undefined ? undefined : { rank: block.rank, minor: block.minor, basis };
  });
}
