import { integer, list } from "./values.js";
import { demand } from "./verdict.js";

/** Reads m codes: each label 1…r at least once, zero blocks 0, −1, −2, … in order of first appearance. */
export function partition(value: unknown, r: number, m: number, at: string): number[] {
  const codes = list(value, at, integer);
  demand(codes.length === m, "partition", at, `not ${m} codes`);
  let opened = 0;
  for (const code of codes) {
    demand(code <= r && code >= -opened, "partition", at, `code ${code} is out of range or of turn`);
    if (code === -opened) opened += 1;
  }
  demand(new Set(codes).size === r + opened, "partition", at, "a label has no neuron");
  return codes;
}

/** Reads all labelled partitions of [m] with labels 1…r, in canonical order and without a gap. */
export function everyPartition(value: unknown, r: number, m: number, at: string): number[][] {
  demand(r >= 1 && r <= m && m <= 64, "size", at, "not 1 ≤ r ≤ m ≤ 64");
  const count = subspaceCount(r, m);
  // A list that can't be right isn't looked at: each of its entries would take a while.
  demand(count * BigInt(2 * m + 1) < 2 ** 28, "size", at, `T(r,m) = ${count} entries fit in no file`);
  demand(!Array.isArray(value) || value.length <= count, "count", at, "more than T(r,m) entries");
  let due = least([], r, m, 0);
  const all = list(value, at, (entry, place) => {
    const codes = partition(entry, r, m, place);
    demand(codes.join() === due?.join(), place === `${at}[0]` ? "first" : "successor", place, "not due here");
    due = successor(codes, r);
    return codes;
  });
  demand(due === undefined, "last", at, `${due?.join() ?? ""} should follow`);
  demand(BigInt(all.length) === count, "count", at, "not T(r,m) entries");
  return all;
}

/** The next labelled partition, in lexicographic order with letters 1 < … < r < 0 < −1 < …, ranked 1, 2, …. */
function successor(codes: readonly number[], r: number): number[] | undefined {
  for (let length = codes.length - 1; length >= 0; length -= 1) {
    const code = codes[length] ?? 0;
    const found = least(codes.slice(0, length), r, codes.length, code > 0 ? code : r + 1 - code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The least labelled partition that begins so and goes on with a letter ranked above `after`; undefined if there is
 * none. Nothing is searched: a beginning that leaves room for the missing labels can always be completed.
 */
function least(start: number[], r: number, m: number, after: number): number[] | undefined {
  if (m - start.length < r - new Set(start.filter((code) => code > 0)).size) return undefined;
  if (start.length === m) return start;
  // A new zero block ranks last: one more for each open one, whose codes go down from 0.
  for (let rank = after + 1; rank <= r + 2 - Math.min(1, ...start); rank += 1) {
    const found = least([...start, rank > r ? r + 1 - rank : rank], r, m, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** T(r,m), by T(k,n+1) = (k+1)·T(k,n) + k·T(k−1,n) + T(k+1,n) from T(k,0) = [k = 0]; SPEC.md has the proof. */
export function subspaceCount(r: number, m: number): bigint {
  let row = [1n];
  const at = (k: number): bigint => row[k] ?? 0n;
  for (let n = 1; n <= m; n += 1) {
    row = Array.from({ length: n + 1 }, (_, k) => BigInt(k + 1) * at(k) + BigInt(k) * at(k - 1) + at(k + 1));
  }
  return at(r);
}

/** Whether the subspaces of P and Q meet: every block of the join holds the same labels in both, and at most one. */
export function meet(p: readonly number[], q: readonly number[]): boolean {
  let block = p.map((code) => p.indexOf(code));
  q.forEach((code, neuron) => {
    const [from, to] = [block[neuron], block[q.indexOf(code)] ?? 0];
    if (from !== to) block = block.map((number) => (number === from ? to : number));
  });
  // Each label has one block of the join for P. It must be its block for Q, and no other label's.
  const homes = new Map(p.flatMap((code, neuron) => (code > 0 ? [[code, block[neuron]]] : [])));
  const apart = new Set(homes.values()).size === homes.size;
  return apart && q.every((code, neuron) => code <= 0 || homes.get(code) === block[neuron]);
}
