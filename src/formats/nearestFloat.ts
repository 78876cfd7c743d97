import { bitLength, magnitude } from "../exact/numbers/integer.js";
import type { LowestTerms } from "../exact/numbers/rational.js";
import { FLOAT_BITS } from "./floatBits.js";
import type { FloatType } from "./floatTypes.js";
import { lowestTerms } from "./lowestTerms.js";

/**
 * The value of the float that is nearest to n/d, as IEEE 754 rounds: of two that are equally near the one
 * whose last digit is even.
 *
 * @param denominator positive.
 * @returns undefined if the value is rounded to infinity.
 * @example nearestFloat(1n, 3n, "bfloat16") // 171/512
 */
export function nearestFloat(
  numerator: bigint,
  denominator: bigint,
  type: FloatType,
): LowestTerms | undefined {
  const [fraction, exponent] = FLOAT_BITS[type];
  if (numerator === 0n) return { numerator, denominator: 1n };
  const bias = (1 << (exponent - 1)) - 1;
  const size = magnitude(numerator);
  const lowest = Math.max(topOf(size, denominator), 1 - bias) - fraction;
  const [above, below] =
    lowest >= 0 ? [size, denominator << BigInt(lowest)] : [size << BigInt(-lowest), denominator];
  const digits = nearestInteger(above, below);
  if (bitLength(digits) - 1 + lowest > bias) return undefined;
  const signed = numerator < 0n ? -digits : digits;
  if (lowest >= 0) return { numerator: signed << BigInt(lowest), denominator: 1n };
  return lowestTerms(signed, 1n << BigInt(-lowest));
}

/** The largest e with 2^e ≤ n/d. */
function topOf(numerator: bigint, denominator: bigint): number {
  const most = bitLength(numerator) - bitLength(denominator);
  const reaches =
    most >= 0 ? numerator >= denominator << BigInt(most) : numerator << BigInt(-most) >= denominator;
  return reaches ? most : most - 1;
}

/** The integer nearest to n/d ≥ 0, the even one of two. */
function nearestInteger(numerator: bigint, denominator: bigint): bigint {
  const [quotient, remainder] = [numerator / denominator, numerator % denominator];
  const twice = 2n * remainder;
  const isUp = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  return isUp ? quotient + 1n : quotient;
}
