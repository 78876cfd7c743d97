import type { PairSearch } from "./pairSearch.js";
import { type CellPair, blockPairs } from "./rootPairs.js";

/** What a block's search found. */
export interface SearchedBlock {
  /** The number of the block, from 1 on. */
  readonly seed: number;
  /** Its root pairs. */
  readonly pairs: number;
  /** All pairs that were judged, roots and their parts. */
  readonly cells: number;
  /** Pairs of which nothing was proved, as level, i and j of both squares. */
  readonly undecided: readonly (readonly number[])[];
  /** Pairs with one critical point on the pair of twice the size, and no other, in the same way. */
  readonly single: readonly (readonly number[])[];
  /** Seconds of one core. */
  readonly seconds: number;
}

/** Searches a block, from 1 to BLOCKS, of all root pairs. */
export function searchedBlock(search: PairSearch, roots: readonly CellPair[], seed: number): SearchedBlock {
  return blockOf(search, blockPairs(roots, seed), seed);
}

/** Searches pairs as a block. */
export function blockOf(search: PairSearch, own: readonly CellPair[], seed: number): SearchedBlock {
  const start = process.cpuUsage();
  const found = own.map((root) => search.search(root));
  const { user, system } = process.cpuUsage(start);
  return {
    seed,
    pairs: own.length,
    cells: found.reduce((sum, { cells }) => sum + cells, 0),
    undecided: found.flatMap(({ undecided }) => undecided.map(asNumbers)),
    single: found.flatMap(({ single }) => single.map(asNumbers)),
    seconds: Math.round((user + system) / 1000) / 1000,
  };
}

/** Level, i and j of both squares. */
export function asNumbers(pair: CellPair): number[] {
  return pair.flatMap(({ level, i, j }) => [level, i, j]);
}
