import { noEntry } from "../../exact/entry.js";
import { UNMIRRORED } from "../mirroring.js";
import type { PrimeField } from "./primeField.js";
import { requireOrdered } from "../requireSize.js";
import { type Factorizations, primeSieve } from "./primeSieve.js";

/**
 * T(r, m) modulo primes above 2^26, with about m·(3 + 1.5·log m/ log m) products for each prime.
 *
 * Let each of n blocks have g^size ways to mirror its units, and s be the number of silent vectors: g = 1 and
 * s = 0 in the paper. The number of ways to map [m] onto n labelled blocks and the silent units is Σ_k
 * (−1)^{n−k} C(n, k) (gk+s)^m, and T(r, m) is the sum over n of this, divided by g^{n−r}·(n−r)!, as n − r
 * zero blocks have no order and no absolute sign. Exchange the sums over n <= m and k:
 *
 *     T(r, m) = Σ_{k=0}^{m} ((gk+s)^m / k!)·A_k,   A_k = Σ_{n=k}^{m} (−1)^{n−k} f(n)/(n−k)!,
 *     f(n) = n!/(g^{n−r}·(n−r)!),
 *
 * which is a finite form of Dobinski's formula: nothing is rounded, and no infinite tail is cut off. Sum the
 * identity g·(n+1−r)·f(n+1) = (n+1)·f(n) over n < m with the weights (−1)^{n−k}/(n−k)!, splitting n+1−r =
 * (n−k) + (k+1−r) and n+1 = (n−k) + (k+1). With B_k = g^k·A_k this is
 *
 *     B_{k+1} = (g(k−r)+1)·B_k − gk·B_{k−1} − t_k + gk·t_{k−1},   t_k = (−1)^{m−k} g^k f(m)/(m−k)!,
 *
 * where t_k = −g(m−k+1)·t_{k−1} comes from the end of the sum at n = m (for m → ∞ and g = 1 this is the
 * recurrence of Charlier polynomials). It starts from B_0 = (−1)^r Σ_{j=0}^{m−r} (−1)^j/(g^j·j!). To use
 * integers only, the code stores m!·g^{m−r}·B_k and m!·g^{m−r}·t_k, and at the end m!·m!·g^{m−r} times the
 * sum, times g^m. Without silent units, k^m takes the place of (gk)^m, which is this g^m.
 */
export class LabelledPartitionResidues {
  private readonly sieve: Factorizations;
  private readonly powers: Float64Array;
  /** The base of the k-th power is `step`·k + `silent`. */
  private readonly step: number;

  /**
   * @param r nonnegative integer.
   * @param m integer with r <= m, at most 2^24 over the number of images, so that {@link PrimeField.reduce}
   *   accepts each sum.
   * @throws RangeError if r or m is out of range.
   */
  constructor(
    private readonly r: number,
    private readonly m: number,
    private readonly mirroring = UNMIRRORED,
  ) {
    requireOrdered("r", r, "m", m);
    const { images, silent } = mirroring;
    requireOrdered("images·m", images * m, "2^24", 16_777_216);
    this.step = silent === 0 ? 1 : images;
    this.sieve = primeSieve(this.step * m + silent);
    this.powers = new Float64Array(this.step * m + silent + 1);
  }

  /** T(r, m) mod p, as a residue of the field. */
  modulo(field: PrimeField): number {
    const { r, m, powers, step } = this;
    const { images, silent } = this.mirroring;
    this.fillPowers(field);
    const start = this.start(field);
    let before = 0;
    let current = start.sum;
    let endBefore = 0;
    let end = start.end;
    let total = field.reduce((powers[silent] ?? noEntry(powers, silent)) * current);
    let divisor = start.divisor;
    for (let k = 0; k < m; k += 1) {
      const next = field.reduce(
        (images * (k - r) + 1) * current - images * k * before - end + images * k * endBefore,
      );
      before = current;
      current = next;
      endBefore = end;
      end = field.reduce(images * (k - m) * end);
      const base = step * (k + 1) + silent;
      total = field.reduce(total * images * (k + 1) + (powers[base] ?? noEntry(powers, base)) * current);
      divisor = field.reduce(divisor * step * (k + 1));
    }
    return field.multiply(total, field.inverse(divisor));
  }

  /** m!·g^{m−r}·B_0, m!·g^{m−r}·t_0 and m!·g^{m−r}. */
  private start(field: PrimeField): { readonly sum: number; readonly end: number; readonly divisor: number } {
    const { r, m } = this;
    const { images } = this.mirroring;
    const sign = r % 2 === 0 ? 1 : -1;
    // D_n = n!·g^n·Σ_{j<=n} (−1)^j/(g^j·j!): for g = 1 these count derangements.
    let alternating = 1;
    let divisor = 1;
    for (let n = 1; n <= m - r; n += 1) {
      alternating = field.reduce(images * n * alternating + (n % 2 === 0 ? 1 : -1));
      divisor = field.reduce(images * n * divisor);
    }
    let falling = 1;
    for (let n = m - r + 1; n <= m; n += 1) falling = field.reduce(n * falling);
    return {
      sum: field.reduce(sign * falling * alternating),
      end: m % 2 === 0 ? falling : -falling,
      divisor: field.reduce(divisor * falling),
    };
  }

  /**
   * k^m mod p for all bases k of the formula: the powers of all primes k together, bit by bit, and then a
   * product for each composite k. Where only odd bases occur, even ones are left out.
   */
  private fillPowers(field: PrimeField): void {
    const { m, powers, step } = this;
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
    for (let k = step === 1 ? 4 : 9; k < powers.length; k += step) {
      const prime = factor[k] ?? noEntry(factor, k);
      if (prime === 0) continue;
      const rest = cofactor[k] ?? noEntry(cofactor, k);
      const primePower = powers[prime] ?? noEntry(powers, prime);
      const cofactorPower = powers[rest] ?? noEntry(powers, rest);
      powers[k] = field.reduce(primePower * cofactorPower);
    }
  }
}
