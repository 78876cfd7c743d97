import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { CompletionTable } from "./completionTable.js";
import type { LabelledPartition } from "./labelledPartition.js";
import { Prefix } from "./prefix.js";

/**
 * The place of a labelled partition in canonical order, counted from 0.
 *
 * @returns an index in 0…T(r,m)−1; a successor has the next index.
 * @example rankOfPartition(LabelledPartition.of([0, 1], 1)) === 2n
 */
export function rankOfPartition(partition: LabelledPartition): bigint {
  requireArguments({ partition: { partition } });
  const { r, m } = partition;
  const table = tableOf(r, m);
  const prefix = new Prefix(r, m, true);
  let index = 0n;
  for (const letter of Prefix.lettersOf(partition)) {
    for (let smaller = 0; smaller < letter; smaller++) index += prefix.completions(smaller, table);
    prefix.push(letter);
  }
  return index;
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
  const table = tableOf(r, m);
  if (index < 0n || index >= table.total) {
    throw new InputError(
      `no labelled partition has index ${index} at r = ${r}, m = ${m}`,
      table.total === 0n ? "use r ≤ m" : `use an index 0…${table.total - 1n}`,
    );
  }
  const prefix = new Prefix(r, m, true);
  let rest = index;
  while (prefix.length < m) {
    let letter = 0;
    let completions = prefix.completions(letter, table);
    while (rest >= completions) {
      rest -= completions;
      letter++;
      completions = prefix.completions(letter, table);
    }
    prefix.push(letter);
  }
  return prefix.toPartition();
}

let latest: CompletionTable | undefined;

/** Callers mostly ask for the ranks of many partitions of one size, and the table is most of the work. */
function tableOf(r: number, m: number): CompletionTable {
  if (latest?.r !== r || latest.m !== m) latest = new CompletionTable(r, m);
  return latest;
}
