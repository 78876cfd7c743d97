import { InputError } from "../../exact/inputError.js";
import { decimalValue } from "../../exact/numbers/decimalText.js";
import { type Rational, parseRational, rational } from "../../exact/numbers/rational.js";

/** Nobody types more. */
const MOST_CHARACTERS = 800;

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
  if (text.length > MOST_CHARACTERS) return undefined;
  if (/^-?[0-9]+\/0*[1-9][0-9]*$/.test(text)) return parseRational(text);
  const value = decimalValue(text);
  return value && rational(value.numerator, value.denominator);
}
