import { widths } from "./ranges.js";

/**
 * The cases of all 1 ≤ r ≤ m ≤ maxM, by m, counted at each (r,m): so an excess at one size cannot hide a lack
 * at another, as it could in a total.
 *
 * @param list the cases of one size.
 * @param count the number of cases of one size, by other means than listing them.
 * @throws RangeError after the cases of a size whose number differs.
 * @example countedBySize(3, labelledPartitions, labelledPartitionCount)
 */
export function* countedBySize<Case>(
  maxM: number,
  list: (r: number, m: number) => Iterable<Case>,
  count: (r: number, m: number) => bigint,
): Generator<Case> {
  for (const [r, m] of widths(maxM)) {
    let listed = 0;
    for (const item of list(r, m)) {
      listed += 1;
      yield item;
    }
    const expected = count(r, m);
    if (BigInt(listed) !== expected)
      throw new RangeError(`${listed} cases at (${r},${m}), expected ${expected}`);
  }
}
