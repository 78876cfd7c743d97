import { speaking } from "../../exact/plainJavaScript.js";
import { type Bounds, quotientOf } from "../../exact/numbers/quotient.js";
import { binomial, binomialRow } from "../counts/binomial.js";
import { fallingFactorial } from "../counts/factorial.js";
import { requireOrdered, requirePositive } from "../requireSize.js";

/*
 * Lemma 4.6 of Şimşek et al. (2021) for widths m−k and m, with k fixed and bounds instead of ~:
 *
 *     G(m−k, m) and T(m−k, m), divided by m^k·m!/(2^k·k!).
 *
 * First come bounds of S2(m, m−k), where n^{(j)} is the falling factorial n(n−1)…(n−j+1):
 *
 *     m^{(2k)} / (2^k·k!)  ≤  S2(m, m−k)  ≤  C(C(m, 2), k)  ≤  (m(m−1))^k / (2^k·k!).
 *
 * The left side counts the partitions of [m] into k pairs and m−2k single elements. The right side: an edge
 * from each element to the least of its block makes k edges out of C(m, 2), and the edges determine the
 * partition.
 */

/**
 * Bounds of G(m−k, m)/(m^k·m!/(2^k·k!)). Since G(m−k, m) = (m−k)!·S2(m, m−k), the quotient is 2^k·k!·S2(m,
 * m−k)/(m^k·m^{(k)}), which lies between (m−k)^{(k)}/m^k and (m−1)^k/m^{(k)}. For k ≤ 1 the bounds agree.
 *
 * @throws RangeError unless k <= m are nonnegative safe integers and m >= 1.
 * @example surjectionBounds(2, 10).lower // { numerator: 56n, denominator: 100n }
 */
export function surjectionBounds(k: number, m: number): Bounds {
  requireDifference(k, m);
  const exponent = BigInt(k);
  return speaking({
    lower: quotientOf(fallingFactorial(m - k, k), BigInt(m) ** exponent),
    upper: quotientOf(BigInt(m - 1) ** exponent, fallingFactorial(m, k)),
  });
}

/**
 * Simpler and wider bounds of G(m−k, m)/(m^k·m!/(2^k·k!)): 1 − k(3k−1)/(2m) and, for m > k(k−1)/2, 1/(1 −
 * k(k−1)/(2m)).
 *
 * They follow from ∏(1−x_i) ≥ 1 − Σx_i for x_i in [0, 1]: with x_i = (k+i)/m for the lower bound, and with
 * x_i = i/m for the denominator of the upper bound, i < k. If some (k+i)/m exceeds 1, that is m ≤ 2k−1, the
 * lower bound is not positive.
 *
 * @throws RangeError unless k <= m are nonnegative safe integers and m >= 1.
 *
 * @example simpleSurjectionBounds(2, 10).upper // { numerator: 10n, denominator: 9n }
 */
export function simpleSurjectionBounds(k: number, m: number): Bounds {
  requireDifference(k, m);
  return around(m, surjectionDeficit(k), binomial(k, 2));
}

/**
 * Bounds of T(m−k, m)/(m^k·m!/(2^k·k!)). Of a partition of [m] into m−j blocks, choose the m−k that get
 * labels: T(m−k, m) = (m−k)!·Σ_{j≤k} S2(m, m−j)·C(m−j, k−j). By the bounds of S2(m, m−j), the j-th summand of
 * the quotient lies between
 *
 *     C(k, j)·(2/m)^{k−j}·(m−j)^{(j)}/m^j   and   C(k, j)·(2/m)^{k−j}·(m−1)^j/m^{(j)}.
 *
 * @example labelledPartitionBounds(1, 10).lower // { numerator: 11n, denominator: 10n }
 */
export function labelledPartitionBounds(k: number, m: number): Bounds {
  requireDifference(k, m);
  const size = BigInt(m);
  let below = 0n;
  let above = 0n;
  // The common denominators are m^k and m^k·m^{(k)}.
  binomialRow(k).forEach((choices, j) => {
    const weight = choices << BigInt(k - j);
    below += weight * fallingFactorial(m - j, j);
    above += weight * (size * (size - 1n)) ** BigInt(j) * fallingFactorial(m - j, k - j);
  });
  const power = size ** BigInt(k);
  return speaking({
    lower: quotientOf(below, power),
    upper: quotientOf(above, power * fallingFactorial(m, k)),
  });
}

/**
 * Simpler and wider bounds of T(m−k, m)/(m^k·m!/(2^k·k!)): 1 − k(3k−1)/(2m), from the summand j = k alone,
 * and, for m > k(k+3)/2, 1/(1 − k(k+3)/(2m)).
 *
 * The upper bound: (m−1)^j/m^{(j)} ≤ 1/∏_{i<k}(1−i/m) for j ≤ k, so the sum is at most (1+2/m)^k over that
 * product; then 1+2/m ≤ 1/(1−2/m), and ∏(1−x_i) ≥ 1 − Σx_i applies to all factors together.
 *
 * @throws RangeError unless k <= m are nonnegative safe integers and m >= 1.
 *
 * @example simpleLabelledPartitionBounds(2, 10).upper // { numerator: 10n, denominator: 5n }
 */
export function simpleLabelledPartitionBounds(k: number, m: number): Bounds {
  requireDifference(k, m);
  return around(m, surjectionDeficit(k), labelledPartitionExcess(k));
}

/** k(3k−1)/2: the lower bounds are 1 − k(3k−1)/(2m). */
export function surjectionDeficit(k: number): bigint {
  return BigInt(k) + 3n * binomial(k, 2);
}

/** k(k+3)/2: the upper bound of labelled partitions is 1/(1 − k(k+3)/(2m)). */
export function labelledPartitionExcess(k: number): bigint {
  return binomial(k, 2) + 2n * BigInt(k);
}

/** The bounds 1 − deficit/m and 1/(1 − excess/m); the upper one only for m > excess. */
export function around(m: number, deficit: bigint, excess: bigint): Bounds {
  const size = BigInt(m);
  return speaking({
    lower: quotientOf(size - deficit, size),
    upper: size > excess ? quotientOf(size, size - excess) : undefined,
  });
}

function requireDifference(k: number, m: number): void {
  requirePositive("m", m);
  requireOrdered("k", k, "m", m);
}
