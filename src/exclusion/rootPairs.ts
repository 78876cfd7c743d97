import { seededIntegers } from "../network/seededIntegers.js";
import { entry } from "../exact/entry.js";
import { FINEST, type PlaneCell } from "./planeNode.js";

/** A pair of squares, one for each unit. */
export type CellPair = readonly [PlaneCell, PlaneCell];

/** Root squares have sides of 1/4. */
const ROOT_LEVEL = 3;

/** In units of 1/4: the largest |w_i|_∞, and the least |w_1 − w_2|_∞. */
const REACH = 10;
const APART = 3;

/** The region that the pairs cover. */
export const REGION = `|w_i|_∞ ≤ ${REACH}/4, |w_1 − w_2|_∞ ≥ ${APART}/4`;

/** The pairs are shared out among so many blocks. */
export const BLOCKS = 1000;

const SIDE = 2 * REACH;

/**
 * The number of root pairs: of two squares in any order, those that don't lie within the neighbourhood of the
 * diagonal, where rows and columns differ by less than APART. Of two of n rows, in this order, n + 2Σ_{d <
 * APART}(n − d) do so.
 */
export function rootCount(): number {
  const near = (SIDE + (APART - 1) * (2 * SIDE - APART)) ** 2;
  return (SIDE ** 4 - near) / 2;
}

/** The number of root pairs of a block. */
export function pairsOfBlock(block: number): number {
  return Math.floor((rootCount() - block) / BLOCKS) + 1;
}

/**
 * All root pairs, drawn one after the other from a fixed seed. As block b has every BLOCKS-th from the b-th
 * on, each block is a fair sample of the region.
 */
export function rootPairs(): CellPair[] {
  const squares = Array.from({ length: SIDE ** 2 }, (_, index) => ({
    level: ROOT_LEVEL,
    i: Math.floor(index / SIDE) - REACH,
    j: (index % SIDE) - REACH,
  }));
  const pairs = squares.flatMap((first, index) =>
    squares.slice(index + 1).flatMap((second) => (isNear([first, second]) ? [] : [[first, second] as const])),
  );
  const draw = seededIntegers(0, "root pairs");
  for (let last = pairs.length - 1; last > 0; last--) {
    const other = draw(0, last);
    const pair = entry(pairs, last);
    pairs[last] = entry(pairs, other);
    pairs[other] = pair;
  }
  return pairs;
}

/** The pairs of a block, from 1 to BLOCKS. */
export function blockPairs(pairs: readonly CellPair[], block: number): CellPair[] {
  return pairs.filter((_, index) => index % BLOCKS === block - 1);
}

/**
 * Whether a pair, as level, i and j of both squares, is a part of one of the roots: its squares have levels
 * up to the finest, and lie in those of the root.
 *
 * @param roots level, i and j of root pairs, joined by commas.
 */
export function isPartOf(roots: ReadonlySet<string>, numbers: readonly number[]): boolean {
  const squares = [numbers.slice(0, 3), numbers.slice(3)] as [number, number, number][];
  if (!squares.every(([level]) => level >= ROOT_LEVEL && level <= FINEST)) return false;
  const above = squares.map(([level, i, j]) => {
    const parts = 2 ** (level - ROOT_LEVEL);
    return [ROOT_LEVEL, Math.floor(i / parts), Math.floor(j / parts)];
  });
  return roots.has(above.flat().join());
}

/**
 * The pairs about a point at all levels from that of root pairs to the finest.
 *
 * @param weights w_11, w_12, w_21 and w_22, times 2^48.
 */
export function pairsAbout(weights: readonly bigint[]): CellPair[] {
  const at = (level: number, k: number): number =>
    Number(entry(weights, k) >> BigInt(WEIGHT_BITS + 1 - level));
  return Array.from({ length: FINEST + 1 - ROOT_LEVEL }, (_, index) => {
    const level = ROOT_LEVEL + index;
    return [
      { level, i: at(level, 0), j: at(level, 1) },
      { level, i: at(level, 2), j: at(level, 3) },
    ] as const;
  });
}

const WEIGHT_BITS = 48;

/** Whether all of a pair has |w_1 − w_2|_∞ ≤ APART/4. */
export function isNear([first, second]: CellPair): boolean {
  const distances = [extent(first, second, "i"), extent(first, second, "j")];
  return Math.max(...distances) <= APART / 4;
}

/** The largest difference of a coordinate. */
function extent(first: PlaneCell, second: PlaneCell, name: "i" | "j"): number {
  const [one, two] = [2 / 2 ** first.level, 2 / 2 ** second.level];
  return Math.max(
    Math.abs((first[name] + 1) * one - second[name] * two),
    Math.abs(first[name] * one - (second[name] + 1) * two),
  );
}
