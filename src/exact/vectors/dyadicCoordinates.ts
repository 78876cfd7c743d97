/**
 * The fast way to read what nearly every network file contains: coordinates that were floats, written as
 * "p/2^k" in lowest terms. JavaScript numbers represent small integers here, and they stay exact: an integer
 * of at most 15 digits lies below 10^15 < 2^53, and multiplying a double by a power of two up to 2^52 keeps
 * all its digits.
 */

/** Coordinates as numerators over their least common denominator, a power of two. */
export interface DyadicCoordinates {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Any integer with at most this many digits is safe. */
const SHORT = 15;

/**
 * The number of digits of the largest double, 2^1024 − 2^971. The largest denominator of a double is 2^1074.
 */
const LONG = 309;
const MAX_EXPONENT = 1074;

/** 2^0, …, 2^52. */
const POWERS = Array.from({ length: 53 }, (_, exponent) => Number(1n << BigInt(exponent)));

/** The exponents of 2^1, …, 2^1074 by their decimal digits. */
const EXPONENTS = new Map(
  Array.from({ length: MAX_EXPONENT }, (_, index) => [(2n << BigInt(index)).toString(), index + 1]),
);

/**
 * Reads coordinates that are written in lowest terms as "p" or "p/2^k". Every finite double can be written
 * so.
 *
 * @returns undefined if a coordinate is written otherwise, or exceeds what a double can represent.
 * @example dyadicCoordinates(["1/2", "-3/8"]) // { numerators: [4n, -3n], denominator: 8n }
 */
export function dyadicCoordinates(texts: readonly string[]): DyadicCoordinates | undefined {
  const coordinates: { readonly integer: number | bigint; readonly exponent: number }[] = [];
  let largest = 0;
  for (const text of texts) {
    const slash = text.indexOf("/");
    const end = slash < 0 ? text.length : slash;
    const integer = integerIn(text, end);
    const exponent = slash < 0 ? 0 : EXPONENTS.get(text.slice(slash + 1));
    if (integer === undefined || exponent === undefined) return undefined;
    // A numerator whose last digit is even, over a power of two, is not in lowest terms.
    if (exponent > 0 && text.charCodeAt(end - 1) % 2 === 0) return undefined;
    coordinates.push({ integer, exponent });
    if (exponent > largest) largest = exponent;
  }
  const numerators = coordinates.map(({ integer, exponent }) => scaled(integer, largest - exponent));
  return { numerators, denominator: 1n << BigInt(largest) };
}

/** An integer times 2^exponent. */
function scaled(integer: number | bigint, exponent: number): bigint {
  const power = POWERS[exponent];
  return typeof integer === "number" && power !== undefined
    ? BigInt(integer * power)
    : BigInt(integer) << BigInt(exponent);
}

/** The integer that the first `end` characters spell in its standard form; undefined if they don't. */
function integerIn(text: string, end: number): number | bigint | undefined {
  const negative = text.startsWith("-");
  const start = negative ? 1 : 0;
  if (end === start || end - start > LONG) return undefined;
  // Neither "-0" nor a leading zero is standard.
  if (text.charCodeAt(start) === 48 && end > 1) return undefined;
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = 10 * value + digit;
  }
  // Whether the value is exact is certain only here.
  if (end - start > SHORT) return BigInt(text.slice(0, end));
  return negative ? -value : value;
}
