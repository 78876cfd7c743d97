import { bitLength, magnitude } from "../exact/numbers/integer.js";
import type { LowestTerms } from "../exact/numbers/rational.js";
import type { FloatType } from "./floatTypes.js";

/** Bits of the fraction that are stored, and of the exponent (IEEE 754; bfloat16 is a short float32). */
export const FLOAT_BITS: Readonly<Record<FloatType, readonly [fraction: number, exponent: number]>> = {
  float16: [10, 5],
  bfloat16: [7, 8],
  float32: [23, 8],
  float64: [52, 11],
};

/**
 * The bits of the float that a rational is.
 *
 * @param value in lowest terms.
 * @returns undefined if no finite float of the type has this value. 0 is +0.
 * @example floatBits({ numerator: -3n, denominator: 2n }, "float16") === 0xbe00n
 */
export function floatBits({ numerator, denominator }: LowestTerms, type: FloatType): bigint | undefined {
  const [fraction, exponent] = FLOAT_BITS[type];
  if (numerator === 0n) return 0n;
  const places = bitLength(denominator) - 1;
  if (denominator !== 1n << BigInt(places)) return undefined;
  const size = magnitude(numerator);
  const length = bitLength(size);
  const bias = (1 << (exponent - 1)) - 1;
  // The value lies from 2^top to below 2^(top + 1). Below the least exponent the leading one isn't implied.
  const top = length - 1 - places;
  const field = top + bias;
  if (field >= (1 << exponent) - 1) return undefined;
  const lowest = Math.max(top, 1 - bias) - fraction;
  const shift = -places - lowest;
  const digits = shift >= 0 ? size << BigInt(shift) : size >> BigInt(-shift);
  if (shift < 0 && digits << BigInt(-shift) !== size) return undefined;
  const stored = BigInt(Math.max(field, 0)) << BigInt(fraction);
  const bits = field > 0 ? stored + digits - (1n << BigInt(fraction)) : digits;
  const sign = numerator < 0n ? 1n << BigInt(fraction + exponent) : 0n;
  return sign + bits;
}
