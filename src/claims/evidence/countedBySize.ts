import { widths } from "./ranges.js";

/**
 * The cases of all 1 ≤ r ≤ m ≤ maxM, by m. Those of each (r,m) are counted: an excess at one size can't hide
 * a lack at another, as it could in a total.
 *
 * @param list the cases of one size.
 * @param count how many there are of a size, counted by other means than listing them.
 * @throws RangeError once a size has been gone through, if it had more or fewer.
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
    const wanted = count(r, m);
    if (BigInt(listed) !== wanted) throw new RangeError(`${listed} cases at (${r},${m}), expected ${wanted}`);
  }
}
