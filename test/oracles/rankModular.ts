import { LimbMatrix } from "../../src/exact/modular/limbMatrix.js";
import { PivotBlock } from "../../src/exact/modular/pivotBlock.js";
import type { IntegerMatrix } from "../../src/exact/vectors/integerMatrix.js";

/**
 * The rank modulo a prime: a lower bound on the rank, without proof that it is more.
 *
 * @example rankModular([[2n]], 1, 2) === 0
 */
export function rankModular(matrix: IntegerMatrix, columns: number, prime: number): number {
  return PivotBlock.modulo(LimbMatrix.of(matrix, columns), prime).rank;
}
