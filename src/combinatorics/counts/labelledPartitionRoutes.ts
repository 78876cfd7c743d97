import { entry, noEntry } from "../../exact/entry.js";
import { bellNumbers } from "./bell.js";
import { binomial } from "./binomial.js";
import { compositions, repetitionFactor } from "../compositions.js";
import { factorial } from "./factorial.js";
import { integerPartitions } from "../integerPartitions.js";
import { multinomial } from "./multinomial.js";
import { requireSize } from "../requireSize.js";
import { stirling2Column, stirling2Row } from "./stirling2.js";

/*
 * T(r, m) in ways that share only the definition with `labelledPartitionCount`, to check it. All of them
 * accept any nonnegative safe integers, and throw a RangeError for other arguments.
 */

/**
 * T(r, m) by `T(r, m+1) = r·T(r−1, m) + (r+1)·T(r, m) + T(r+1, m)`: the last element is alone in one of r
 * labelled blocks, or joins one, or is alone in a zero block, or joins a zero block. In the last case a
 * further label marks that block.
 *
 * @example labelledPartitionCountByRecurrence(3, 4) === 60n
 */
export function labelledPartitionCountByRecurrence(r: number, m: number): bigint {
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0n;
  let row = [1n];
  const labels: bigint[] = [];
  for (let size = 1; size <= m; size += 1) row = nextRow(row, Math.min(size, r + m - size), labels);
  return entry(row, r);
}

/**
 * The rows T(0, n), …, T(n, n) for n = 0…m, by the recurrence of {@link labelledPartitionCountByRecurrence}.
 *
 * @example labelledPartitionTable(2) // [[1n], [1n, 1n], [2n, 3n, 2n]]
 */
export function labelledPartitionTable(m: number): bigint[][] {
  requireSize("m", m);
  const rows: bigint[][] = [];
  for (const row of labelledPartitionRows()) {
    rows.push(row);
    if (rows.length > m) break;
  }
  return rows;
}

/**
 * The rows T(0, n), …, T(n, n) for n = 0, 1, …, without end, for callers that need each row only once.
 *
 * @example labelledPartitionRows().next().value // [1n]
 */
export function* labelledPartitionRows(): Generator<bigint[], never, undefined> {
  let row = [1n];
  const labels: bigint[] = [];
  for (let size = 1; ; size += 1) {
    yield row;
    row = nextRow(row, size, labels);
  }
}

/**
 * Entries 0…last of the row after `row`, as `r·(T(r−1) + T(r)) + (T(r) + T(r+1))`: each sum is used twice.
 *
 * @param labels 0n, 1n, …, which the caller keeps, since making them takes as long as multiplying by them.
 */
function nextRow(row: readonly bigint[], last: number, labels: bigint[]): bigint[] {
  while (labels.length <= last) labels.push(BigInt(labels.length));
  const next: bigint[] = [];
  let left = 0n;
  let here = entry(row, 0);
  for (let r = 0; r <= last; r += 1) {
    // A row ends at r = m: a partition of [m] has no more than m blocks.
    const after = r + 1 < row.length ? (row[r + 1] ?? noEntry(row, r + 1)) : 0n;
    const right = here + after;
    next.push((labels[r] ?? noEntry(labels, r)) * left + right);
    left = right;
    here = after;
  }
  return next;
}

/**
 * T(r, m) = r! Σ_n S2(m, n) C(n, r): choose r of the n blocks of a partition of [m], and label them.
 *
 * @example labelledPartitionCountByStirling(3, 4) === 60n
 */
export function labelledPartitionCountByStirling(r: number, m: number): bigint {
  requireSize("r", r);
  const row = stirling2Row(m);
  let sum = 0n;
  let choices = 1n;
  for (let n = r; n <= m; n += 1) {
    sum += entry(row, n) * choices;
    choices = (choices * BigInt(n + 1)) / BigInt(n + 1 - r);
  }
  return sum * factorial(r);
}

/**
 * T(r, m) = G(r, m) + Σ_{u=1}^{m−r} C(m, u) G(r, m−u) g(u), as Prop. 4.5 of Şimşek et al. (2021) states it,
 * with g(u) = B(u): choose the u elements of zero blocks, partition them, and map the others onto [r].
 *
 * @example labelledPartitionCountByZeroBlocks(3, 4) === 60n
 */
export function labelledPartitionCountByZeroBlocks(r: number, m: number): bigint {
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0n;
  const column = stirling2Column(m, r);
  let sum = 0n;
  let choices = 1n;
  bellNumbers(m - r).forEach((arrangements, u) => {
    sum += choices * entry(column, m - r - u) * arrangements;
    choices = (choices * BigInt(m - u)) / BigInt(u + 1);
  });
  return sum * factorial(r);
}

/**
 * T(r, m) by the formula of Theorem 3.1 with the b's in descending order: the sum of m!/(k_1!…k_r! b_1!…b_j!)
 * / (c_1!…c_{m−r}!) over k_i >= 1 and b_1 >= … >= b_j >= 1 of sum m. The number of summands grows
 * exponentially, so this is only for small m.
 *
 * @example labelledPartitionCountBySortedTuples(3, 4) === 60n
 */
export function labelledPartitionCountBySortedTuples(r: number, m: number): bigint {
  requireSize("r", r);
  requireSize("m", m);
  let sum = 0n;
  for (let u = 0; u <= m - r; u += 1) {
    for (const zeros of integerPartitions(u)) {
      const arrangements = multinomial(zeros) / repetitionFactor(zeros);
      for (const labelled of compositions(m - u, r)) {
        sum += binomial(m, u) * multinomial(labelled) * arrangements;
      }
    }
  }
  return sum;
}
