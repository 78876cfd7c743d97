import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { DisjointSets } from "../../combinatorics/disjointSets.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";

/** The largest number of units in a labelled block and in a zero block of the neighbours to visit. */
export interface BlockBounds {
  readonly labelled: number;
  readonly zero: number;
}

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
  const itself = Int32Array.from(partition.codes);
  for (const coarsening of coarsenings(partition)) {
    visitSplits(coarsening, partition.m, bounds, (codes) => {
      if (!sameCodes(codes, itself)) visit(codes);
    });
  }
}

function sameCodes(left: Int32Array, right: Int32Array): boolean {
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

/** A block of the join: its units, grouped by the blocks of P, and its label or 0. */
interface MergedBlock {
  readonly label: number;
  readonly units: number[];
  /** Sizes of the blocks of P that were merged, in the order of `units`. */
  readonly sizes: number[];
}

/** Each way to leave zero blocks alone, merge them with each other, or with one labelled block. */
function* coarsenings(partition: LabelledPartition): Generator<readonly MergedBlock[]> {
  const { labelledBlocks, zeroBlocks } = partition;
  const merged: MergedBlock[] = labelledBlocks.map((block, index) => ({
    label: index + 1,
    units: [...block],
    sizes: [block.length],
  }));
  function* place(next: number): Generator<readonly MergedBlock[]> {
    const block = zeroBlocks[next];
    if (block === undefined) {
      yield merged;
      return;
    }
    for (const target of [...merged]) {
      target.units.push(...block);
      target.sizes.push(block.length);
      yield* place(next + 1);
      target.sizes.pop();
      target.units.length -= block.length;
    }
    merged.push({ label: 0, units: [...block], sizes: [block.length] });
    yield* place(next + 1);
    merged.pop();
  }
  yield* place(0);
}

/** Chooses a connecting split for every merged block in turn. */
function visitSplits(
  blocks: readonly MergedBlock[],
  m: number,
  bounds: BlockBounds,
  visit: (codes: Int32Array) => void,
): void {
  const raw = new Int32Array(m);
  const codes = new Int32Array(m);
  const blockNumbers = new Int32Array(m + 1);
  const choices = blocks.map(({ label, units, sizes }) => ({
    label,
    units,
    splits: connectingSplits(sizes),
  }));
  const place = (index: number, parts: number): void => {
    const block = choices[index];
    if (block === undefined) {
      canonicalize(raw, blockNumbers, codes);
      visit(codes);
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

/** Renumbers the zero blocks, which have distinct numbers among −1 … −m, in order of first appearance. */
function canonicalize(raw: Int32Array, blockNumbers: Int32Array, codes: Int32Array): void {
  blockNumbers.fill(1);
  let zeroBlocks = 0;
  for (let unit = 0; unit < raw.length; unit += 1) {
    const value = codeAt(raw, unit);
    if (value < 0 && blockNumbers[-value] === 1) blockNumbers[-value] = 0 - zeroBlocks++;
    codes[unit] = value < 0 ? codeAt(blockNumbers, -value) : value;
  }
}

/*
 * These two do what `entry` does, each for one kind of list. They are called for every unit of every
 * neighbour, and `entry` is several times as slow, since it is called with lists of every kind.
 */

function listAt(list: readonly number[], index: number): number {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no entry ${index} in a list of ${list.length}`);
  return item;
}

function codeAt(codes: Int32Array, index: number): number {
  const code = codes[index];
  if (code === undefined) throw new RangeError(`no entry ${index} among ${codes.length} codes`);
  return code;
}

/** A set partition as a restricted growth string, with its number of parts. */
interface Split {
  readonly strings: readonly number[];
  readonly partCount: number;
  /** Positions in each part. */
  readonly partSizes: readonly number[];
}

function within({ partSizes }: Split, labelled: number, bounds: BlockBounds): boolean {
  return partSizes.every((size, part) => size <= (part === labelled ? bounds.labelled : bounds.zero));
}

/** The splits by the sizes of the runs, taken as digits of a number: each size is below the base. */
const splitsBySizes = new Map<number, readonly Split[]>();

/**
 * Up to this many positions, splits are kept: there are at most B(8) = 4140. For more, the lists would grow
 * to gigabytes.
 */
const KEPT_LENGTH = 8;

/**
 * The set partitions of n = Σ sizes positions whose join with the partition into consecutive runs of these
 * sizes is one block.
 */
function connectingSplits(sizes: readonly number[]): Iterable<Split> {
  let length = 0;
  let key = 0;
  for (const size of sizes) {
    length += size;
    key = key * (KEPT_LENGTH + 1) + size;
  }
  if (length > KEPT_LENGTH) return { [Symbol.iterator]: () => findSplits(runsOf(sizes), sizes.length) };
  const known = splitsBySizes.get(key);
  if (known !== undefined) return known;
  const found = [...findSplits(runsOf(sizes), sizes.length)];
  splitsBySizes.set(key, found);
  return found;
}

/** The run of each position. */
const runsOf = (sizes: readonly number[]): number[] =>
  sizes.flatMap((size, run) => new Array<number>(size).fill(run));

function* findSplits(runs: readonly number[], runCount: number): Generator<Split> {
  for (const split of restrictedGrowthStrings(runs.length)) {
    if (connects(split.strings, split.partCount, runs, runCount)) yield split;
  }
}

function* restrictedGrowthStrings(length: number): Generator<Split> {
  if (length === 0) {
    yield { strings: [], partCount: 0, partSizes: [] };
    return;
  }
  for (const { strings, partCount, partSizes } of restrictedGrowthStrings(length - 1)) {
    for (let part = 0; part < partCount; part += 1) {
      const sizes = partSizes.map((size, index) => (index === part ? size + 1 : size));
      yield { strings: [...strings, part], partCount, partSizes: sizes };
    }
    yield { strings: [...strings, partCount], partCount: partCount + 1, partSizes: [...partSizes, 1] };
  }
}

/** Whether the bipartite graph of parts and runs, one edge per position, is connected. */
function connects(
  strings: readonly number[],
  partCount: number,
  runs: readonly number[],
  runCount: number,
): boolean {
  const blocks = new DisjointSets(partCount + runCount);
  strings.forEach((part, position) => blocks.union(part, partCount + entry(runs, position)));
  return blocks.count === 1;
}
