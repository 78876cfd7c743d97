import type { CompletionTable } from "./completionTable.js";

/**
 * The first few of m letters of an item: letters are integers from 0 on, and canonical order is the
 * lexicographic order of the words. Every prefix has a completion, so no search runs into a dead end.
 */
export interface Spelling<Item> {
  /** How many letters an item has. */
  readonly m: number;
  /** How many letters there are so far. */
  readonly length: number;
  /** The smallest letter above `letter` that fits the next place; undefined if none does. */
  nextAfter(letter: number): number | undefined;
  /** The smallest letter that fits the next place. @throws RangeError if no place is left. */
  least(): number;
  push(letter: number): void;
  /** Removes the last letter and returns it; undefined if there is none. */
  pop(): number | undefined;
  /**
   * How many items continue the prefix with this letter.
   *
   * @throws RangeError if it is above all that can fit.
   */
  completions(letter: number, table: CompletionTable): bigint;
  /** The item of a prefix with all m letters. */
  toPartition(): Item;
}

/** The item at the prefix that is least in canonical order; the prefix becomes its word. */
export function completeLeast<Item>(prefix: Spelling<Item>): Item {
  while (prefix.length < prefix.m) prefix.push(prefix.least());
  return prefix.toPartition();
}

/** The item after that of a full prefix, which becomes its word; undefined after the last. */
export function advance<Item>(prefix: Spelling<Item>): Item | undefined {
  return nextWord(prefix) ? prefix.toPartition() : undefined;
}

/** Makes a full prefix the next word; after the last it says that there is none. */
export function nextWord(prefix: Spelling<unknown>): boolean {
  for (let letter = prefix.pop(); letter !== undefined; letter = prefix.pop()) {
    const next = prefix.nextAfter(letter);
    if (next === undefined) continue;
    prefix.push(next);
    while (prefix.length < prefix.m) prefix.push(prefix.least());
    return true;
  }
  return false;
}

/** All items in canonical order, one at a time, from an empty prefix. */
export function* walk<Item>(prefix: Spelling<Item>): Generator<Item, void, undefined> {
  let item: Item | undefined = completeLeast(prefix);
  while (item !== undefined) {
    yield item;
    item = advance(prefix);
  }
}

/** The place of a word in canonical order, counted from 0, with an empty prefix and its table. */
export function rankOfWord<Item>(
  prefix: Spelling<Item>,
  letters: Iterable<number>,
  table: CompletionTable,
): bigint {
  let index = 0n;
  for (const letter of letters) {
    for (let smaller = 0; smaller < letter; smaller++) index += prefix.completions(smaller, table);
    prefix.push(letter);
  }
  return index;
}

/** The item at a place 0…total−1 in canonical order, with an empty prefix and its table. */
export function itemOfRank<Item>(prefix: Spelling<Item>, index: bigint, table: CompletionTable): Item {
  let rest = index;
  while (prefix.length < prefix.m) {
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
