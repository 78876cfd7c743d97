import { requireArguments } from "../../exact/plainJavaScript.js";
import { binomialRow } from "./binomial.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { requireSize } from "../requireSize.js";

/**
 * Δ^r x^m at x = start: the r-th forward difference, `Σ_i (−1)^{r−i} C(r, i) (start+step·i)^m`. At 0 it is
 * G(r, m).
 *
 * @param step of the differences; 1 if left out.
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example differenceOfPowers(3, 4, -1n) === 12n
 */
export function differenceOfPowers(r: number, m: number, start: bigint, step = 1n): bigint {
  requireSize("m", m);
  const exponent = BigInt(m);
  let sum = 0n;
  binomialRow(r).forEach((coefficient, i) => {
    const term = coefficient * (start + step * BigInt(i)) ** exponent;
    sum += (r - i) % 2 === 0 ? term : -term;
  });
  return sum;
}

/**
 * χ(r, m), the Euler characteristic of the expansion manifold of an irreducible point of r units at width m
 * by claim ext-topology: `χ = (−1)^{m−r} Δ^r x^m` at x = −1; at 0 this difference is G(r, m). χ equals 1 +
 * (−1)^{m−r} β(r, m) for r <= m, and 0 for r > m, where the manifold is empty.
 *
 * With g mirror images it is the difference with step g: `χ = Σ_j (−1)^j C(r, j) (1−gj)^m`, whether or not
 * there are silent units. Reason: the subspaces of d-dimensional units intersect as for any other d, so let
 * d_in and d_out be even, where χ is additive. For given incoming vectors the outgoing ones form an affine
 * space if each unit of θ^r has an image among the vectors; so χ is that of the tuples of m vectors with this
 * property. Include and exclude: R^d without the g·j images of j units has χ = 1 − gj.
 *
 * @param mirroring how units may be mirrored; not at all if left out.
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example eulerCharacteristic(3, 4) === -12n
 * @example eulerCharacteristic(2, 3, mirroringOf("odd")) === -24n
 */
export function eulerCharacteristic(r: number, m: number, mirroring: Mirroring = UNMIRRORED): bigint {
  requireArguments({ number: { r, m }, mirroring: { mirroring } });
  const difference = differenceOfPowers(r, m, -1n, BigInt(mirroring.images));
  return (m - r) % 2 === 0 ? difference : -difference;
}
