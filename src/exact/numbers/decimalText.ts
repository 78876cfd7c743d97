import { InputError } from "../inputError.js";
import { type Rational, parseRational, rational } from "./rational.js";

/** Zeros after the point, or before it, that an exponent may stand for. A double has at most 324. */
const MAX_EXPONENT = 400n;

const DECIMAL =
  /^(?<sign>-?)(?<whole>[0-9]{1,400})(?:\.(?<fraction>[0-9]{1,400}))?(?:[eE]\+?(?<power>-?[0-9]{1,3}))?$/;

/**
 * Reads a number as people write it, "0.5", "1e-6" or "-3/4", exactly: no digit is rounded.
 *
 * @throws InputError for any other text, or an exponent beyond ±400.
 * @example formatRational(parseDecimal("2.5e-1")) === "1/4"
 */
export function parseDecimal(text: string): Rational {
  if (text.includes("/")) return parseRational(text);
  const parts = DECIMAL.exec(text)?.groups;
  const power = parts?.["power"] === undefined ? 0n : BigInt(parts["power"]);
  if (parts === undefined || power > MAX_EXPONENT || power < -MAX_EXPONENT) {
    throw new InputError(
      `${JSON.stringify(text.slice(0, 40))} is not a number`,
      'write a decimal or a fraction, such as "0.5", "1e-6" or "1/3"',
    );
  }
  const fraction = parts["fraction"] === undefined ? "" : parts["fraction"];
  const digits = BigInt(`${String(parts["whole"])}${fraction}`);
  const signed = parts["sign"] === "-" ? -digits : digits;
  const exponent = power - BigInt(fraction.length);
  return exponent < 0n ? rational(signed, 10n ** -exponent) : rational(signed * 10n ** exponent);
}
