import { requireArguments } from "../../exact/requireArguments.js";
import { InputError } from "../../exact/inputError.js";
import { CompletionTable } from "./completionTable.js";
import { LabelledPartition } from "./labelledPartition.js";

/**
 * The place of a labelled partition in canonical order, counted from 0.
 *
 * @returns an index in 0…T(r,m)−1; a successor has the next index.
 * @example rankOfPartition(LabelledPartition.of([0, 1], 1)) === 2n
 */
export function rankOfPartition(partition: LabelledPartition): bigint {
  requireArguments({ partition: { partition } });
  const { r, m, codes } = partition;
  const walk = new Walk(tableOf(r, m));
  let index = 0n;
  for (const code of codes) {
    for (const smaller of walk.codesInOrder()) {
      if (smaller === code) break;
      index += walk.completions(smaller);
    }
    walk.take(code);
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
      `no labelled partition has index ${index.toString()} at r = ${r}, m = ${m}`,
      table.total === 0n ? "use r ≤ m" : `use an index 0…${(table.total - 1n).toString()}`,
    );
  }
  const walk = new Walk(table);
  let rest = index;
  const codes: number[] = [];
  while (codes.length < m) {
    const code = walk.codesInOrder().find((candidate) => {
      const completions = walk.completions(candidate);
      if (rest < completions) return true;
      rest -= completions;
      return false;
    });
    if (code === undefined) throw new RangeError(`the completion table is wrong at r = ${r}, m = ${m}`);
    walk.take(code);
    codes.push(code);
  }
  return LabelledPartition.of(codes, r);
}

/** The state after a prefix: the arguments of the table, and which labels are in use. */
class Walk {
  private readonly used = new Set<number>();
  private left: number;
  private zeroBlocks = 0;

  constructor(private readonly table: CompletionTable) {
    this.left = table.m;
  }

  /** The possible codes of the next unit, in canonical order, with or without completions. */
  codesInOrder(): number[] {
    const labels = Array.from({ length: this.table.r }, (_, label) => label + 1);
    const zeroBlocks = Array.from({ length: this.zeroBlocks + 1 }, (_, block) => 0 - block);
    return [...labels, ...zeroBlocks];
  }

  /** How many labelled partitions continue the prefix with this code. */
  completions(code: number): bigint {
    const missing = this.table.r - this.used.size - (this.opensLabel(code) ? 1 : 0);
    return this.table.count(this.left - 1, missing, this.zeroBlocks + (this.opensZeroBlock(code) ? 1 : 0));
  }

  take(code: number): void {
    if (this.opensZeroBlock(code)) this.zeroBlocks++;
    if (code > 0) this.used.add(code);
    this.left--;
  }

  private opensLabel(code: number): boolean {
    return code > 0 && !this.used.has(code);
  }

  private opensZeroBlock(code: number): boolean {
    return code === -this.zeroBlocks;
  }
}

let latest: CompletionTable | undefined;

/** Callers mostly ask for the ranks of many partitions of one size, and the table is most of the work. */
function tableOf(r: number, m: number): CompletionTable {
  if (latest?.r !== r || latest.m !== m) latest = new CompletionTable(r, m);
  return latest;
}
