/**
 * The entry of a list at an index that must be there. A wrong index stops the computation: it is never taken
 * for a plausible number.
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
 * @throws RangeError if it is.
 * @example lastEntry(["a", "b"]) === "b"
 */
export function lastEntry<Item>(list: ArrayLike<Item>): Item {
  return entry(list, list.length - 1);
}

/**
 * Stops the computation at an index that a list doesn't have. In a loop that runs millions of times,
 * `list[index] ?? noEntry(list, index)` is {@link entry} without its cost: an engine reads fastest where one
 * place reads one kind of list.
 *
 * @throws RangeError always.
 * @example noEntry(["a", "b"], 2) // throws "no entry 2 in a list of 2"
 */
export function noEntry(list: ArrayLike<unknown>, index: number): never {
  throw new RangeError(`no entry ${index} in a list of ${list.length}`);
}
