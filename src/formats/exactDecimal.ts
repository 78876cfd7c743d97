import { bitLength, magnitude } from "../exact/numbers/integer.js";
import { doubleValue } from "../exact/numbers/doubleValue.js";

/**
 * All digits of a float as a decimal, so that who reads them rounds nothing: n/2^k is n·5^k/10^k.
 *
 * @throws InputError if the double is infinite or not a number.
 * @example exactDecimal(-0.375) === "-0.375"
 */
export function exactDecimal(double: number): string {
  const { s, n, d } = doubleValue(double);
  const places = bitLength(d) - 1;
  if (places === 0) return (s * n).toString();
  const digits = magnitude(n * 5n ** BigInt(places)).toString();
  const padded = digits.padStart(places + 1, "0");
  return `${s < 0n ? "-" : ""}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
