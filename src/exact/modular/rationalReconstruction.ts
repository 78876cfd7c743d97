import { bitLength } from "../numbers/integer.js";
import type { LowestTerms } from "../numbers/rational.js";
import { euclideanCofactors } from "./residueKernel.js";

/**
 * How many leading bits Lehmer's steps use: sums of products of two leading parts and their cofactors stay
 * below 2^53.
 */
const LEADING = 50;

/**
 * Of the fractions congruent to `residue` with numerators up to `numeratorBound` in size, the one with the
 * smallest denominator. If some n/d in lowest terms is congruent to `residue`, with |n| ≤ `numeratorBound`
 * and 2·|n|·d < modulus, the result is n/d (Wang, Guy, Davenport, "P-adic reconstruction of rational
 * numbers", SIGSAM Bulletin 16, 1982).
 *
 * Lehmer's leading-digit steps remove 20 or more bits at once. The last steps are Euclid's, to stop at the
 * first remainder within the bound.
 *
 * @param residue any integer.
 * @param modulus above 1.
 * @example reconstruct(34n, 101n, 5n) // 1/3, as 3 · 34 = 102
 */
export function reconstruct(residue: bigint, modulus: bigint, numeratorBound: bigint): LowestTerms {
  let [r, s] = [modulus, ((residue % modulus) + modulus) % modulus];
  let [x, y] = [0n, 1n];
  const near = numeratorBound << BigInt(LEADING + 2);
  let shift = bitLength(modulus) - LEADING;
  while (s > near && shift > 0) {
    let lead = Number(r >> BigInt(shift));
    if (lead === 0) shift = bitLength(r) - LEADING;
    else for (; lead < 562949953421312; lead *= 2) shift--;
    const cut = BigInt(Math.max(0, shift));
    const [a, b, c, d] = euclideanCofactors(Number(r >> cut), Number(s >> cut));
    if (b === 0) {
      const q = r / s;
      [r, s, x, y] = [s, r - q * s, y, x - q * y];
    } else {
      const [m, n, o, p] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
      [r, s, x, y] = [m * r + n * s, o * r + p * s, m * x + n * y, o * x + p * y];
    }
  }
  while (s > numeratorBound) {
    const q = r / s;
    [r, s, x, y] = [s, r - q * s, y, x - q * y];
  }
  return y < 0n ? { numerator: -s, denominator: -y } : { numerator: s, denominator: y };
}
