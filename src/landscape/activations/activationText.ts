import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, parseRational } from "../../exact/numbers/rational.js";
import { type Activation, polynomialActivation, rationalActivation } from "./activation.js";

const FORMS = 'write "poly:1,0,1/2" for 1 + x²/2 or "ratio:1,2:1,0,1" for (1 + 2x)/(1 + x²)';

/**
 * Reads an activation: `poly:` and its coefficients, or `ratio:` and the coefficients of numerator and
 * denominator with a colon between them. Constant terms come first.
 *
 * @throws InputError for any other text, a coefficient that isn't rational, or the denominator 0.
 * @example parseActivation("poly:0,6/4").name === "poly:0,3/2"
 */
export function parseActivation(text: string): Activation {
  requireArguments({ text: { text } });
  const [kind, numerator, denominator, ...rest] = text.split(":");
  if (kind === "poly" && numerator !== undefined && denominator === undefined) {
    return polynomialActivation(coefficients(numerator, text));
  }
  if (kind === "ratio" && numerator !== undefined && denominator !== undefined && rest.length === 0) {
    return rationalActivation(coefficients(numerator, text), coefficients(denominator, text));
  }
  throw new InputError(`${JSON.stringify(text.slice(0, 40))} is not an activation`, FORMS);
}

function coefficients(list: string, text: string): Rational[] {
  return list.split(",").map((coefficient) => {
    try {
      return parseRational(coefficient);
    } catch (error) {
      throw error instanceof InputError ? error.at(`activation ${text.slice(0, 40)}`) : error;
    }
  });
}
