import type { RationalVector } from "./rationalVector.js";

/**
 * A text that two vectors share if and only if they are equal. Over one denominator lowest terms are unique;
 * the vector's own `key` would bring each coordinate to its own, which is slower.
 *
 * @example quickKey(RationalVector.parse("1/2", "-16")) === "2:1,-20"
 */
export function quickKey({ numerators, denominator }: RationalVector): string {
  return `${denominator.toString(16)}:${numerators.map((numerator) => numerator.toString(16)).join()}`;
}
