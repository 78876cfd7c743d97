import { entry, noEntry } from "../../exact/entry.js";
import { forEachOfRanks } from "../../combinatorics/partitions/forEachOfRanks.js";
import { type BlockCodes, codesMeet } from "../../combinatorics/partitions/meetingCriterion.js";
import { type FindDescent, findDescent, stopsOf } from "./descent.js";

/** The subspaces of Θ_{r→m} with ranks `from` … `to` − 1. */
export interface RankRange {
  readonly r: number;
  /** Above r. */
  readonly m: number;
  readonly from: bigint;
  /** At most T(r,m). */
  readonly to: bigint;
}

/** What a check of a range visited. */
export interface CheckedRange {
  readonly visited: number;
  /** Those without a zero block. */
  readonly surjections: number;
  /** The first subspace without a walk, and why; left out if each has one. */
  readonly failure?: string;
}

/**
 * Whether from each subspace of a range but the very first there is a walk to one of smaller rank, through
 * subspaces that meet one another. If this holds for ranges that tile 0 … T(r,m) − 1, then by induction from
 * each there is a walk to the first, so Θ is connected: no range needs to know of another. A walk is found by
 * `find`, and isn't trusted: each of its stops has to be a labelled partition, that meets the one before, by
 * the meeting criterion, and the last has to come before the start in canonical order.
 *
 * @param seen gets the codes of each subspace, and those at the end of its walk: its own for the first. Both
 *   lists change between calls.
 * @throws InputError if the range is empty or not within 0 … T(r,m).
 * @example checkDescents({ r: 1, m: 2, from: 0n, to: 3n }) // { visited: 3, surjections: 1 }
 */
export function checkDescents(
  { r, m, from, to }: RankRange,
  seen: (codes: Int32Array, end: Int32Array) => void = () => undefined,
  find: FindDescent = findDescent,
): CheckedRange {
  const stops = stopsOf(r, m);
  const start = entry(stops, 0);
  let place = 0;
  let surjections = 0;
  let failure: string | undefined;
  const visited = forEachOfRanks(r, m, from, to, (codes, zeroBlocks) => {
    start.codes.set(codes);
    start.blockCount = r + zeroBlocks;
    if (zeroBlocks === 0) surjections += 1;
    const steps = find(stops);
    if (from !== 0n || place > 0) failure ??= objection(stops, steps);
    place += 1;
    seen(start.codes, entry(stops, steps).codes);
  });
  return { visited, surjections, ...(failure === undefined ? {} : { failure }) };
}

function objection(stops: readonly BlockCodes[], steps: number): string | undefined {
  const start = entry(stops, 0);
  for (let step = 1; step <= steps; step += 1) {
    const [here, there] = [entry(stops, step - 1), entry(stops, step)];
    if (!isLabelledPartition(there)) return `${named(start)}: stop ${step}, ${named(there)}, is no subspace`;
    if (!codesMeet(here, there))
      return `${named(start)}: stop ${step}, ${named(there)}, doesn't meet ${named(here)}`;
  }
  const end = entry(stops, steps);
  return comesBefore(end, start) ? undefined : `${named(start)}: its walk ends at ${named(end)}`;
}

const named = ({ codes }: BlockCodes): string => `[${Array.from(codes).join(", ")}]`;

/** Whether codes are those of a labelled partition with so many blocks; r is at most 31. */
function isLabelledPartition({ codes, r, m, blockCount }: BlockCodes): boolean {
  let used = 0;
  let labels = 0;
  let zeroBlocks = 0;
  for (let unit = 0; unit < m; unit += 1) {
    const code = codes[unit] ?? noEntry(codes, unit);
    if (code > r || code < -zeroBlocks) return false;
    if (code === -zeroBlocks) zeroBlocks += 1;
    if (code <= 0 || (used & (1 << (code - 1))) !== 0) continue;
    used |= 1 << (code - 1);
    labels += 1;
  }
  return blockCount === r + zeroBlocks && labels === r;
}

/** In canonical order, 1 < … < r < 0 < −1 < …. */
function comesBefore(p: BlockCodes, q: BlockCodes): boolean {
  for (let unit = 0; unit < p.m; unit += 1) {
    const one = p.codes[unit] ?? noEntry(p.codes, unit);
    const other = q.codes[unit] ?? noEntry(q.codes, unit);
    if (one === other) continue;
    return one > 0 && other > 0 ? one < other : one > other;
  }
  return false;
}
