import { requireArguments } from "../../exact/plainJavaScript.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { type BlockBounds, coarsenings, visitSplits } from "./mergedBlocks.js";

/**
 * Visits every labelled partition Q ≠ P whose subspace meets that of P, each once, and visits no other
 * partition.
 *
 * Q determines the join P ∨ Q, a coarsening of P with at most one label per block, and on each block of the
 * join a partition that connects the blocks of P there and has the same label. So the function merges blocks
 * of P in every such way, and splits each merged block in every connecting way.
 *
 * @param visit gets the codes of Q in an array that is reused from call to call.
 * @param bounds exclude every Q with a larger block; without bounds the function visits all.
 */
export function forEachNeighbour(
  partition: LabelledPartition,
  visit: (codes: Int32Array) => void,
  bounds: BlockBounds = { labelled: partition.m, zero: partition.m },
): void {
  const { m } = partition;
  const itself = new Int32Array(partition.codes);
  const raw = new Int32Array(m);
  const codes = new Int32Array(m);
  const blockNumbers = new Int32Array(m + 1);
  const meet = (): void => {
    canonicalize(raw, blockNumbers, codes);
    if (!sameCodes(codes, itself)) visit(codes);
  };
  for (const coarsening of coarsenings(partition, ONE_WAY, () => undefined))
    visitSplits(coarsening, raw, bounds, meet);
}

/** A zero block without signs can be laid onto another block in one way. */
const ONE_WAY = [1] as const;

/** Whether two lists of one length have the same entries. */
export function sameCodes(left: Int32Array, right: Int32Array): boolean {
  for (let unit = 0; unit < left.length; unit += 1) if (left[unit] !== right[unit]) return false;
  return true;
}

/**
 * All labelled partitions Q ≠ P whose subspace meets that of P, each once: the neighbours of P in the
 * intersection graph, as `forEachNeighbour` finds them.
 *
 * @example neighbours(LabelledPartition.of([1, 1], 1)).map((q) => q.key) // ["1,0", "0,1"]
 */
export function neighbours(partition: LabelledPartition): LabelledPartition[] {
  requireArguments({ partition: { partition } });
  const list: LabelledPartition[] = [];
  forEachNeighbour(partition, (codes) => list.push(LabelledPartition.of(codes, partition.r)));
  return list;
}

/** Renumbers the zero blocks, which have distinct numbers among −1 … −m, in order of first appearance. */
export function canonicalize(raw: Int32Array, blockNumbers: Int32Array, codes: Int32Array): void {
  blockNumbers.fill(1);
  let zeroBlocks = 0;
  for (let unit = 0; unit < raw.length; unit += 1) {
    const value = codeAt(raw, unit);
    if (value < 0 && blockNumbers[-value] === 1) blockNumbers[-value] = 0 - zeroBlocks++;
    codes[unit] = value < 0 ? codeAt(blockNumbers, -value) : value;
  }
}

/** Does what `entry` does, for one kind of list; see `listAt` in mergedBlocks.ts. */
function codeAt(codes: Int32Array, index: number): number {
  const code = codes[index];
  if (code === undefined) throw new RangeError(`no entry ${index} among ${codes.length} codes`);
  return code;
}
