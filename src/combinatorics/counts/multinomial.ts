import { binomial } from "./binomial.js";
import { requireSize } from "../requireSize.js";

/**
 * The multinomial coefficient (n_1 + … + n_k)! / (n_1! … n_k!): the number of ways to distribute the elements
 * of a set into named boxes of these sizes. 1 for no parts.
 *
 * Source: footnote 3 of Şimşek et al. (2021).
 *
 * @throws RangeError unless every part, and their sum, is a nonnegative safe integer.
 * @example multinomial([2, 1, 1]) === 12n
 */
export function multinomial(parts: readonly number[]): bigint {
  let total = 0;
  let value = 1n;
  for (const part of parts) {
    requireSize("part", part);
    total += part;
    requireSize("sum of parts", total);
    value *= binomial(total, part);
  }
  return value;
}
