import { gcd } from "../exact/numbers/integer.js";
import type { LowestTerms } from "../exact/numbers/rational.js";

/** Sign, digits, digits behind the point, and exponent. */
const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,6}))?$/;

/** How many digits a number may have, written without exponent: a double has at most 1,100. */
const MOST_DIGITS = 2000;

/**
 * The exact value of a number in decimal text, such as "0.5", "-12" or "5.40062e-02"; undefined if the text
 * is none, or has more digits than numbers of networks do.
 *
 * @example decimalTerms("-2.5e-1") // { numerator: -1n, denominator: 4n }
 */
export function decimalTerms(text: string): LowestTerms | undefined {
  if (text.length > MOST_DIGITS) return undefined;
  const [, sign, whole, fraction, exponent] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || fraction === undefined || whole.length + fraction.length === 0) return undefined;
  const shift = (exponent === undefined ? 0 : Number(exponent)) - fraction.length;
  if (Math.abs(shift) > MOST_DIGITS) return undefined;
  const digits = BigInt(`${whole}${fraction}`);
  const size = sign === "-" ? -digits : digits;
  if (shift >= 0) return { numerator: size * 10n ** BigInt(shift), denominator: 1n };
  const denominator = 10n ** BigInt(-shift);
  const common = gcd(size, denominator);
  return { numerator: size / common, denominator: denominator / common };
}
