import { InputError } from "../inputError.js";
import { lcm } from "../numbers/integer.js";

/**
 * The largest number of bits of a common denominator. Beyond it, weights with unrelated denominators would
 * take seconds for each vector. Doubles need at most 1,074 bits, and 700 weights with denominators of 9
 * digits each need some 21,000.
 */
export const MAX_DENOMINATOR_BITS = 65_536n;

/**
 * The least common multiple of positive denominators.
 *
 * @throws InputError if it has more than `MAX_DENOMINATOR_BITS` bits.
 */
export function commonDenominator(denominators: readonly bigint[]): bigint {
  let common = 1n;
  for (const denominator of denominators) {
    if (denominator === common || common % denominator === 0n) continue;
    common = lcm(common, denominator);
    if (common >> MAX_DENOMINATOR_BITS === 0n) continue;
    throw new InputError(
      `weights whose common denominator passes ${MAX_DENOMINATOR_BITS} bits`,
      "write them with fewer different denominators, such as powers of two or ten",
    );
  }
  return common;
}
