/** The leading digits that a step looks at: as many as a JavaScript number holds exactly. */
const LEADING = 53;

/** Cofactors stay below 2^26. Beyond, the leading digits decide no quotient, and products may be rounded. */
const MOST = 0x4000000;

/**
 * Two numbers with the same greatest common divisor that are some 25 bits shorter, by several of Euclid's
 * steps at once (Lehmer, Euclid's algorithm for large numbers, 1938). The quotients of the steps are found
 * from the leading digits, as long as these decide them (Jebelean's condition), in JavaScript numbers; they
 * make up a matrix of determinant ±1. So whatever the digits decide, the greatest common divisor stays.
 *
 * @param x at least y.
 * @param y at least 2^53.
 * @param length of x in bits.
 * @returns the one of greater size first; each may be negative.
 * @example lehmerStep(5n ** 30n, 3n ** 40n, 70) // [81732754734974n, -6357649281901n]
 */
export function lehmerStep(x: bigint, y: bigint, length: number): readonly [bigint, bigint] {
  const shift = BigInt(length - LEADING);
  let [u, v] = [Number(x >> shift), Number(y >> shift)];
  // The remainders are ax − by and cx − dy, but for their signs.
  let [a, b, c, d] = [1, 0, 0, 1];
  while (v !== 0) {
    const quotient = Math.floor(u / v);
    const rest = u - quotient * v;
    const [e, f] = [a + quotient * c, b + quotient * d];
    if (e > MOST || f > MOST || rest < f || v - rest < f + d) break;
    [u, v] = [v, rest];
    [a, b, c, d] = [c, d, e, f];
  }
  // The digits decide no quotient, as where x is much longer than y.
  if (b === 0) return [y, x % y];
  return [BigInt(a) * x - BigInt(b) * y, BigInt(c) * x - BigInt(d) * y];
}
