import { requireArguments } from "../../exact/plainJavaScript.js";
import { labelledPartitionCount } from "../counts/labelledPartitionCount.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { RoundedCounts } from "../counts/roundedCounts.js";
import { requireOrdered, requirePositive } from "../requireSize.js";

/**
 * The largest Σ_k G(r−k, m)·a_k that eq. 6 of Şimşek et al. (2021) allows, a_k = C(r−1, k−1) for k = 1…r−1:
 * it equals (r−1)^m for m >= 1, since each map [m] → [r−1] has one image, of some size s = r−k, and there are
 * C(r−1, s) sets of that size. With g mirror images it is (g(r−1))^m.
 *
 * @throws RangeError unless r >= 1 and m >= 1 are safe integers.
 * @example extremeSum(3, 4) === 16n // G(2, 4)·1 + G(1, 4)·2
 */
export function extremeSum(r: number, m: number, { images }: Mirroring = UNMIRRORED): bigint {
  requirePositive("r", r);
  requirePositive("m", m);
  return BigInt(images * (r - 1)) ** BigInt(m);
}

/**
 * Whether eq. 6 holds for all a_k <= C(r−1, k−1): `Σ_k R_k(r, m)·a_k <= ((r−1)/r)^m`. For the largest a_k the
 * left side is (r−1)^m/T(r, m), so for r >= 2 the inequality holds if and only if T(r, m) >= r^m; with g
 * mirror images, T(r, m) >= (gr)^m. For r = 1 both hold.
 *
 * @throws RangeError unless 1 <= r <= m are safe integers.
 * @example inequalityHolds(2, 2) === false // T(2, 2) = 2 < 4
 */
export function inequalityHolds(r: number, m: number, mirroring: Mirroring = UNMIRRORED): boolean {
  requirePositive("r", r);
  requireOrdered("r", r, "m", m);
  return labelledPartitionCount(r, m, mirroring) >= BigInt(mirroring.images * r) ** BigInt(m);
}

/**
 * The last m >= r at which eq. 6 fails for some a_k <= C(r−1, k−1), which makes "m ≫ r*" precise; null if eq.
 * 6 never fails, that is, if r = 1.
 *
 * One check settles all later m. From T(r, m+1) = r·T(r−1, m) + (r+1)·T(r, m) + T(r+1, m) follows T(r, m+1)
 * >= (r+1)·T(r, m), so T(r, m) >= r^m implies T(r, m+1) >= (r+1)·r^m > r^{m+1}. So eq. 6 fails up to some m
 * and holds from then on, and the first m at which it holds ends the search. There is one, since T(r, m) >=
 * (r+1)^{m−r}·r! outgrows r^m. With g mirror images and s silent vectors, T(r, m+1) >= (gr+1+s)·T(r, m) is
 * above gr·T(r, m) as well.
 *
 * Most m are decided by rounded counts, whose errors are bounded; where these leave it open, the exact
 * count is computed.
 *
 * @param mirroring how units may be mirrored; not at all if left out, as in the paper.
 * @throws RangeError unless r is a positive safe integer, and where the last m is beyond 2^24.
 * @example lastFailing(30) === 65
 * @example lastFailing(30, mirroringOf("odd")) === 68
 */
export function lastFailing(r: number, mirroring: Mirroring = UNMIRRORED): number | null {
  requirePositive("r", r);
  requireArguments({ mirroring: { mirroring } });
  if (r > RoundedCounts.MOST) throw new RangeError(`r is ${r}, above ${RoundedCounts.MOST}`);
  const counts = new RoundedCounts(mirroring);
  for (;;) {
    counts.next();
    if (counts.m < r) continue;
    const sign = counts.compareWithPower(r, mirroring.images * r);
    const holds = sign === undefined ? inequalityHolds(r, counts.m, mirroring) : sign > 0;
    if (holds) return counts.m === r ? null : counts.m - 1;
  }
}
