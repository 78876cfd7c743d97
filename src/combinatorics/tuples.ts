/**
 * All tuples with one entry of each list, where the last entry changes fastest; for no lists, one empty
 * tuple.
 *
 * @example [...tuples([[1, 2], [3, 4]])] // [[1, 3], [1, 4], [2, 3], [2, 4]]
 */
export function* tuples<Entry>(lists: readonly (readonly Entry[])[]): Generator<readonly Entry[]> {
  const [first, ...others] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const entry of first) for (const tail of tuples(others)) yield [entry, ...tail];
}
