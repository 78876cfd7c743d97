import { requireArguments } from "../../exact/plainJavaScript.js";
import { binomialRow } from "./binomial.js";
import { requireSize } from "../requireSize.js";

/**
 * Δ^r x^m at x = start: the r-th forward difference, `Σ_i (−1)^{r−i} C(r, i) (start+i)^m`. At 0 it is G(r,
 * m).
 *
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example differenceOfPowers(3, 4, -1n) === 12n
 */
export function differenceOfPowers(r: number, m: number, start: bigint): bigint {
  requireSize("m", m);
  const exponent = BigInt(m);
  let sum = 0n;
  binomialRow(r).forEach((coefficient, i) => {
    const term = coefficient * (start + BigInt(i)) ** exponent;
    sum += (r - i) % 2 === 0 ? term : -term;
  });
  return sum;
}

/**
 * χ(r, m), the Euler characteristic of the expansion manifold of an irreducible point of r units at width m
 * by claim ext-topology: `χ = (−1)^{m−r} Δ^r x^m` at x = −1; at 0 this difference is G(r, m). χ equals 1 +
 * (−1)^{m−r} β(r, m) for r <= m, and 0 for r > m, where the manifold is empty.
 *
 * @throws RangeError unless r and m are nonnegative safe integers.
 * @example eulerCharacteristic(3, 4) === -12n
 */
export function eulerCharacteristic(r: number, m: number): bigint {
  requireArguments({ number: { r, m } });
  const difference = differenceOfPowers(r, m, -1n);
  return (m - r) % 2 === 0 ? difference : -difference;
}
