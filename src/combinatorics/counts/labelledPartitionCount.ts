import { chineseRemainder } from "./chineseRemainder.js";
import { fallingFactorial } from "./factorial.js";
import { fieldPrimes } from "./fieldPrimes.js";
import { LabelledPartitionResidues } from "./labelledPartitionResidue.js";
import { PrimeField } from "./primeField.js";
import { requireOrdered, requireSize } from "../requireSize.js";

/**
 * T(r, m): partitions of [m] into r non-empty blocks labelled 1…r and any number of unlabelled non-empty zero
 * blocks; by Thm. 3.1 of Şimşek et al. (2021) this is the number of distinct affine subspaces that make up
 * the expansion manifold of an irreducible point of r units at width m. T(0, m) is the Bell number B(m), and
 * T(r, r) = r!. T(r, m) = 0 for r > m, where no partition has r non-empty blocks; what is about the manifold,
 * such as `IntersectionGraph` and the command line, refuses r > m instead.
 *
 * The count is computed modulo primes whose product exceeds `labelledPartitionBound`; the Chinese remainder
 * theorem gives the exact result.
 *
 * @throws RangeError unless r and m are nonnegative safe integers, and m <= 2^24 where r <= m.
 * @example labelledPartitionCount(3, 4) === 60n
 */
export function labelledPartitionCount(r: number, m: number): bigint {
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0n;
  const residues = new LabelledPartitionResidues(r, m);
  const primes = fieldPrimes(labelledPartitionBound(r, m));
  return chineseRemainder(
    primes,
    primes.map((prime) => residues.modulo(new PrimeField(prime))),
  );
}

/**
 * An upper bound of T(r, m) for r <= m, so close that few primes are wasted.
 *
 * T(r, m) = Σ_{n=r}^{m} G(n, m)/(n−r)! and G(n, m) <= n^m, as surjections are maps. The terms n^m/(n−r)! rise
 * and then fall, since the quotient (1+1/n)^m/(n+1−r) of neighbouring terms falls. So the sum is at most
 * m−r+1 times the largest term.
 *
 * @throws RangeError unless r and m are nonnegative safe integers and r <= m.
 * @example labelledPartitionBound(1, 2) === 10n // T(1, 2) is 3
 */
export function labelledPartitionBound(r: number, m: number): bigint {
  requireOrdered("r", r, "m", m);
  const exponent = BigInt(m);
  const rises = (n: number): boolean => BigInt(n + 1) ** exponent > BigInt(n) ** exponent * BigInt(n + 1 - r);
  let peak = r;
  let above = m;
  while (peak < above) {
    const middle = (peak + above) >>> 1;
    if (rises(middle)) peak = middle + 1;
    else above = middle;
  }
  const largest = BigInt(peak) ** exponent / fallingFactorial(peak - r, peak - r);
  return BigInt(m - r + 1) * (largest + 1n);
}
