import { entry } from "../exact/entry.js";
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
  /** w_1 and w_2 of critical points, rounded: the only ones that the pairs without these may have. */
  readonly points: readonly (readonly number[])[];
  /** Seconds of one core. */
  readonly seconds: number;
}

/** Points of one block are told once if they agree to this. */
const APART = 2 ** -12;

/** Searches a block, from 1 to BLOCKS. */
export function searchedBlock(search: PairSearch, roots: readonly CellPair[], seed: number): SearchedBlock {
  const start = process.cpuUsage();
  const own = blockPairs(roots, seed);
  const undecided: (readonly number[])[] = [];
  const points: (readonly number[])[] = [];
  let cells = 0;
  for (const root of own) {
    const found = search.search(root);
    cells += found.cells;
    undecided.push(...found.undecided.map((pair) => pair.flatMap(({ level, i, j }) => [level, i, j])));
    for (const point of found.points) if (!points.some((known) => areNear(known, point))) points.push(point);
  }
  const { user, system } = process.cpuUsage(start);
  return {
    seed,
    pairs: own.length,
    cells,
    undecided,
    points,
    seconds: Math.round((user + system) / 1000) / 1000,
  };
}

/** Whether no coordinate differs by more. */
export function areNear(first: readonly number[], second: readonly number[], distance = APART): boolean {
  return first.every((value, k) => Math.abs(value - entry(second, k)) <= distance);
}
