import { entry } from "../../exact/entry.js";

/*
 * The number of orbits under S_m × S_r, without a list: loops over representatives are compared with it. An
 * orbit is two multisets of block sizes, and there are as many partitions of k into r parts as of k − r into
 * parts of at most r (conjugate, then drop the first row).
 */

/**
 * Orbits of the labelled partitions of [m] with r labels: the coefficient of x^{m−r} in
 * ∏_{i≤r} 1/(1 − x^i) · ∏_{i≥1} 1/(1 − x^i), for 1 ≤ r ≤ m.
 *
 * @example orbitCount(2, 4) === 5n // 3+1, 2+2, 2+1 and 1, 1+1 and 2, 1+1 and 1+1
 */
export function orbitCount(r: number, m: number): bigint {
  return waysToPay(m - r, [...upTo(r), ...upTo(m - r)]);
}

/**
 * Orbits of the surjections [m] → [r]: the coefficient of x^{m−r} in ∏_{i≤r} 1/(1 − x^i), for 1 ≤ r ≤ m.
 *
 * @example surjectionOrbitCount(2, 4) === 2n // 3+1 and 2+2
 */
export function surjectionOrbitCount(r: number, m: number): bigint {
  return waysToPay(m - r, upTo(r));
}

/** Multisets of coins of a given sum, where coins of one value in different places of the list differ. */
function waysToPay(sum: number, coins: readonly number[]): bigint {
  const ways = [1n, ...new Array<bigint>(sum).fill(0n)];
  for (const coin of coins) {
    for (let total = coin; total <= sum; total += 1) {
      ways[total] = entry(ways, total) + entry(ways, total - coin);
    }
  }
  return entry(ways, sum);
}

function upTo(largest: number): number[] {
  return Array.from({ length: largest }, (_, index) => index + 1);
}
