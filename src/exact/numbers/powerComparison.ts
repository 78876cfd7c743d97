import { bitLength } from "./integer.js";
import type { Quotient } from "./quotient.js";

/** Up to this many bits, a power is computed in full rather than enclosed. */
const SHORT = 4096;

/** How many bits the first enclosure keeps. */
const PRECISION = 64;

/** lower·2^exponent ≤ x ≤ upper·2^exponent, lower positive. */
interface Enclosure {
  readonly lower: bigint;
  readonly upper: bigint;
  readonly exponent: number;
}

/**
 * Whether value^power < bound, exactly. Most powers are far from the bound: their first 64 bits, rounded both
 * ways, decide. Otherwise more bits are kept, and all of them in the end.
 *
 * @param value nonnegative.
 * @param power positive safe integer.
 * @param bound positive.
 * @throws RangeError if an argument is outside these ranges.
 * @example powerIsBelow(quotientOf(1n, 2n), 10, quotientOf(1n, 1024n)) === false
 */
export function powerIsBelow(value: Quotient, power: number, bound: Quotient): boolean {
  if (!Number.isSafeInteger(power) || power < 1) throw new RangeError(`the power ${power} is not positive`);
  if (value.numerator < 0n || bound.numerator <= 0n)
    throw new RangeError("a negative value, or no positive bound");
  if (value.numerator === 0n) return true;
  const whole = power * Math.max(bitLength(value.numerator), bitLength(value.denominator));
  for (let precision = PRECISION; whole > SHORT && precision < whole; precision *= 4) {
    const below = isBelow(powerOf(enclosed(value, precision), power, precision), enclosed(bound, precision));
    if (below !== undefined) return below;
  }
  const exponent = BigInt(power);
  return value.numerator ** exponent * bound.denominator < bound.numerator * value.denominator ** exponent;
}

/** A positive quotient, enclosed with the given number of bits, or one more. */
function enclosed({ numerator, denominator }: Quotient, precision: number): Enclosure {
  const shift = precision + bitLength(denominator) - bitLength(numerator);
  const lower =
    shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return { lower, upper: lower + 1n, exponent: -shift };
}

function times(left: Enclosure, right: Enclosure, precision: number): Enclosure {
  const lower = left.lower * right.lower;
  const upper = left.upper * right.upper;
  const cut = Math.max(0, bitLength(lower) - precision);
  return {
    lower: lower >> BigInt(cut),
    upper: (upper >> BigInt(cut)) + 1n,
    exponent: left.exponent + right.exponent + cut,
  };
}

function powerOf(base: Enclosure, power: number, precision: number): Enclosure {
  let result = base;
  for (const bit of power.toString(2).slice(1)) {
    result = times(result, result, precision);
    if (bit === "1") result = times(result, base, precision);
  }
  return result;
}

/** Whether the first number is smaller; undefined if the enclosures overlap. */
function isBelow(left: Enclosure, right: Enclosure): boolean | undefined {
  if (compare(left.upper, left.exponent, right.lower, right.exponent) < 0n) return true;
  return compare(left.lower, left.exponent, right.upper, right.exponent) >= 0n ? false : undefined;
}

/** The sign of a·2^i − b·2^j, for positive a and b. */
function compare(a: bigint, i: number, b: bigint, j: number): bigint {
  // If the exponents are far apart, the lengths decide.
  const lengths = bitLength(a) + i - (bitLength(b) + j);
  if (lengths !== 0) return BigInt(lengths);
  return i >= j ? (a << BigInt(i - j)) - b : a - (b << BigInt(j - i));
}
