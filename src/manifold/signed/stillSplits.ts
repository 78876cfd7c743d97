import { DisjointSets } from "../../combinatorics/disjointSets.js";
import type { Parity } from "../../combinatorics/signed/parity.js";
import { entry } from "../../exact/entry.js";

/** What bounds the zero blocks of a partition: units of one, and of the silent block. */
export interface StillBounds {
  readonly zero: number;
  readonly silent: number;
}

/**
 * Zero blocks, and perhaps a silent one, for some units: for each unit the number of its block, or −1 if it
 * is silent, and its sign, 0 if it is silent.
 */
export interface StillSplit {
  readonly parts: readonly number[];
  readonly signs: readonly number[];
  readonly partCount: number;
}

/** Blocks of P, whose units come one block after the other, the silent ones first. */
export interface StillBlocks {
  /** Number of silent units; for even parity 0. */
  readonly silent: number;
  /** Numbers of units of the zero blocks. */
  readonly sizes: readonly number[];
}

const kept = new Map<string, readonly StillSplit[]>();

/** Up to this many units the splits are kept: there are at most 648 for 5, but 28,640 for 7. */
const KEPT_LENGTH = 5;

/**
 * The signed zero blocks of units of P that force all these units to incoming vector 0 where they meet the
 * blocks of P. Signs are relative to those of P.
 *
 * A block is forced to 0 if it is silent, or if signs lead round a cycle of blocks from a unit to its mirror
 * image: if the block and its image are one in the join of the double covers.
 */
export function stillSplits(blocks: StillBlocks, parity: Parity, bounds: StillBounds): Iterable<StillSplit> {
  const { silent, sizes } = blocks;
  const length = sizes.reduce((sum, size) => sum + size, silent);
  const find = (): Generator<StillSplit> => findSplits(length, blocks, parity, bounds);
  if (length > KEPT_LENGTH) return { [Symbol.iterator]: find };
  const key = `${parity} ${bounds.zero} ${bounds.silent} ${silent} ${sizes.join()}`;
  const known = kept.get(key) ?? [...find()];
  kept.set(key, known);
  return known;
}

function* findSplits(
  length: number,
  { silent, sizes }: StillBlocks,
  parity: Parity,
  bounds: StillBounds,
): Generator<StillSplit> {
  // Block 0 is the silent one, which may be empty.
  const blocks = [silent, ...sizes].flatMap((size, block) => new Array<number>(size).fill(block));
  for (const split of signedSplits(length, parity, bounds))
    if (forces(split, blocks, sizes.length + 1)) yield split;
}

/** All signed zero blocks of some units within bounds. */
function* signedSplits(length: number, parity: Parity, bounds: StillBounds): Generator<StillSplit> {
  const parts: number[] = [];
  const signs: number[] = [];
  const sizes: number[] = [];
  function* from(silent: number): Generator<StillSplit> {
    if (parts.length === length) {
      yield { parts: [...parts], signs: [...signs], partCount: sizes.length };
      return;
    }
    if (parity === "odd" && silent < bounds.silent) yield* put(-1, 0, silent + 1);
    for (const [part, size] of sizes.entries()) {
      if (size === bounds.zero) continue;
      sizes[part] = size + 1;
      for (const sign of [1, -1]) yield* put(part, sign, silent);
      sizes[part] = size;
    }
    sizes.push(1);
    yield* put(sizes.length - 1, 1, silent);
    sizes.pop();
  }
  function* put(part: number, sign: number, silent: number): Generator<StillSplit> {
    parts.push(part);
    signs.push(sign);
    yield* from(silent);
    parts.pop();
    signs.pop();
  }
  yield* from(0);
}

/** Whether in the join of the double covers every block of P is its own image. */
function forces(
  { parts, signs, partCount }: StillSplit,
  blocks: readonly number[],
  blockCount: number,
): boolean {
  // Elements 2b and 2b + 1 are block b and its image; after the blocks of P come the parts, −1 the first.
  const covers = new DisjointSets(2 * (blockCount + partCount + 1));
  const silentPart = 2 * blockCount;
  covers.union(0, 1);
  covers.union(silentPart, silentPart + 1);
  blocks.forEach((block, unit) => {
    const part = silentPart + 2 * (1 + entry(parts, unit));
    const isMirrored = entry(signs, unit) < 0 ? 1 : 0;
    covers.union(2 * block, part + isMirrored);
    covers.union(2 * block + 1, part + 1 - isMirrored);
  });
  return blocks.every((block) => covers.find(2 * block) === covers.find(2 * block + 1));
}
