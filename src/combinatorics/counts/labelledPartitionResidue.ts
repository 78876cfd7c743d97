import { noEntry } from "../../exact/entry.js";
import type { PrimeField } from "./primeField.js";
import { requireOrdered } from "../requireSize.js";
import { type Factorizations, primeSieve } from "./primeSieve.js";

/**
 * T(r, m) modulo primes above 2^26, with about m·(3 + 1.5·log m/ log m) products for each prime.
 *
 * The formula: insert S2(m, n) = Σ_k (−1)^{n−k} k^m / (k! (n−k)!) into T(r, m) = Σ_n S2(m, n)·n!/(n−r)! with
 * n <= m, and exchange the sums:
 *
 *     T(r, m) = Σ_{k=0}^{m} (k^m / k!)·A_k,   A_k = Σ_{n=k}^{m} (−1)^{n−k} f(n)/(n−k)!,   f(n) = n!/(n−r)!,
 *
 * which is a finite form of Dobinski's formula: nothing is rounded, and no infinite tail is cut off. Sum the
 * identity (n+1−r)·f(n+1) = (n+1)·f(n) over n < m with the weights (−1)^{n−k}/(n−k)!, splitting n+1−r = (n−k)
 * + (k+1−r) and n+1 = (n−k) + (k+1), to get
 *
 *     A_{k+1} = (k+1−r)·A_k − k·A_{k−1} − t_k + k·t_{k−1},   t_k = (−1)^{m−k} f(m)/(m−k)!,
 *
 * where t_k = −(m−k+1)·t_{k−1} comes from the end of the sum at n = m (for m → ∞ this is the recurrence of
 * Charlier polynomials). It starts from A_0 = (−1)^r Σ_{j=0}^{m−r} (−1)^j/j!. To use integers only, the code
 * stores m!·A_k and m!·t_k, and m!·m!·T at the end.
 */
export class LabelledPartitionResidues {
  private readonly sieve: Factorizations;
  private readonly powers: Float64Array;

  /**
   * @param r nonnegative integer.
   * @param m integer with r <= m <= 2^24, so that {@link PrimeField.reduce} accepts each sum.
   * @throws RangeError if r or m is out of range.
   */
  constructor(
    private readonly r: number,
    private readonly m: number,
  ) {
    requireOrdered("r", r, "m", m);
    this.sieve = primeSieve(m);
    this.powers = new Float64Array(m + 1);
  }

  /** T(r, m) mod p, as a residue of the field. */
  modulo(field: PrimeField): number {
    const { r, m } = this;
    this.fillPowers(field);
    const { powers } = this;
    const start = this.start(field);
    let before = 0;
    let current = start.sum;
    let endBefore = 0;
    let end = start.end;
    let total = field.reduce((powers[0] ?? noEntry(powers, 0)) * current);
    let factorial = 1;
    for (let k = 0; k < m; k += 1) {
      const next = field.reduce((k + 1 - r) * current - k * before - end + k * endBefore);
      before = current;
      current = next;
      endBefore = end;
      end = field.reduce((k - m) * end);
      total = field.reduce(total * (k + 1) + (powers[k + 1] ?? noEntry(powers, k + 1)) * current);
      factorial = field.reduce(factorial * (k + 1));
    }
    return field.multiply(total, field.inverse(field.multiply(factorial, factorial)));
  }

  /** m!·A_0 and m!·t_0. */
  private start(field: PrimeField): { readonly sum: number; readonly end: number } {
    const { r, m } = this;
    const sign = r % 2 === 0 ? 1 : -1;
    // (m−r)!·Σ_{j<=m−r} (−1)^j/j! counts derangements: D_n = n·D_{n−1} + (−1)^n.
    let derangements = 1;
    for (let n = 1; n <= m - r; n += 1)
      derangements = field.reduce(n * derangements + (n % 2 === 0 ? 1 : -1));
    let falling = 1;
    for (let n = m - r + 1; n <= m; n += 1) falling = field.reduce(n * falling);
    return { sum: field.reduce(sign * falling * derangements), end: m % 2 === 0 ? falling : -falling };
  }

  /**
   * k^m mod p for k = 0…m: the powers of all primes k together, bit by bit, and then a product for each
   * composite k.
   */
  private fillPowers(field: PrimeField): void {
    const { m, powers } = this;
    const { factor, cofactor, primes } = this.sieve;
    powers.fill(1);
    const bits = 32 - Math.clz32(m);
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      const odd = ((m >>> bit) & 1) === 1;
      // The loop over primes is the inner one, so that its steps don't wait for one another.
      for (const prime of primes) {
        const power = powers[prime] ?? noEntry(powers, prime);
        const square = field.reduce(power * power);
        powers[prime] = odd ? field.reduce(square * prime) : square;
      }
    }
    if (m > 0) powers[0] = 0;
    for (let k = 4; k <= m; k += 1) {
      const prime = factor[k] ?? noEntry(factor, k);
      if (prime === 0) continue;
      const rest = cofactor[k] ?? noEntry(cofactor, k);
      const primePower = powers[prime] ?? noEntry(powers, prime);
      const cofactorPower = powers[rest] ?? noEntry(powers, rest);
      powers[k] = field.reduce(primePower * cofactorPower);
    }
  }
}
