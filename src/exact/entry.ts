/**
 * The entry of a list at an index that must exist. A wrong index stops the computation: no plausible number
 * takes the place of a missing entry.
 *
 * @param list a list, or an array of machine integers or doubles.
 * @param index 0 ≤ index < list.length.
 * @throws RangeError if the list has no such entry.
 * @example entry(["a", "b"], 1) === "b"
 */
export function entry<Item>(list: ArrayLike<Item>, index: number): Item {
  const item = list[index];
  return item === undefined ? noEntry(list, index) : item;
}

/**
 * The last entry of a list that must not be empty.
 *
 * @throws RangeError if it is empty.
 * @example lastEntry(["a", "b"]) === "b"
 */
export function lastEntry<Item>(list: ArrayLike<Item>): Item {
  return entry(list, list.length - 1);
}

/**
 * Throws for an index that a list doesn't have. In a loop that runs millions of times, `list[index] ??
 * noEntry(list, index)` does what {@link entry} does, and costs less: an engine reads fastest where one place
 * in the code reads one kind of list.
 *
 * @throws RangeError always.
 * @example noEntry(["a", "b"], 2) // throws "no entry 2 in a list of 2"
 */
export function noEntry(list: ArrayLike<unknown>, index: number): never {
  throw new RangeError(`no entry ${index} in a list of ${list.length}`);
}
