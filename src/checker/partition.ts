import { integer, list } from "./shape.js";
import { demand } from "./verdict.js";

/** At most this many neurons where every labelled partition is listed. */
const MAX_LISTED = 64;

/** Reads m codes: each label 1…r at least once, zero blocks 0, −1, −2, … in order of first appearance. */
export function partition(value: unknown, r: number, m: number, at: string): number[] {
  const codes = list(value, at, integer);
  demand(codes.length === m, "partition", at, `not ${m} codes`);
  let opened = 0;
  for (const code of codes) {
    demand(code <= r && code >= -opened, "partition", at, `code ${code} is out of range or of turn`);
    if (code === -opened) opened += 1;
  }
  const labels = new Set(codes.filter((code) => code > 0));
  demand(labels.size === r, "partition", at, "a label has no neuron");
  return codes;
}

/** Reads all labelled partitions of [m] with labels 1…r, in canonical order and without a gap. */
export function everyPartition(value: unknown, r: number, m: number, at: string): number[][] {
  demand(r >= 1 && r <= m && m <= MAX_LISTED, "size", at, `not 1 ≤ r ≤ m ≤ ${MAX_LISTED}`);
  let due = leastCompletion([], r, m);
  const all = list(value, at, (entry, place) => {
    const codes = partition(entry, r, m, place);
    const rule = place === `${at}[0]` ? "first" : "successor";
    demand(codes.join() === due?.join(), rule, place, `${due?.join() ?? "nothing"} is due here`);
    due = successor(codes, r);
    return codes;
  });
  demand(due === undefined, "last", at, `${due?.join() ?? ""} should follow`);
  demand(BigInt(all.length) === subspaceCount(r, m), "count", at, "not T(r,m) entries");
  return all;
}

/** The next labelled partition, in lexicographic order with letters 1 < … < r < 0 < −1 < …, ranked 1, 2, …. */
function successor(codes: readonly number[], r: number): number[] | undefined {
  for (let length = codes.length - 1; length >= 0; length -= 1) {
    const start = codes.slice(0, length);
    const code = codes[length] ?? 0;
    const greatest = r + 1 + Math.max(0, ...start.map((earlier) => 1 - earlier));
    for (let rank = (code > 0 ? code : r + 1 - code) + 1; rank <= greatest; rank += 1) {
      const next = leastCompletion([...start, rank > r ? r + 1 - rank : rank], r, codes.length);
      if (next !== undefined) return next;
    }
  }
  return undefined;
}

/** Ones for as long as the missing labels fit behind them, then those in ascending order; undefined if they never fit. */
function leastCompletion(start: readonly number[], r: number, m: number): number[] | undefined {
  const codes = [...start];
  const missing = new Set(Array.from({ length: r }, (_, index) => index + 1));
  for (const code of start) missing.delete(code);
  if (codes.length + missing.size > m) return undefined;
  while (codes.length < m) {
    const [least = 1] = missing;
    const next = codes.length + missing.size < m ? 1 : least;
    codes.push(next);
    missing.delete(next);
  }
  return codes;
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
  const homes = new Map(p.map((code, neuron) => [code, block[neuron]]));
  const labelled = [...homes].filter(([code]) => code > 0);
  const apart = new Set(labelled.map(([, home]) => home)).size === labelled.length;
  return apart && q.every((code, neuron) => code <= 0 || homes.get(code) === block[neuron]);
}
