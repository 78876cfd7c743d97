import { InputError } from "../inputError.js";
import { type Rational, parseRational, rational } from "./rational.js";

/** Zeros after the point, or before it, that an exponent may stand for. A double has at most 324. */
const MAX_EXPONENT = 400;

const DECIMAL = /^(-?)([0-9]{1,400})(?:\.([0-9]{1,400}))?(?:[eE]([-+]?[0-9]{1,4}))?$/;

/**
 * Reads a number as people write it, "0.5", "1e-6" or "-3/4", exactly: no digit is rounded.
 *
 * @throws InputError for any other text, or an exponent beyond ±400.
 * @example formatRational(parseDecimal("2.5e-1")) === "1/4"
 */
export function parseDecimal(text: string): Rational {
  if (text.includes("/")) return parseRational(text);
  const [, sign, whole, fraction = "", power = "0"] = DECIMAL.exec(text) ?? [];
  const exponent = Number(BigInt(power.replace("+", ""))) - fraction.length;
  if (whole === undefined || exponent < -2 * MAX_EXPONENT || exponent > MAX_EXPONENT) {
    throw new InputError(
      `${JSON.stringify(text.slice(0, 40))} is not a number`,
      'write a decimal or a fraction, such as "0.5", "1e-6" or "1/3"',
    );
  }
  const digits = BigInt(`${whole}${fraction}`);
  const signed = sign === "-" ? -digits : digits;
  const scale = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(signed, scale) : rational(signed * scale);
}
