import { entry, integer, list } from "./values.js";
import { type Parity, demand } from "./verdict.js";

/**
 * Reads the m codes of a labelled partition: every label 1…r, and zero blocks 0, −1, −2, … by first
 * appearance.
 */
export function partition(value: unknown, r: number, m: number, at: string): number[] {
  const codes = list(value, at, integer);
  demand(codes.length === m, "partition", at, `not ${m} codes`);
  // The number of zero blocks so far: their codes are 0, −1, …, 1 − zeroBlocks.
  let zeroBlocks = 0;
  for (const code of codes) {
    const inRange = -zeroBlocks <= code && code <= r;
    demand(inRange, "partition", at, `code ${code} is out of range or of turn`);
    if (code === -zeroBlocks) zeroBlocks += 1;
  }
  const isComplete = new Set(codes).size === r + zeroBlocks;
  demand(isComplete, "partition", at, "a label has no neuron");
  return codes;
}

/**
 * Reads the list of all labelled partitions of m neurons with labels 1…r. An acceptance proves that every one
 * is there, once, in canonical order.
 */
export function everyPartition(value: unknown, r: number, m: number, at: string): number[][] {
  demand(r >= 1 && r <= m && m <= 64, "size", at, "not 1 ≤ r ≤ m ≤ 64");
  const count = subspaceCount(r, m);
  // A list that can't be right isn't read, since each of its entries takes time.
  const characters = count * BigInt(2 * m + 1);
  demand(characters < 2n ** 28n, "size", at, `T(r,m) = ${count} entries fit in no file`);
  const isLong = Array.isArray(value) && BigInt(value.length) > count;
  demand(!isLong, "count", at, "more than T(r,m) entries");
  let next = least([], r, m);
  const partitions = list(value, at, (one, place, index) => {
    const codes = partition(one, r, m, place);
    const isNext = codes.join() === next?.join();
    demand(isNext || index > 0, "first", place, "expected the first partition in order");
    demand(isNext, "successor", place, "expected the next partition in order");
    next = successor(codes, r);
    return codes;
  });
  const rest = next === undefined ? "nothing" : next.join();
  demand(next === undefined, "last", at, `${rest} should follow`);
  demand(BigInt(partitions.length) === count, "count", at, "not T(r,m) entries");
  return partitions;
}

/** A letter's rank 1, 2, … in the canonical order 1 < 2 < … < r < 0 < −1 < −2 < …. */
function rankOf(code: number, r: number): number {
  return code > 0 ? code : r + 1 - code;
}

/** The letter of that rank. */
function codeOf(rank: number, r: number): number {
  return rank <= r ? rank : r + 1 - rank;
}

/**
 * The least letter above the given rank that may come next and leaves room for the labels still missing;
 * undefined if there is none.
 */
function leastLetter(beginning: readonly number[], rank: number, r: number, m: number): number | undefined {
  const labels = new Set(beginning.filter((code) => code > 0));
  const roomAfter = m - beginning.length - 1;
  // The greatest letter is the code that a new zero block would have: 0, or one less than the least so far.
  const newZeroBlock = Math.min(1, ...beginning) - 1;
  for (let next = rank + 1; next <= rankOf(newZeroBlock, r); next += 1) {
    const code = codeOf(next, r);
    const isNewLabel = code > 0 && !labels.has(code);
    const missing = r - labels.size - (isNewLabel ? 1 : 0);
    if (missing <= roomAfter) return code;
  }
  return undefined;
}

/** The least labelled partition with this beginning; undefined if there is none. */
function least(beginning: readonly number[], r: number, m: number): number[] | undefined {
  const codes = [...beginning];
  while (codes.length < m) {
    const code = leastLetter(codes, 0, r, m);
    if (code === undefined) return undefined;
    codes.push(code);
  }
  return codes;
}

/**
 * The next labelled partition in canonical order; undefined after the last. It keeps the longest beginning
 * after which a greater letter leaves room, takes the least such letter, and continues with the least
 * letters.
 */
function successor(codes: readonly number[], r: number): number[] | undefined {
  const m = codes.length;
  for (let length = m - 1; length >= 0; length -= 1) {
    const beginning = codes.slice(0, length);
    const greater = leastLetter(beginning, rankOf(entry(codes, length), r), r, m);
    if (greater !== undefined) return least([...beginning, greater], r, m);
  }
  return undefined;
}

/**
 * T(r,m), by T(k,n+1) = (gk + s + 1)·T(k,n) + gk·T(k−1,n) + T(k+1,n) from T(k,0) = [k = 0]; SPEC.md has the
 * proof. Without a parity g = 1 and s = 0; with one g = 2, and s = 1 if it is odd, as units can be silent.
 */
export function subspaceCount(r: number, m: number, parity?: Parity): bigint {
  const images = parity === undefined ? 1 : 2;
  const own = parity === "odd" ? 2 : 1;
  // T(k,n) for k = 0, …, m + 1, with n = 0 to begin with. It is 0 for k > n, so the last entry stays 0.
  let counts: bigint[] = Array.from({ length: m + 2 }, (_, k) => (k === 0 ? 1n : 0n));
  for (let n = 0; n < m; n += 1) {
    const before = counts;
    counts = before.map((count, k) => {
      if (k === 0) return BigInt(own) * count + entry(before, 1);
      if (k > m) return 0n;
      const withLabel = BigInt(images * k) * (count + entry(before, k - 1));
      return BigInt(own) * count + withLabel + entry(before, k + 1);
    });
  }
  return entry(counts, r);
}

/** Whether Γ_P and Γ_Q meet: every block of the join holds the same labels in P as in Q, and at most one. */
export function meet(p: readonly number[], q: readonly number[]): boolean {
  const blocks = join(p, q);
  const labelsInP = labelsOf(blocks, p);
  const labelsInQ = labelsOf(blocks, q);
  return blocks.every((block) => {
    const inP = labelsInP.get(block);
    const inQ = labelsInQ.get(block);
    return inP === inQ && inP !== "several";
  });
}

/** The join P ∨ Q: for each neuron the number of its block. */
function join(p: readonly number[], q: readonly number[]): number[] {
  let blocks = p.map((code) => p.indexOf(code));
  for (const [unit, code] of q.entries()) {
    // Q has this neuron in one block with the first of this code: their blocks become one.
    const block = entry(blocks, unit);
    const first = entry(blocks, q.indexOf(code));
    if (block !== first) blocks = blocks.map((other) => (other === block ? first : other));
  }
  return blocks;
}

/** The label that the neurons of each block have, if any of them has one. */
function labelsOf(blocks: readonly number[], codes: readonly number[]): Map<number, number | "several"> {
  const labels = new Map<number, number | "several">();
  for (const [unit, code] of codes.entries()) {
    if (code <= 0) continue;
    const block = entry(blocks, unit);
    const label = labels.get(block);
    labels.set(block, label === undefined || label === code ? code : "several");
  }
  return labels;
}
