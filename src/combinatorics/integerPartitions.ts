import { requireSize } from "./requireSize.js";

/**
 * The multisets of positive integers with a given sum, each as a descending list, the lists in descending
 * lexicographic order.
 *
 * @param sum 0 has one partition, into no parts.
 * @param parts the number of parts; any number if left out.
 * @throws RangeError unless both are nonnegative safe integers.
 * @example [...integerPartitions(4)] // [[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]]
 * @example [...integerPartitions(4, 2)] // [[3, 1], [2, 2]]
 */
export function* integerPartitions(
  sum: number,
  parts?: number,
): Generator<readonly number[], void, undefined> {
  requireSize("sum", sum);
  if (parts !== undefined) requireSize("parts", parts);
  yield* bounded(sum, sum, parts);
}

function* bounded(
  sum: number,
  greatest: number,
  parts: number | undefined,
): Generator<number[], void, undefined> {
  if (sum === 0) {
    if (parts === undefined || parts === 0) yield [];
    return;
  }
  // Each part is between 1 and `greatest`.
  if (parts !== undefined && (parts > sum || parts * greatest < sum)) return;
  const rest = parts === undefined ? undefined : parts - 1;
  for (let part = Math.min(sum, greatest); part > 0; part--) {
    for (const tail of bounded(sum - part, part, rest)) yield [part, ...tail];
  }
}
