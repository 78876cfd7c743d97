import { InputError } from "../inputError.js";
import { gcd } from "./integer.js";
import { type LowestTerms, MAX_DIGITS } from "./rational.js";

/** A decimal as JSON and most programs write it: "0.5", "-1e-3", "2.5E+4". */
const DECIMAL = /^(-?)([0-9]+(?:\.[0-9]*)?)(?:e([-+]?[0-9]+))?$/i;

/** A hexadecimal float, as `float.hex` of Python and "%a" of C write it: "0x1.8p-1". */
const HEXADECIMAL = /^(-?)0x([0-9a-f]+(?:\.[0-9a-f]*)?)p([-+]?[0-9]+)$/i;

/** How many digits of an exponent are read: one beyond the cap on digits has five at least. */
const EXPONENT_DIGITS = 8;

/**
 * The exact value of a decimal, "0.5" or "1e-3", or of a hexadecimal float, "0x1.8p-1"; all digits count.
 *
 * @returns undefined if the text is none of them; an integer is a decimal.
 * @throws InputError if the value has more than `MAX_DIGITS` digits.
 * @example decimalValue("-1.5e-1") // { numerator: -3n, denominator: 20n }
 */
export function decimalValue(text: string): LowestTerms | undefined {
  if (text.length > 2 * MAX_DIGITS) return undefined;
  const [, sign, digits, exponent] = DECIMAL.exec(text) ?? [];
  if (sign !== undefined && digits !== undefined) return valueOf(text, sign, digits, exponent, 10n);
  const [, signOfBits, bits, power] = HEXADECIMAL.exec(text) ?? [];
  if (signOfBits === undefined || bits === undefined) return undefined;
  return valueOf(text, signOfBits, bits, power, 2n);
}

/** The digits' value times a power of the base, which is 2 for hexadecimal digits of 4 bits each. */
function valueOf(
  text: string,
  sign: string,
  digits: string,
  exponent: string | undefined,
  base: 2n | 10n,
): LowestTerms {
  const point = digits.indexOf(".");
  const places = point < 0 ? 0 : digits.length - point - 1;
  const size = BigInt(`${base === 2n ? "0x" : ""}${digits.replace(".", "")}`);
  if (size === 0n) return { numerator: 0n, denominator: 1n };
  const power = exponentOf(text, exponent) - places * (base === 2n ? 4 : 1);
  if (Math.abs(power) > MAX_DIGITS) throw tooLong(text);
  const scale = base ** BigInt(Math.abs(power));
  const [upper, denominator] = power < 0 ? [size, scale] : [size * scale, 1n];
  const common = gcd(upper, denominator);
  const numerator = sign === "-" ? -(upper / common) : upper / common;
  return { numerator, denominator: denominator / common };
}

function exponentOf(text: string, exponent: string | undefined): number {
  if (exponent === undefined) return 0;
  if (exponent.replace(/^[-+]?0*/, "").length > EXPONENT_DIGITS) throw tooLong(text);
  return Number(BigInt(exponent.replace("+", "")));
}

function tooLong(text: string): InputError {
  const shown = JSON.stringify(text.length <= 40 ? text : `${text.slice(0, 37)}...`);
  return new InputError(`${shown} passes the cap of ${MAX_DIGITS} digits`, "write a number of fewer digits");
}
