import { requireArguments } from "../plainJavaScript.js";
import type { Quotient } from "./quotient.js";

/**
 * Decimals below 10^−4 are written with an exponent, and so are those from 10^7 on that have no more digits.
 */
const LEAST_PLAIN = -4;
const MOST_PLAIN = 7;

/**
 * A decimal with a given number of digits: ±mantissa·10^(exponent − digits + 1). The mantissa has that many
 * digits, or is 0.
 */
interface Decimal {
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
  /** Whether the decimal is the value itself: then it is written without trailing zeros. */
  readonly exact: boolean;
}

/**
 * The largest decimal with the given number of significant digits that is at most the value.
 *
 * @throws RangeError unless `digits` is a positive safe integer.
 * @example decimalBelow(quotientOf(2n, 3n), 4) === "0.6666"
 */
export function decimalBelow(value: Quotient, digits: number): string {
  requireArguments({ quotient: { value } });
  return written(rounded(value, digits, false), digits);
}

/**
 * The least decimal with the given number of significant digits that is at least the value.
 *
 * @throws RangeError unless `digits` is a positive safe integer.
 *
 * @example decimalAbove(quotientOf(2n, 3n), 4) === "0.6667"
 */
export function decimalAbove(value: Quotient, digits: number): string {
  requireArguments({ quotient: { value } });
  return written(rounded(value, digits, true), digits);
}

/**
 * The interval from {@link decimalBelow} to {@link decimalAbove}, in brackets; or the value alone, if it is a
 * decimal with the given number of significant digits.
 *
 * @throws RangeError unless `digits` is a positive safe integer.
 *
 * @example decimalInterval(quotientOf(2n, 3n), 4) === "[0.6666, 0.6667]"
 */
export function decimalInterval(value: Quotient, digits: number): string {
  const below = decimalBelow(value, digits);
  const above = decimalAbove(value, digits);
  return below === above ? below : `[${below}, ${above}]`;
}

function rounded({ numerator, denominator }: Quotient, digits: number, up: boolean): Decimal {
  if (!Number.isSafeInteger(digits) || digits < 1) throw new RangeError(`${digits} digits`);
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  if (size === 0n) return { negative: false, mantissa: 0n, exponent: 0, exact: true };
  const exponent = exponentOf(size, denominator);
  const shift = digits - 1 - exponent;
  const upper = shift > 0 ? size * 10n ** BigInt(shift) : size;
  const lower = shift < 0 ? denominator * 10n ** BigInt(-shift) : denominator;
  const floor = upper / lower;
  // Rounding away from 0 goes up for a positive value, and down for a negative one.
  const exact = floor * lower === upper;
  const mantissa = up !== negative && !exact ? floor + 1n : floor;
  const full = 10n ** BigInt(digits);
  return mantissa === full
    ? { negative, mantissa: full / 10n, exponent: exponent + 1, exact }
    : { negative, mantissa, exponent, exact };
}

/** The e with 10^e ≤ size/denominator < 10^(e+1). */
function exponentOf(size: bigint, denominator: bigint): number {
  // The quotient of numbers with a and b digits lies strictly between 10^(a−b−1) and 10^(a−b+1).
  const guess = size.toString().length - denominator.toString().length;
  const reaches =
    guess >= 0 ? size >= denominator * 10n ** BigInt(guess) : size * 10n ** BigInt(-guess) >= denominator;
  return reaches ? guess : guess - 1;
}

function written({ negative, mantissa, exponent, exact }: Decimal, digits: number): string {
  if (mantissa === 0n) return "0";
  const figures = mantissa.toString();
  const sign = negative ? "-" : "";
  if (exponent < LEAST_PLAIN || exponent >= Math.max(digits, MOST_PLAIN)) {
    return `${sign}${pointed(figures, 1, exact)}e${exponent}`;
  }
  if (exponent < 0) return `${sign}${pointed(`${"0".repeat(-exponent)}${figures}`, 1, exact)}`;
  return `${sign}${pointed(figures.padEnd(exponent + 1, "0"), exponent + 1, exact)}`;
}

/** The figures with a point after the first `whole` of them. */
function pointed(figures: string, whole: number, exact: boolean): string {
  const fraction = exact ? figures.slice(whole).replace(/0+$/, "") : figures.slice(whole);
  return fraction === "" ? figures.slice(0, whole) : `${figures.slice(0, whole)}.${fraction}`;
}
