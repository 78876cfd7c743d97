import { entry } from "../../exact/entry.js";
import { binomialRow } from "./binomial.js";
import { factorial } from "./factorial.js";
import { requireSize } from "../requireSize.js";
import { stirling2Row } from "./stirling2.js";
import { surjections } from "./surjections.js";

/**
 * B(0), …, B(n), the Bell numbers, by the Bell triangle: each row starts with the last entry of the row
 * before, and each further entry is the sum of the entry to its left and the entry above that one.
 *
 * @throws RangeError unless n is a nonnegative safe integer.
 * @example bellNumbers(4) // [1n, 1n, 2n, 5n, 15n]
 */
export function bellNumbers(n: number): bigint[] {
  requireSize("n", n);
  const bells = [1n];
  const row = [1n];
  for (let size = 1; size <= n; size += 1) {
    let value = entry(row, size - 1);
    bells.push(value);
    // `value` is the entry of the new row at `column`; from there on the array still contains the old row.
    for (const [column, above] of row.entries()) {
      row[column] = value;
      value += above;
    }
    row.push(value);
  }
  return bells;
}

/**
 * B(n): the number of partitions of a set of n elements into any number of blocks.
 *
 * @throws RangeError unless n is a nonnegative safe integer.
 * @example bell(4) === 15n
 */
export function bell(n: number): bigint {
  return entry(bellNumbers(n), n);
}

/**
 * B(n) by `B(n+1) = Σ_k C(n, k) B(k)`, where k elements lie outside the block of the last one.
 *
 * @throws RangeError unless n is a nonnegative safe integer.
 * @example bellByRecurrence(4) === 15n
 */
export function bellByRecurrence(n: number): bigint {
  requireSize("n", n);
  const bells = [1n];
  while (bells.length <= n) {
    const terms = binomialRow(bells.length - 1).map((coefficient, k) => coefficient * entry(bells, k));
    bells.push(terms.reduce((sum, term) => sum + term, 0n));
  }
  return entry(bells, n);
}

/**
 * B(n) as Σ_j S2(n, j).
 *
 * @throws RangeError unless n is a nonnegative safe integer.
 * @example bellByStirling(4) === 15n
 */
export function bellByStirling(n: number): bigint {
  return stirling2Row(n).reduce((sum, value) => sum + value, 0n);
}

/**
 * g(u) = Σ_j G(j, u)/j! as Prop. 4.5 of Şimşek et al. (2021) writes the number of ways to arrange u
 * zero-type units. The paper needs u >= 1 only and sums from j = 1; with j = 0 it gives g(0) = 1 too.
 *
 * @throws RangeError unless u is a nonnegative safe integer.
 * @example zeroBlockArrangements(4) === 15n
 */
export function zeroBlockArrangements(u: number): bigint {
  requireSize("u", u);
  let sum = 0n;
  // S_j acts freely on the surjections onto [j], so each division leaves no remainder.
  for (let j = 0; j <= u; j += 1) sum += surjections(j, u) / factorial(j);
  return sum;
}
