import { InputError } from "../../exact/inputError.js";
import { Prefix } from "./prefix.js";
import { completionTable, requireRank } from "./ranking.js";
import { itemOfRank, nextWord } from "./spelling.js";

/**
 * Visits the labelled partitions of [m] with r labels at the places `from` … `to` − 1 of canonical order, in
 * this order, by their codes: a part of what `forEachLabelledPartition` visits, at a third of its speed,
 * without a visit of those before. Every visit gets the same array, which changes between visits: copy it to
 * keep it, and don't write to it.
 *
 * @param from,to 0 ≤ from < to ≤ T(r,m), as `rankOfPartition` counts.
 * @param visit gets the m codes, and how many zero blocks there are.
 * @returns the number of visits, to compare with `to` − `from`.
 * @throws InputError if a place is out of range; RangeError if r or m is not a nonnegative safe integer.
 * @example forEachOfRanks(1, 2, 1n, 3n, (codes) => console.log(codes)) === 2 // [1, 0], [0, 1]
 */
export function forEachOfRanks(
  r: number,
  m: number,
  from: bigint,
  to: bigint,
  visit: (codes: Int32Array, zeroBlocks: number) => void,
): number {
  const table = completionTable(r, m);
  requireRank("labelled partition", from, table);
  requireRank("labelled partition", to - 1n, table);
  if (from >= to) throw new InputError(`no places from ${from} to below ${to}`, "give from < to");
  const prefix = new Prefix(r, m, true);
  itemOfRank(prefix, from, table);
  const codes = new Int32Array(m);
  let visited = 0;
  let place = from;
  do {
    visit(codes, prefix.writeCodes(codes));
    visited += 1;
    place += 1n;
  } while (place < to && nextWord(prefix));
  return visited;
}
