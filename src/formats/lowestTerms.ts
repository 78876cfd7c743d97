import type { LowestTerms, Rational } from "../exact/numbers/rational.js";

/**
 * A rational by its numerator and denominator, as found networks hold it.
 *
 * @example termsOf(rational(2n, -4n)) // { numerator: -1n, denominator: 2n }
 */
export function termsOf({ s, n, d }: Rational): LowestTerms {
  return { numerator: s * n, denominator: d };
}
