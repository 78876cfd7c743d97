import { requireArguments } from "../../exact/plainJavaScript.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { FEWER_THAN_MINIMA, meetsGoal } from "./goal.js";
import { labelledPartitionCount } from "../counts/labelledPartitionCount.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { requireOrdered, requireSize } from "../requireSize.js";
import { surjections } from "../counts/surjections.js";

/**
 * a_k: how many distinct irreducible critical points a network of width r* − k has, for k = 1…r*−1. Must be
 * nonnegative.
 *
 * @example criticalSubspaces(4, 5, () => 2n) === 362n // two at each level
 */
export type CriticalPointCounts = (k: number) => bigint;

/**
 * The counts a_k = 1 for all k, as Fig. 6 assumes.
 *
 * @example onePerLevel(7) === 1n
 */
export const onePerLevel: CriticalPointCounts = () => 1n;

/**
 * The counts a_k = 1 at one level and 0 at the others: the sum of ratios is then R_k for this level alone.
 *
 * @example onlyLevel(2)(1) === 0n
 */
export function onlyLevel(level: number): CriticalPointCounts {
  requireArguments({ size: { level } });
  return (k) => (k === level ? 1n : 0n);
}

/**
 * R_k(r, m) = G(r−k, m)/T(r, m): how many subspaces of a k-th level saddle there are for each subspace of
 * global minima (eq. 5 and Fig. 6 of Şimşek et al. 2021; r is the paper's r*). With g mirror images each unit
 * is one of g copies: g^m·G(r−k, m)/T(r, m).
 *
 * @param mirroring how units may be mirrored; not at all if left out, here and below.
 * @throws RangeError unless 0 <= k <= r <= m are safe integers.
 * @example formatRational(levelRatio(1, 4, 5)) === "5/12" // G(3, 5) = 150, T(4, 5) = 360
 */
export function levelRatio(k: number, r: number, m: number, mirroring: Mirroring = UNMIRRORED): Rational {
  requireArguments({ mirroring: { mirroring } });
  requireOrdered("k", k, "r", r);
  requireOrdered("r", r, "m", m);
  return rational(copies(m, mirroring) * surjections(r - k, m), labelledPartitionCount(r, m, mirroring));
}

/**
 * Σ_{k=1}^{r−1} a_k·G(r−k, m): the number of symmetry-induced critical subspaces that are not global minima.
 *
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @example criticalSubspaces(4, 5, onePerLevel) === 181n
 */
export function criticalSubspaces(
  r: number,
  m: number,
  counts: CriticalPointCounts,
  mirroring: Mirroring = UNMIRRORED,
): bigint {
  requireArguments({ mirroring: { mirroring } });
  requireOrdered("r", r, "m", m);
  let sum = 0n;
  for (let k = 1; k < r; k += 1) {
    const count = counts(k);
    if (count !== 0n) sum += count * surjections(r - k, m);
  }
  return copies(m, mirroring) * sum;
}

/** How many signings m units have: g^m. */
const copies = (m: number, { images }: Mirroring): bigint => BigInt(images) ** BigInt(m);

/**
 * Σ_k a_k·R_k(r, m), the left side of eq. 6.
 *
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @param counts a_k for k = 1…r−1, nonnegative.
 * @example formatRational(ratioSum(4, 5, () => 1n)) === "181/360"
 */
export function ratioSum(
  r: number,
  m: number,
  counts: CriticalPointCounts,
  mirroring: Mirroring = UNMIRRORED,
): Rational {
  return rational(criticalSubspaces(r, m, counts, mirroring), labelledPartitionCount(r, m, mirroring));
}

/**
 * The first m >= r with Σ_k a_k·R_k(r, m) < 1. The function tries every m from r on, so it assumes nothing
 * about the ratio at smaller widths; {@link staysBelow} settles the larger ones.
 *
 * The search ends, since G(r−k, m) <= (r−1)^m and T(r, m+1) >= (r+1)·T(r, m), so the ratio tends to 0.
 *
 * @throws RangeError unless r is a nonnegative safe integer.
 * @example firstBelowOne(30, onlyLevel(1)) === 37
 */
export function firstBelowOne(
  r: number,
  counts: CriticalPointCounts,
  mirroring: Mirroring = UNMIRRORED,
): number {
  let m = r;
  while (criticalSubspaces(r, m, counts, mirroring) >= labelledPartitionCount(r, m, mirroring)) m += 1;
  return m;
}

/**
 * Whether (Σ_k a_k·R_k(r, n))^layers < epsilon for **all** n >= m; by default whether Σ_k a_k·R_k(r, n) < 1.
 * The function tries each n from m on, up to the first where `allMaps`, in place of the critical
 * subspaces, meets the goal too; all later n follow from it.
 *
 * Why they follow: Σ_k a_k·G(r−k, n) <= Σ_k a_k·(r−k)^n, since surjections are maps. From n to n+1 each term
 * of the right side grows by a factor of r−k < r, and T(r, n) by a factor of at least r+1, so the quotient
 * falls. It tends to 0, so such an n exists. With g mirror images and s silent vectors the factors are g(r−k)
 * and at least gr+1+s; if silent units count among the critical ones, g(r−k)+s and gr+1+s.
 *
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @example staysBelow(30, 37, onlyLevel(1)) === true
 */
export function staysBelow(
  r: number,
  m: number,
  counts: CriticalPointCounts,
  goal = FEWER_THAN_MINIMA,
  mirroring: Mirroring = UNMIRRORED,
): boolean {
  for (let n = m; ; n += 1) {
    const minima = labelledPartitionCount(r, n, mirroring);
    if (!meetsGoal(criticalSubspaces(r, n, counts, mirroring), minima, goal)) return false;
    if (meetsGoal(allMaps(r, n, counts, mirroring), minima, goal)) return true;
  }
}

/**
 * Σ_{k=1}^{r−1} a_k·(r−k)^m, an upper bound of {@link criticalSubspaces}.
 *
 * @throws RangeError unless r <= m are nonnegative safe integers.
 * @example allMaps(3, 4, onePerLevel) === 17n // 2^4 + 1^4
 */
export function allMaps(
  r: number,
  m: number,
  counts: CriticalPointCounts,
  mirroring: Mirroring = UNMIRRORED,
): bigint {
  requireOrdered("r", r, "m", m);
  let sum = 0n;
  for (let k = 1; k < r; k += 1) sum += counts(k) * BigInt(r - k) ** BigInt(m);
  return copies(m, mirroring) * sum;
}

/**
 * The smallest width r at which h extra units leave more critical subspaces than subspaces of global minima:
 * Σ_k G(r−k, r+h) > T(r, r+h), a_k = 1. It exists, since R_1(r, r+h) grows like r/(2(h+1)) (eq. 5).
 *
 * @throws RangeError unless h is a nonnegative safe integer.
 * @example firstProliferatingWidth(0) === 3 // 6 + 1 against 3! = 6
 */
export function firstProliferatingWidth(h: number): number {
  requireSize("h", h);
  let r = 1;
  while (criticalSubspaces(r, r + h, onePerLevel) <= labelledPartitionCount(r, r + h)) r += 1;
  return r;
}
