import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { CompletionTable } from "./completionTable.js";
import type { LabelledPartition } from "./labelledPartition.js";
import { UNMIRRORED } from "../mirroring.js";
import { Prefix } from "./prefix.js";
import { itemOfRank, rankOfWord } from "./spelling.js";

/**
 * The place of a labelled partition in canonical order, counted from 0.
 *
 * @returns an index in 0…T(r,m)−1; a successor has the next index.
 * @example rankOfPartition(LabelledPartition.of([0, 1], 1)) === 2n
 */
export function rankOfPartition(partition: LabelledPartition): bigint {
  requireArguments({ partition: { partition } });
  const { r, m } = partition;
  return rankOfWord(new Prefix(r, m, true), Prefix.lettersOf(partition), completionTable(r, m));
}

/**
 * The labelled partition at a place in canonical order: the inverse of {@link rankOfPartition}.
 *
 * @param index 0…T(r,m)−1.
 * @throws InputError if the index is out of range; RangeError if r or m is not a nonnegative safe integer.
 * @example partitionOfRank(1, 2, 2n).codes // [0, 1]
 */
export function partitionOfRank(r: number, m: number, index: bigint): LabelledPartition {
  requireArguments({ integer: { index } });
  const table = completionTable(r, m);
  requireRank("labelled partition", index, table);
  return itemOfRank(new Prefix(r, m, true), index, table);
}

/** @throws InputError unless the table's items have this rank. */
export function requireRank(item: string, index: bigint, table: CompletionTable): void {
  if (index < 0n || index >= table.total) {
    throw new InputError(
      `no ${item} has index ${index} at r = ${table.r}, m = ${table.m}`,
      table.total === 0n ? "use r ≤ m" : `use an index 0…${table.total - 1n}`,
    );
  }
}

let latest: CompletionTable | undefined;

/** Callers mostly ask for the ranks of many partitions of one size, and the table is most of the work. */
export function completionTable(r: number, m: number, mirroring = UNMIRRORED): CompletionTable {
  if (latest?.r !== r || latest.m !== m || latest.mirroring !== mirroring)
    latest = new CompletionTable(r, m, mirroring);
  return latest;
}
