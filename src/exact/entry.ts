/**
 * The entry of a list at an index that must be there. A wrong index stops the computation: it is never taken for a
 * plausible number.
 *
 * @param list a list, or an array of machine integers or doubles.
 * @param index 0 ≤ index < list.length.
 * @throws RangeError if the list has no such entry.
 * @example entry(["a", "b"], 1) === "b"
 */
export function entry<Item>(list: ArrayLike<Item>, index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no entry ${index} in a list of ${list.length}`);
  return item;
}
