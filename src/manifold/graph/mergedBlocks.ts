import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { type Split, connectingSplits } from "./connectingSplits.js";

/** The largest number of units in a labelled block and in a zero block of the neighbours to visit. */
export interface BlockBounds {
  readonly labelled: number;
  readonly zero: number;
}

/** A block of the join: its units, grouped by the blocks of P, and its label or 0. */
export interface MergedBlock {
  readonly label: number;
  readonly units: number[];
  /** Sizes of the blocks of P that were merged, in the order of `units`. */
  readonly sizes: number[];
}

/**
 * Each way to leave zero blocks alone, merge them with each other, or with one labelled block.
 *
 * @param turns the ways to lay a block onto another; `turn` is told which, before each merger.
 */
export function* coarsenings<Turn>(
  { labelledBlocks, zeroBlocks }: Pick<LabelledPartition, "labelledBlocks" | "zeroBlocks">,
  turns: readonly Turn[],
  turn: (block: readonly number[], by: Turn) => void,
): Generator<readonly MergedBlock[]> {
  const merged: MergedBlock[] = labelledBlocks.map((block, index) => ({
    label: index + 1,
    units: [...block],
    sizes: [block.length],
  }));
  const first = entry(turns, 0);
  function* place(next: number): Generator<readonly MergedBlock[]> {
    const block = zeroBlocks[next];
    if (block === undefined) {
      yield merged;
      return;
    }
    for (const target of [...merged]) {
      target.units.push(...block);
      target.sizes.push(block.length);
      for (const by of turns) {
        turn(block, by);
        yield* place(next + 1);
      }
      target.sizes.pop();
      target.units.length -= block.length;
    }
    turn(block, first);
    merged.push({ label: 0, units: [...block], sizes: [block.length] });
    yield* place(next + 1);
    merged.pop();
  }
  yield* place(0);
}

/**
 * Chooses a connecting split for every merged block in turn.
 *
 * @param raw gets for each unit of the blocks its label, or a number for its zero block: −1, −2, ….
 * @param visit is called when all are chosen.
 */
export function visitSplits(
  blocks: readonly MergedBlock[],
  raw: Int32Array,
  bounds: BlockBounds,
  visit: () => void,
): void {
  const choices = blocks.map(({ label, units, sizes }) => ({
    label,
    units,
    splits: connectingSplits(sizes),
  }));
  const place = (index: number, parts: number): void => {
    const block = choices[index];
    if (block === undefined) {
      visit();
      return;
    }
    const { label, units, splits } = block;
    const bounded = units.length > Math.min(bounds.labelled, bounds.zero);
    for (const split of splits) {
      const { strings, partCount } = split;
      // One part of a labelled block, any of them, gets the label; all other parts are zero blocks.
      const places = label === 0 ? 1 : partCount;
      for (let labelled = 0; labelled < places; labelled += 1) {
        if (bounded && !within(split, label === 0 ? -1 : labelled, bounds)) continue;
        for (let position = 0; position < units.length; position += 1) {
          const part = listAt(strings, position);
          raw[listAt(units, position)] = label !== 0 && part === labelled ? label : -1 - parts - part;
        }
        place(index + 1, parts + partCount);
      }
    }
  };
  place(0, 0);
}

function within({ partSizes }: Split, labelled: number, bounds: BlockBounds): boolean {
  return partSizes.every((size, part) => size <= (part === labelled ? bounds.labelled : bounds.zero));
}

/**
 * Does what `entry` does, for one kind of list. It is called for every unit of every neighbour, and `entry`
 * is several times as slow, since it is called with lists of every kind.
 */
function listAt(list: readonly number[], index: number): number {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no entry ${index} in a list of ${list.length}`);
  return item;
}
