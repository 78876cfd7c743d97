import { binomial } from "./binomial.js";
import { factorial } from "./factorial.js";

/** Numbers of units by the signs that their forms B_t have: of both signs, of one, or of none as B_t = 0. */
export interface UnitForms {
  /** B_t ⪰ 0, ≠ 0. */
  readonly positive: number;
  /** B_t ⪯ 0, ≠ 0. */
  readonly negative: number;
  readonly indefinite: number;
  readonly zero: number;
}

/**
 * In how many chambers of shares the copies of r units add no negative eigenvalue, at width m and with E_t =
 * 0. The chambers are those of all subspaces Γ̄ of width m, cut by the hyperplanes β_i = 0. A block of k
 * copies has 2^k − 1 of them, as the sum of the shares is 1. None is negative in 1 of these, one alone is
 * positive in k. So the number is m! times the coefficient of x^m in (e^x − 1)^p (x e^x)^n x^q (e^{2x} −
 * e^x)^z for p positive, n negative, q indefinite and z zero forms:
 *
 * m!/(m−n−q)! Σ_j (−1)^{p+z−j} C(p+z, j) (j+n+z)^{m−n−q}.
 *
 * That is G(r, m) for p = r, r^{m−r} m!/(m−r)! for n = r, and 0 for q = r < m. One indefinite form among
 * others does not make it 0, as its unit may have one copy.
 *
 * @param forms whose numbers are nonnegative and have the sum r.
 * @param m at least n + q; 0 for less.
 * @example semidefiniteChambers({ positive: 0, negative: 1, indefinite: 0, zero: 0 }, 3) === 3n
 */
export function semidefiniteChambers({ positive, negative, indefinite, zero }: UnitForms, m: number): bigint {
  const single = negative + indefinite;
  if (m < single) return 0n;
  const factors = positive + zero;
  let sum = 0n;
  for (let j = 0; j <= factors; j += 1) {
    const term = binomial(factors, j) * BigInt(j + negative + zero) ** BigInt(m - single);
    sum = (factors - j) % 2 === 0 ? sum + term : sum - term;
  }
  return (factorial(m) / factorial(m - single)) * sum;
}
