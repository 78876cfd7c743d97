import { decimalValue } from "../../exact/numbers/decimalText.js";
import { type LowestTerms, parseLowestTerms } from "../../exact/numbers/rational.js";

/** A fraction of integers. */
const FRACTION = /^-?[0-9]+\/0*[1-9][0-9]*$/;

/**
 * The value of a number as programs write it in tables, exactly: an integer, a decimal, a hexadecimal float,
 * or a fraction.
 *
 * @returns undefined for any other text.
 * @throws InputError if it has more digits than numbers may have.
 * @example csvNumber("+1.5e-1") // { numerator: 3n, denominator: 20n }
 */
export function csvNumber(text: string): LowestTerms | undefined {
  if (FRACTION.test(text)) return parseLowestTerms(text);
  // A sign before a positive number, and a point without a digit before it.
  const plain = text.replace(/^\+(?=[.\d])/, "").replace(/^(-?)\./, "$10.");
  return decimalValue(plain);
}
