import { requireSize } from "../requireSize.js";

/**
 * C(n, k): the number of subsets of size k of a set of n elements. 0 for k > n.
 *
 * @throws RangeError unless n and k are nonnegative safe integers.
 * @example binomial(5, 2) === 10n
 */
export function binomial(n: number, k: number): bigint {
  requireSize("n", n);
  requireSize("k", k);
  if (k > n) return 0n;
  const steps = Math.min(k, n - k);
  let value = 1n;
  // After step i the value is C(n, i), so each division leaves no remainder.
  for (let i = 1; i <= steps; i += 1) value = (value * BigInt(n - i + 1)) / BigInt(i);
  return value;
}

/**
 * The row C(n, 0), …, C(n, n) of Pascal's triangle.
 *
 * @throws RangeError unless n is a nonnegative safe integer.
 * @example binomialRow(3) // [1n, 3n, 3n, 1n]
 */
export function binomialRow(n: number): bigint[] {
  requireSize("n", n);
  const row = [1n];
  let value = 1n;
  for (let i = 1; i <= n; i += 1) {
    value = (value * BigInt(n - i + 1)) / BigInt(i);
    row.push(value);
  }
  return row;
}
