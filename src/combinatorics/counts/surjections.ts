import { entry, noEntry } from "../../exact/entry.js";
import { compositions } from "../compositions.js";
import { factorial } from "./factorial.js";
import { multinomial } from "./multinomial.js";
import { powers } from "./powers.js";
import { requireSize } from "../requireSize.js";
import { stirling2 } from "./stirling2.js";

/**
 * G(r, m): the number of surjections of [m] onto [r]; a critical point of r units expands to as many affine
 * subspaces at width m. 0 for r > m, and for r = 0 < m; G(0, 0) = 1.
 *
 * By `G(r, m) = Σ_i (−1)^{r−i} C(r, i) i^m` (Prop. 4.5 of Şimşek et al. 2021): all maps, minus those that
 * miss a value.
 *
 * @throws RangeError unless r and m are nonnegative safe integers, r <= 2^24 where r <= m.
 * @example surjections(3, 4) === 36n
 */
export function surjections(r: number, m: number): bigint {
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0n;
  const power = powers(r, m);
  let sum = 0n;
  let coefficient = 1n;
  // The sum runs from i = r down, so the coefficient is C(r, i) = C(r, r−i) and the first sign is +.
  for (let missed = 0; missed <= r; missed += 1) {
    const term = coefficient * entry(power, r - missed);
    sum = missed % 2 === 0 ? sum + term : sum - term;
    coefficient = (coefficient * BigInt(r - missed)) / BigInt(missed + 1);
  }
  return sum;
}

/**
 * G(r, m) as r!·S2(m, r): a surjection is a partition into r blocks, each with its label.
 *
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example surjectionsByStirling(3, 4) === 36n
 */
export function surjectionsByStirling(r: number, m: number): bigint {
  return factorial(r) * stirling2(m, r);
}

/**
 * G(r, m) by `G(r, m+1) = r·(G(r−1, m) + G(r, m))`: the last element takes one of r values, and the other
 * elements either miss it or hit it.
 *
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example surjectionsByRecurrence(3, 4) === 36n
 */
export function surjectionsByRecurrence(r: number, m: number): bigint {
  requireSize("r", r);
  requireSize("m", m);
  const row = [1n, ...new Array<bigint>(r).fill(0n)];
  for (let size = 1; size <= m; size += 1) {
    let before = 0n;
    for (let k = 0; k <= r; k += 1) {
      const value = row[k] ?? noEntry(row, k);
      row[k] = BigInt(k) * (before + value);
      before = value;
    }
  }
  return entry(row, r);
}

/**
 * G(r, m) as Prop. 4.3 of Şimşek et al. (2021) states it: the sum of m!/(k_1!…k_r!) over all k_1 + … + k_r =
 * m, k_i >= 1. There are C(m−1, r−1) summands, so this is only for small m.
 *
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example surjectionsByCompositions(3, 4) === 36n
 */
export function surjectionsByCompositions(r: number, m: number): bigint {
  let sum = 0n;
  for (const sizes of compositions(m, r)) sum += multinomial(sizes);
  return sum;
}
