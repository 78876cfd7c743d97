import { gcd } from "../exact/numbers/integer.js";
import type { LowestTerms, Rational } from "../exact/numbers/rational.js";

/**
 * A rational by its numerator and denominator, as found networks hold it.
 *
 * @example termsOf(rational(2n, -4n)) // { numerator: -1n, denominator: 2n }
 */
export function termsOf({ s, n, d }: Rational): LowestTerms {
  return { numerator: s * n, denominator: d };
}

/** The quotient of two integers in lowest terms. */
export function lowestTerms(numerator: bigint, denominator: bigint): LowestTerms {
  const common = gcd(numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}
