import { entry } from "../../exact/entry.js";
import { DisjointSets } from "../../combinatorics/disjointSets.js";

/** A set partition as a restricted growth string, with its number of parts. */
export interface Split {
  readonly strings: readonly number[];
  readonly partCount: number;
  /** Positions in each part. */
  readonly partSizes: readonly number[];
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
export function connectingSplits(sizes: readonly number[]): Iterable<Split> {
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
