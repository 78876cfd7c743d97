import { binomialRow } from "../../src/combinatorics/counts/binomial.js";
import { factorial } from "../../src/combinatorics/counts/factorial.js";
import { powers } from "../../src/combinatorics/counts/powers.js";

/**
 * S2(m, n) by inclusion–exclusion over the boxes missed: `(1/n!) Σ_i (−1)^{n−i} C(n, i) i^m`.
 *
 * @throws RangeError unless m and n are nonnegative safe integers and n <= 2^24.
 * @example stirling2Explicit(4, 2) === 7n
 */
export function stirling2Explicit(m: number, n: number): bigint {
  const power = powers(n, m);
  let sum = 0n;
  binomialRow(n).forEach((coefficient, i) => {
    const term = coefficient * (power[i] ?? 0n);
    sum += (n - i) % 2 === 0 ? term : -term;
  });
  return sum / factorial(n);
}
