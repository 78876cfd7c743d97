import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { intersectionShape, meetingCriterion } from "../../combinatorics/partitions/meetingCriterion.js";
import { certifiedNullspace } from "../../exact/matrices/certifiedNullspace.js";
import { clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { reducedRows } from "../../exact/matrices/reducedRows.js";
import { type AffineSubspace, stackedEquations } from "./affineSubspace.js";

/**
 * The dimension of Γ_P ∩ Γ_Q by combinatorics; undefined if they don't intersect. They intersect if and only
 * if every block of the join P ∨ Q holds the same labels in P as in Q, and at most one: a block with two
 * labels would need w_s = w_t, and a block with a label in only one of P and Q would need a_t = 0.
 *
 * Where they intersect, each join block without label moves one incoming vector freely, and the outgoing sums
 * are as many independent conditions as the bipartite graph of blocks (one edge per unit) has edges in a
 * spanning forest: d_in·(join blocks without label) + d_out·(m − |P| − |Q| + |P ∨ Q|).
 *
 * @throws RangeError if P and Q have different sizes r or m.
 * @example intersectionDimension(LabelledPartition.of([1, 0], 1), LabelledPartition.of([1, 0], 1), 3, 2)
 *   === 3 // d_in
 */
export function intersectionDimension(
  p: LabelledPartition,
  q: LabelledPartition,
  inputDimension: number,
  outputDimension: number,
): number | undefined {
  requireArguments({ partition: { p, q }, size: { inputDimension, outputDimension } });
  if (!meetingCriterion(p, q)) return undefined;
  const { unlabelledBlocks, blocks } = intersectionShape(p, q);
  const free = p.m - p.blockCount - q.blockCount + blocks;
  return inputDimension * unlabelledBlocks + outputDimension * free;
}

/**
 * The dimension of the intersection of any two affine subspaces, by exact linear algebra on their equations;
 * undefined if they don't intersect. The system (A | b) is solvable if and only if it takes to 0 a vector
 * whose last entry isn't 0. Then b adds nothing to the rank of A (Rouché and Capelli), so that the dimension
 * is n − rank (A | b).
 *
 * @throws RangeError if the subspaces lie in different spaces.
 * @example intersectionByEquations(symmetrySubspace(1, 3, [0, 1]), symmetrySubspace(1, 3, [1, 2])) === 1
 */
export function intersectionByEquations(left: AffineSubspace, right: AffineSubspace): number | undefined {
  requireArguments({ subspace: { left, right } });
  const columns = left.ambientDimension;
  const augmented = clearDenominators(stackedEquations(left, right));
  const { rank, basis } = certifiedNullspace(augmented, columns + 1);
  return basis.vectors.some((vector) => entry(vector, columns) !== 0n) ? columns - rank : undefined;
}

/**
 * Whether two affine subspaces intersect, by exact linear algebra on their equations alone: they do unless
 * elimination gives 0 = 1. For many small pairs, where the dimension isn't needed.
 *
 * @throws RangeError if the subspaces lie in different spaces.
 * @example intersectByEquations(symmetrySubspace(1, 3, [0, 1]), symmetrySubspace(1, 3, [1, 2])) === true
 */
export function intersectByEquations(left: AffineSubspace, right: AffineSubspace): boolean {
  const columns = left.ambientDimension;
  const last = reducedRows(clearDenominators(stackedEquations(left, right)), columns + 1).at(-1);
  return last === undefined || last.slice(0, columns).some((entry) => entry !== 0n);
}
