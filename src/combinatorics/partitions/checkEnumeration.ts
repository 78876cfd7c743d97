import { first, successorOf } from "./enumeration.js";
import type { LabelledPartition } from "./labelledPartition.js";

/** The result of checking a claimed enumeration. */
export interface EnumerationCheck {
  /** How many partitions were visited. */
  readonly visited: bigint;
  /** The first fault, in words; absent if and only if the enumeration is complete and without repetition. */
  readonly failure?: string;
}

/**
 * Whether a list holds every labelled partition of [m] with r labels once, in canonical order: it starts with
 * the first, each is the successor of the one before, the last has no successor, and there are `expected` of
 * them.
 *
 * @param expected T(r,m) from a source that is independent of the list.
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example checkEnumeration(labelledPartitions(2, 3), 2, 3, 12n) // { visited: 12n }
 */
export function checkEnumeration(
  partitions: Iterable<LabelledPartition>,
  r: number,
  m: number,
  expected: bigint,
): EnumerationCheck {
  return checkSuccession(partitions, first(r, m), successorOf, expected);
}

/**
 * Whether a list of items is what {@link checkEnumeration} says, for any kind that has a first item and
 * successors.
 */
export function checkSuccession<Item extends { readonly key: string }>(
  items: Iterable<Item>,
  start: Item | undefined,
  following: (item: Item) => Item | undefined,
  expected: bigint,
): EnumerationCheck {
  let visited = 0n;
  let next = start;
  for (const partition of items) {
    if (next?.key !== partition.key) {
      const expectation = next === undefined ? "none" : `[${next.key}]`;
      return {
        visited,
        failure: `[${partition.key}] is at place ${visited}, where ${expectation} is expected`,
      };
    }
    visited++;
    next = following(next);
  }
  if (next !== undefined) return { visited, failure: `ends before [${next.key}]` };
  if (visited !== expected) {
    return { visited, failure: `${visited} visited, ${expected} expected` };
  }
  return { visited };
}
