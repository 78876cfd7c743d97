/**
 * The fast way to read what nearly every network file holds: coordinates that came from floats, "p/2^k" in
 * lowest terms with few digits. Numbers stand for integers here, and stay exact: a numerator has at most 15
 * digits and so lies below 10^15 < 2^53, powers of two go up to 2^52, and a product of the two is used only
 * if it is a safe integer, which no product at or above 2^53 is, rounded or not.
 */

/** Coordinates over their least common denominator, a power of two. */
export interface DyadicCoordinates {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

const MAX_NUMERATOR_DIGITS = 15;

/** 2^0, …, 2^52. */
const POWERS = powersOfTwo(52);

/** The exponents of 2^1, …, 2^52 by their decimal digits. */
const EXPONENTS = new Map(POWERS.slice(1).map((power, index) => [power.toString(), index + 1]));

/**
 * Reads coordinates that are all written in lowest terms as "p" or "p/2^k", with |p| < 10^15 and k ≤ 52.
 *
 * @returns undefined where any of them is written otherwise, or a scaled numerator would pass 2^53.
 * @example dyadicCoordinates(["1/2", "-3/8"]) // { numerators: [4n, -3n], denominator: 8n }
 */
export function dyadicCoordinates(texts: readonly string[]): DyadicCoordinates | undefined {
  const read: number[] = [];
  const exponents: number[] = [];
  let largest = 0;
  for (const text of texts) {
    const slash = text.indexOf("/");
    const numerator = shortInteger(text, slash < 0 ? text.length : slash);
    const exponent = slash < 0 ? 0 : EXPONENTS.get(text.slice(slash + 1));
    if (numerator === undefined || exponent === undefined) return undefined;
    // An even numerator over a power of two is not in lowest terms.
    if (exponent > 0 && numerator % 2 === 0) return undefined;
    read.push(numerator);
    exponents.push(exponent);
    if (exponent > largest) largest = exponent;
  }
  const numerators: bigint[] = [];
  for (let index = 0; index < read.length; index++) {
    const scaled = (read[index] ?? 0) * (POWERS[largest - (exponents[index] ?? 0)] ?? 0);
    if (!Number.isSafeInteger(scaled)) return undefined;
    numerators.push(BigInt(scaled));
  }
  return { numerators, denominator: BigInt(POWERS[largest] ?? 1) };
}

/** The integer that the first `end` characters spell, if they are how it is written and few. */
function shortInteger(text: string, end: number): number | undefined {
  const negative = text.startsWith("-");
  const start = negative ? 1 : 0;
  if (end === start || end - start > MAX_NUMERATOR_DIGITS) return undefined;
  // Neither "-0" nor a leading zero.
  if (text.charCodeAt(start) === 48 && end > 1) return undefined;
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = 10 * value + digit;
  }
  return negative ? -value : value;
}

function powersOfTwo(last: number): number[] {
  const powers = [1];
  for (let exponent = 1; exponent <= last; exponent++) powers.push(2 * (powers[exponent - 1] ?? 0));
  return powers;
}
