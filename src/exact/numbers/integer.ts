import { InputError } from "../inputError.js";
import { lehmerStep } from "./lehmerStep.js";

/**
 * Functions on BigInts that the rational types rest on.
 *
 * Values below 2^53 take a path through JavaScript numbers: `%` on safe integers is exact, and some ten times
 * faster than on BigInts. Numbers have no other use here, and values are checked where they become numbers.
 */

const SAFE = 9007199254740991n;

/** From here on several of Euclid's steps at once take less time than one by one. */
const LONG = 1n << 80n;

/**
 * |a|.
 *
 * @example magnitude(-3n) === 3n
 */
export function magnitude(a: bigint): bigint {
  return a < 0n ? -a : a;
}

/**
 * Greatest common divisor, never negative; gcd(0, 0) = 0.
 *
 * @example gcd(-12n, 18n) === 6n
 */
export function gcd(a: bigint, b: bigint): bigint {
  let x = magnitude(a);
  let y = magnitude(b);
  if (x === 1n || y === 1n) return 1n;
  // The denominators of floats are powers of 2: then it is the lowest bit of both.
  if ((x > SAFE || y > SAFE) && x !== 0n && y !== 0n && ((x & (x - 1n)) === 0n || (y & (y - 1n)) === 0n)) {
    const bits = x | y;
    return bits & -bits;
  }
  if (x < y) [x, y] = [y, x];
  while (y >= LONG) {
    const [next, rest] = lehmerStep(x, y, bitLength(x));
    [x, y] = [magnitude(next), magnitude(rest)];
  }
  while (y !== 0n && x > SAFE) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let u = Number(x);
  let v = Number(y);
  while (v !== 0) [u, v] = [v, u % v];
  return BigInt(u);
}

/**
 * Least common multiple, never negative; 0 if either is 0.
 *
 * @example lcm(4n, 6n) === 12n
 */
export function lcm(a: bigint, b: bigint): bigint {
  if (a === 0n) return 0n;
  return magnitude((a / gcd(a, b)) * b);
}

/**
 * The largest number of bits of a common denominator. Beyond it, weights with unrelated denominators would
 * take seconds for each vector. Doubles need at most 1,074 bits, and 700 weights with denominators of 9
 * digits each need some 21,000.
 */
export const MAX_DENOMINATOR_BITS = 65_536n;

/**
 * The least common multiple of positive denominators.
 *
 * @throws InputError if it has more than `MAX_DENOMINATOR_BITS` bits.
 */
export function commonDenominator(denominators: readonly bigint[]): bigint {
  let common = 1n;
  for (const denominator of denominators) {
    if (denominator === common || common % denominator === 0n) continue;
    common = lcm(common, denominator);
    if (common >> MAX_DENOMINATOR_BITS === 0n) continue;
    throw new InputError(
      `weights whose common denominator passes ${MAX_DENOMINATOR_BITS} bits`,
      "write them with fewer different denominators, such as powers of two or ten",
    );
  }
  return common;
}

/**
 * Number of binary digits of |a|; 0 for 0.
 *
 * @example bitLength(-8n) === 4
 */
export function bitLength(a: bigint): number {
  const hexadecimal = magnitude(a).toString(16);
  return 4 * hexadecimal.length + 28 - Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16));
}

/**
 * The largest integer that is at most a/b.
 *
 * @param b positive; BigInt's own division rounds towards 0.
 * @example floorOfQuotient(-7n, 2n) === -4n
 */
export function floorOfQuotient(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

/**
 * The smallest integer that is at least a/b.
 *
 * @param b positive.
 * @example ceilingOfQuotient(-7n, 2n) === -3n
 */
export function ceilingOfQuotient(a: bigint, b: bigint): bigint {
  return -floorOfQuotient(-a, b);
}

/**
 * The residue of least absolute value.
 *
 * @param modulus positive.
 * @example balancedResidue(5n, 7n) === -2n
 */
export function balancedResidue(value: bigint, modulus: bigint): bigint {
  const residue = value % modulus;
  if (2n * residue > modulus) return residue - modulus;
  return 2n * residue < -modulus ? residue + modulus : residue;
}

/**
 * The largest integer whose square is at most n, by Newton's iteration from above.
 *
 * @throws RangeError if n is negative.
 * @example squareRoot(99n) === 9n
 */
export function squareRoot(n: bigint): bigint {
  if (n < 0n) throw new RangeError(`the square root of ${n}`);
  if (n === 0n) return 0n;
  let root = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
