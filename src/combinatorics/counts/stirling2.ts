import { entry, noEntry } from "../../exact/entry.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { requireSize } from "../requireSize.js";

/**
 * S2(m, 0), …, S2(m, m), the numbers of partitions of [m] into n blocks, by `S2(m+1, n) = n·S2(m, n) + S2(m,
 * n−1)`: the last element joins one of n blocks or is alone.
 *
 * With g images and s silent vectors these are partitions with relative signs on each block and possibly a
 * silent block beside the n, by `S(m+1, n) = (gn+s)·S(m, n) + S(m, n−1)`; at odd parity the Stirling numbers
 * of type B (A039755).
 *
 * @throws RangeError unless m is a nonnegative safe integer.
 * @example stirling2Row(4) // [0n, 1n, 7n, 6n, 1n]
 * @example stirling2Row(2, { images: 2, silent: 1 }) // [1n, 4n, 1n]
 */
export function stirling2Row(m: number, { images, silent }: Mirroring = UNMIRRORED): bigint[] {
  requireSize("m", m);
  const row = [1n];
  for (let size = 1; size <= m; size += 1) {
    let before = 0n;
    for (let n = 0; n < size; n += 1) {
      const value = row[n] ?? noEntry(row, n);
      row[n] = BigInt(images * n + silent) * value + before;
      before = value;
    }
    row.push(before);
  }
  return row;
}

/**
 * The column S2(n, n), S2(n+1, n), …, S2(m, n), by the recurrence of {@link stirling2Row} for at most n
 * blocks; empty for n > m.
 *
 * @throws RangeError unless m and n are nonnegative safe integers.
 * @example stirling2Column(4, 2) // [1n, 3n, 7n]
 */
export function stirling2Column(m: number, n: number): bigint[] {
  requireSize("m", m);
  requireSize("n", n);
  if (n > m) return [];
  // Entry k is S2(k + d, k) for a growing d; each step needs only the left neighbour.
  const diagonal = new Array<bigint>(n + 1).fill(1n);
  const column = [1n];
  for (let d = 1; d <= m - n; d += 1) {
    let left = 0n;
    for (let k = 0; k <= n; k += 1) {
      left += BigInt(k) * (diagonal[k] ?? noEntry(diagonal, k));
      diagonal[k] = left;
    }
    column.push(left);
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
  const column = stirling2Column(m, n);
  return n > m ? 0n : entry(column, m - n);
}
