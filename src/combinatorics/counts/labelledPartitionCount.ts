import { requireArguments } from "../../exact/plainJavaScript.js";
import { chineseRemainder } from "./chineseRemainder.js";
import { fallingFactorial } from "./factorial.js";
import { fieldPrimes } from "./fieldPrimes.js";
import { LabelledPartitionResidues } from "./labelledPartitionResidue.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { PrimeField } from "./primeField.js";
import { requireOrdered, requireSize } from "../requireSize.js";

/**
 * T(r, m): partitions of [m] into r non-empty blocks labelled 1…r and any number of unlabelled non-empty zero
 * blocks; by Thm. 3.1 of Şimşek et al. (2021) this is the number of distinct affine subspaces that make up
 * the expansion manifold of an irreducible point of r units at width m. T(0, m) is the Bell number B(m), T(r,
 * r) = r!, and T(r, m) = 0 for r > m.
 *
 * With mirror images, blocks have signs, and there may be a silent block: `T(r, m) = m! [x^m] (e^{gx}−1)^r
 * e^{sx+(e^{gx}−1)/g}` for g images and s silent vectors. So T(r, r) = g^r·r!, and T(0, m) are the Dowling
 * numbers (A007405) at odd parity, A004211 at even parity.
 *
 * The count is computed modulo primes whose product exceeds `labelledPartitionBound`; the Chinese remainder
 * theorem gives the exact result.
 *
 * @param mirroring how units may be mirrored; not at all if left out, as in the paper.
 * @throws RangeError unless r and m are nonnegative safe integers, and m <= 2^24 where r <= m, with mirror
 *   images half of that.
 * @example labelledPartitionCount(3, 4) === 60n
 * @example labelledPartitionCount(3, 4, mirroringOf("odd")) === 960n
 */
export function labelledPartitionCount(r: number, m: number, mirroring: Mirroring = UNMIRRORED): bigint {
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0n;
  requireArguments({ mirroring: { mirroring } });
  const residues = new LabelledPartitionResidues(r, m, mirroring);
  const primes = fieldPrimes(labelledPartitionBound(r, m, mirroring));
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
 * m−r+1 times the largest term. With mirror images the terms are (gn+s)^m/(g^{n−r}·(n−r)!), for which the
 * same holds; see {@link LabelledPartitionResidues}.
 *
 * @throws RangeError unless r and m are nonnegative safe integers and r <= m.
 * @example labelledPartitionBound(1, 2) === 10n // T(1, 2) is 3
 */
export function labelledPartitionBound(r: number, m: number, mirroring: Mirroring = UNMIRRORED): bigint {
  requireOrdered("r", r, "m", m);
  const { images, silent } = mirroring;
  const maps = (n: number): bigint => BigInt(images * n + silent) ** BigInt(m);
  const rises = (n: number): boolean => maps(n + 1) > maps(n) * BigInt(images * (n + 1 - r));
  let peak = r;
  let above = m;
  while (peak < above) {
    const middle = (peak + above) >>> 1;
    if (rises(middle)) peak = middle + 1;
    else above = middle;
  }
  const orders = BigInt(images) ** BigInt(peak - r) * fallingFactorial(peak - r, peak - r);
  const largest = maps(peak) / orders;
  return BigInt(m - r + 1) * (largest + 1n);
}
