import { InputError } from "../inputError.js";
import { magnitude } from "./integer.js";
import { type Rational, parseRational, rational } from "./rational.js";

/** Zeros after the point, or before it, that an exponent may stand for. A double has at most 324. */
const MAX_EXPONENT = 400n;

/** What stands before the point, with its sign; the point and what follows; the exponent. */
const DECIMAL = /^(-?[0-9]{1,400})((?:\.[0-9]{1,400})?)((?:[eE][-+]?[0-9]{1,3})?)$/;

/**
 * Reads a number as people write it, "0.5", "1e-6" or "-3/4", exactly: no digit is rounded.
 *
 * @throws InputError for any other text, or an exponent beyond ±400.
 * @example formatRational(parseDecimal("2.5e-1")) === "1/4"
 */
export function parseDecimal(text: string): Rational {
  if (text.includes("/")) return parseRational(text);
  const [, whole, fraction, power] = DECIMAL.exec(text) ?? [];
  // BigInt reads an empty text as 0, and no plus.
  const exponent = power === undefined ? 0n : BigInt(power.replace(/[eE]\+?/, ""));
  if (whole === undefined || fraction === undefined || magnitude(exponent) > MAX_EXPONENT) {
    throw new InputError(
      `${JSON.stringify(text.slice(0, 40))} is not a number`,
      'write a decimal or a fraction, such as "0.5", "1e-6" or "1/3"',
    );
  }
  const digits = BigInt(whole + fraction.slice(1));
  const scale = exponent - BigInt(fraction.slice(1).length);
  return scale < 0n ? rational(digits, 10n ** -scale) : rational(digits * 10n ** scale);
}
