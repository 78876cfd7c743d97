import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, parseRational } from "../../exact/numbers/rational.js";

/** Exponents beyond these are slips of the pen, and would make numbers of as many digits. */
const LARGEST_EXPONENT = 400;

/**
 * Reads a number as a person writes one: "1/1000", "0.001" or "1e-3", all exactly.
 *
 * @throws InputError that names the option, for any other text.
 */
export function decimalOption(name: string, text: string): Rational {
  const value = decimalRational(text);
  if (value !== undefined) return value;
  throw new InputError(
    `${JSON.stringify(text.slice(0, 40))} is not a number`,
    'give a decimal or a fraction, such as "1e-6", "0.001" or "1/1000"',
    name,
  );
}

/** The value of a decimal or a fraction; undefined for any other text. */
export function decimalRational(text: string): Rational | undefined {
  if (/^-?[0-9]{1,400}(?:\/0*[1-9][0-9]{0,400})?$/.test(text)) return parseRational(text);
  if (!/^-?[0-9]{1,400}(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,3})?$/.test(text)) return undefined;
  const parts = `${text}e0`.split(/e/i);
  const [mantissa, exponent] = [entry(parts, 0), Number(entry(parts, 1))];
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  const figures = `${mantissa}.`.split(".");
  const [whole, fraction] = [entry(figures, 0), entry(figures, 1)];
  const digits = parseRational(`${whole}${fraction}`);
  const power = exponent - fraction.length;
  const factor = 10n ** BigInt(Math.abs(power));
  return power < 0 ? digits.div(factor) : digits.mul(factor);
}
