import { requireSize } from "./requireSize.js";

/**
 * Every composition of n into `parts` parts, each at least 1, in lexicographic order. There are C(n−1,
 * parts−1) of them. The only composition into no parts is the empty one, of n = 0.
 *
 * @throws RangeError unless n and parts are nonnegative safe integers.
 * @example [...compositions(3, 2)] // [[1, 2], [2, 1]]
 */
export function* compositions(n: number, parts: number): Generator<readonly number[]> {
  requireSize("n", n);
  requireSize("parts", parts);
  if (parts === 0) {
    if (n === 0) yield [];
    return;
  }
  // Each part after the first needs at least 1.
  for (let first = 1; first <= n - parts + 1; first += 1) {
    for (const rest of compositions(n - first, parts - 1)) yield [first, ...rest];
  }
}

/**
 * ∏ c_i!, where c_i says how often i occurs among the parts: the number of permutations of the parts that
 * leave the tuple unchanged.
 *
 * @example repetitionFactor([2, 1, 1, 1]) === 6n
 */
export function repetitionFactor(parts: readonly number[]): bigint {
  const occurrences = new Map<number, number>();
  let factor = 1n;
  for (const part of parts) {
    const count = (occurrences.get(part) ?? 0) + 1;
    occurrences.set(part, count);
    factor *= BigInt(count);
  }
  return factor;
}
