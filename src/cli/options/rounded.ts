import { decimalAbove, decimalBelow } from "../../exact/numbers/decimal.js";
import { bitLength, squareRoot } from "../../exact/numbers/integer.js";
import type { Quotient } from "../../exact/numbers/quotient.js";
import { type Rational, formatRational, parseRational, rational } from "../../exact/numbers/rational.js";
import { decimalRational } from "./decimalOption.js";

/** Significant digits of what is rounded. */
const DIGITS = 4;

/** The least number of 4 digits that is at least a value, as "p/q". */
export function roundedUp(value: Rational): string {
  return asFraction(decimalAbove(quotient(value), DIGITS));
}

/** The largest number of 4 digits that is at most a value, as "p/q". */
export function roundedDown(value: Rational): string {
  return asFraction(decimalBelow(quotient(value), DIGITS));
}

/** A number "p/q" as a decimal, for a person; one of many digits is rounded up to 4. */
export function asDecimal(text: string): string {
  return decimalAbove(quotient(parseRational(text)), DIGITS);
}

/** A number that is at least the square root, and hardly more. */
export function rootAbove(square: Rational): Rational {
  if (square.equals(0n)) return square;
  const bits = Math.max(0, bitLength(square.d) - bitLength(square.n)) + 64;
  const root = squareRoot((square.n << BigInt(2 * bits)) / square.d) + 1n;
  return rational(root, 1n << BigInt(bits));
}

function quotient(value: Rational): Quotient {
  return { numerator: value.s * value.n, denominator: value.d };
}

function asFraction(decimal: string): string {
  const value = decimalRational(decimal);
  if (value === undefined) throw new RangeError(`${decimal} is no decimal`);
  return formatRational(value);
}
