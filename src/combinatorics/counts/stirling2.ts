import { requireSize } from "../requireSize.js";

/**
 * S2(m, 0), …, S2(m, m): partitions of [m] into n blocks, by `S2(m+1, n) = n·S2(m, n) + S2(m, n−1)`: the
 * last element joins one of n blocks or stands alone.
 *
 * @throws RangeError unless m is a nonnegative safe integer.
 * @example stirling2Row(4) // [0n, 1n, 7n, 6n, 1n]
 */
export function stirling2Row(m: number): bigint[] {
  requireSize("m", m);
  const row = [1n];
  for (let size = 1; size <= m; size += 1) {
    row.push(1n);
    for (let n = size - 1; n >= 1; n -= 1) row[n] = BigInt(n) * (row[n] ?? 0n) + (row[n - 1] ?? 0n);
    row[0] = 0n;
  }
  return row;
}

/**
 * The column S2(n, n), S2(n+1, n), …, S2(m, n), by the same recurrence kept to blocks 1…n; empty for n > m.
 *
 * @throws RangeError unless m and n are nonnegative safe integers.
 * @example stirling2Column(4, 2) // [1n, 3n, 7n]
 */
export function stirling2Column(m: number, n: number): bigint[] {
  requireSize("m", m);
  requireSize("n", n);
  if (n > m) return [];
  // Entry k runs along the diagonal S2(k + d, k) as d grows; each step needs only its left neighbour.
  const diagonal = new Array<bigint>(n + 1).fill(1n);
  const column = [1n];
  for (let d = 1; d <= m - n; d += 1) {
    diagonal[0] = 0n;
    for (let k = 1; k <= n; k += 1) diagonal[k] = BigInt(k) * (diagonal[k] ?? 0n) + (diagonal[k - 1] ?? 0n);
    column.push(diagonal[n] ?? 0n);
  }
  return column;
}

/**
 * S2(m, n), the number of partitions of [m] into n blocks, by the recurrence. S2(0, 0) = 1; 0 for n > m.
 *
 * @throws RangeError unless m and n are nonnegative safe integers.
 * @example stirling2(4, 2) === 7n
 */
export function stirling2(m: number, n: number): bigint {
  return stirling2Column(m, n).at(-1) ?? 0n;
}
