import { binomial } from "../counts/binomial.js";
import { Prefix } from "./prefix.js";
import { completionTable, partitionOfRank } from "./ranking.js";

/**
 * How many of the labelled partitions at places 0 … index − 1 of canonical order have no zero block. No
 * partition is visited: those that differ first at a unit, where they have a smaller label, are counted at
 * once.
 *
 * @param index 0 … T(r,m), as `rankOfPartition` counts.
 * @returns G(r,m) for the index T(r,m).
 * @throws InputError if the index is out of range; RangeError if r or m is not a nonnegative safe integer.
 * @example surjectionsBefore(1, 3, 5n) === 1n // of [1,1,1], [1,1,0], [1,0,1], [1,0,0], [1,0,-1]
 */
export function surjectionsBefore(r: number, m: number, index: bigint): bigint {
  if (index === completionTable(r, m).total) return continuations(m, r, r);
  const used = new Set<number>();
  let count = 0n;
  for (const [unit, letter] of Prefix.lettersOf(partitionOfRank(r, m, index)).entries()) {
    const left = m - unit - 1;
    const smaller = Math.min(letter, r);
    let smallerUsed = 0;
    for (const label of used) if (label < smaller) smallerUsed += 1;
    const missing = r - used.size;
    count += BigInt(smallerUsed) * continuations(left, missing, r);
    if (smaller > smallerUsed) count += BigInt(smaller - smallerUsed) * continuations(left, missing - 1, r);
    if (letter >= r) return count;
    used.add(letter);
  }
  return count;
}

/** The words of some letters among r labels that hold all the missing ones, by inclusion and exclusion. */
function continuations(left: number, missing: number, r: number): bigint {
  let sum = 0n;
  for (let missed = 0; missed <= missing; missed += 1) {
    const term = binomial(missing, missed) * BigInt(r - missed) ** BigInt(left);
    sum = missed % 2 === 0 ? sum + term : sum - term;
  }
  return sum;
}
