import { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { entry } from "../../exact/entry.js";
import { type BlockBounds, coarsenings, visitSplits } from "../graph/mergedBlocks.js";
import { canonicalize, sameCodes } from "../graph/neighbours.js";
import { type StillBounds, stillSplits } from "./stillSplits.js";

/** The largest number of units in a block of each kind. */
export interface SignedBounds extends BlockBounds, StillBounds {}

/** A signed labelled partition as one list: its codes, and then its signs. */
export function lettersOf({ codes, signs }: SignedLabelledPartition): Int32Array {
  return Int32Array.from([...codes, ...signs]);
}

/**
 * Visits every signed labelled partition Q ≠ P of the same parity whose subspace meets that of P, each once,
 * and visits no other.
 *
 * Q determines which zero blocks of P are at incoming vector 0 wherever both subspaces meet, besides the
 * silent one (see {@link stillSplits}). All other blocks are merged, and split, as without signs: each zero
 * block is laid onto another block in two ways, as it is or mirrored, and the signs of Q follow.
 *
 * @param visit gets the letters of Q in an array that is reused from call to call.
 * @param bounds exclude every Q with a larger block; without bounds the function visits all.
 */
export function forEachSignedNeighbour(
  partition: SignedLabelledPartition,
  visit: (letters: Int32Array) => void,
  bounds: SignedBounds = { labelled: partition.m, zero: partition.m, silent: partition.m },
): void {
  const { m, parity, labelledBlocks, freeBlocks, silentUnits } = partition;
  const itself = lettersOf(partition);
  const letters = new Int32Array(2 * m);
  const codes = letters.subarray(0, m);
  const raw = new Int32Array(m);
  const blockNumbers = new Int32Array(2 * m + 2);
  /** The signs that units have in Q, but for the mirroring of zero blocks as a whole. */
  const signs = Int32Array.from(partition.signs);
  const firstSigns = new Int32Array(2 * m + 2);
  const meet = (): void => {
    canonicalize(raw, blockNumbers, codes);
    firstSigns.fill(0);
    for (let unit = 0; unit < m; unit += 1) {
      const number = -at(raw, unit);
      const sign = at(signs, unit);
      if (number > 0 && firstSigns[number] === 0) firstSigns[number] = sign;
      letters[m + unit] = number > 0 ? sign * at(firstSigns, number) : sign;
    }
    if (!sameCodes(letters, itself)) visit(letters);
  };
  const turn = (block: readonly number[], by: 1 | -1): void => {
    for (const unit of block) signs[unit] = by * entry(partition.signs, unit);
  };
  for (const still of subsets(freeBlocks)) {
    const stillUnits = [...silentUnits, ...still.flat()];
    const blocks = { silent: silentUnits.length, sizes: still.map(({ length }) => length) };
    const moving = freeBlocks.filter((block) => !still.includes(block));
    for (const { parts, signs: turns } of stillSplits(blocks, parity, bounds)) {
      stillUnits.forEach((unit, place) => {
        // After −1 … −m, which are for other zero blocks.
        raw[unit] = -m - 2 - entry(parts, place);
        const own = entry(partition.signs, unit);
        signs[unit] = entry(turns, place) * (own === 0 ? 1 : own);
      });
      for (const coarsening of coarsenings({ labelledBlocks, zeroBlocks: moving }, BOTH_WAYS, turn))
        visitSplits(coarsening, raw, bounds, meet);
    }
  }
}

/** A zero block can be laid onto another block as it is, or mirrored. */
const BOTH_WAYS = [1, -1] as const;

function* subsets<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  const [first, ...rest] = items;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const subset of subsets(rest)) {
    yield subset;
    yield [first, ...subset];
  }
}

/** Does what `entry` does, for one kind of list. */
function at(list: Int32Array, index: number): number {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no entry ${index} among ${list.length}`);
  return item;
}

/**
 * All signed labelled partitions Q ≠ P whose subspace meets that of P, each once.
 *
 * @example signedNeighbours(SignedLabelledPartition.of([0], [1], 0, "odd")).map((q) => q.key) // ["0;0"]
 */
export function signedNeighbours(partition: SignedLabelledPartition): SignedLabelledPartition[] {
  requireArguments({ signedPartition: { partition } });
  const { m, r, parity } = partition;
  const list: SignedLabelledPartition[] = [];
  forEachSignedNeighbour(partition, (letters) =>
    list.push(SignedLabelledPartition.of(letters.subarray(0, m), letters.subarray(m), r, parity)),
  );
  return list;
}
