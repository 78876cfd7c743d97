import { compositions, repetitionFactor } from "../compositions.js";
import { factorial } from "./factorial.js";
import { multinomial } from "./multinomial.js";
import { requireSize } from "../requireSize.js";

/**
 * The displayed formula of Theorem 3.1 of Şimşek et al. (2021), taken literally: over **ordered** tuples
 * (k_1, …, k_r, b_1, …, b_j) of positive integers with sum m, the sum of m!/(k_1!…k_r! b_1!…b_j!) ·
 * 1/(c_1!…c_{m−r}!), where c_i says how often i occurs among the b's.
 *
 * It is not T(r, m): it counts zero blocks of different sizes once for each order in which they can be
 * written, so from m − r = 3 on (blocks of sizes 2 and 1) the value is too large. Each summand is an integer,
 * since the permutations of blocks of equal size act freely on the ways to distribute the elements.
 *
 * @throws RangeError unless r and m are nonnegative safe integers. Exponential time: for small m only.
 * @example literalFormula(1, 4) === 49n // where T(1, 4) is 37
 */
export function literalFormula(r: number, m: number): bigint {
  return sumOverOrderedTuples(r, m, (ways, zeros) => ways / repetitionFactor(zeros));
}

/**
 * The formula of {@link literalFormula} with 1/j! instead of 1/(c_1!…c_{m−r}!), still over ordered tuples. It
 * is T(r, m), since j zero blocks are different sets and can be written in j! orders.
 *
 * @throws RangeError unless r and m are nonnegative safe integers. Exponential time: for small m only.
 * @example correctedFormula(1, 4) === 37n
 */
export function correctedFormula(r: number, m: number): bigint {
  // The share of a single tuple need not be an integer, so the sum has the common denominator m!.
  const common = factorial(m);
  return sumOverOrderedTuples(r, m, (ways, zeros) => ways * (common / factorial(zeros.length))) / common;
}

/** Σ of `term(m!/(∏k!·∏b!), b)` over j = 0…m−r and ordered tuples (k, b) of r + j positive integers. */
function sumOverOrderedTuples(
  r: number,
  m: number,
  term: (ways: bigint, zeros: readonly number[]) => bigint,
): bigint {
  requireSize("r", r);
  requireSize("m", m);
  let sum = 0n;
  for (let j = 0; j <= m - r; j += 1) {
    for (const tuple of compositions(m, r + j)) sum += term(multinomial(tuple), tuple.slice(r));
  }
  return sum;
}
