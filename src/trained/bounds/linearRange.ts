import { noEntry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { ceilingOfQuotient, floorOfQuotient } from "../../exact/numbers/integer.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";

/**
 * The narrowest interval that holds w·h for all h_j in given intervals. The sums are exact integers, so that
 * a row of any length is rounded once.
 *
 * @param rangeOf the interval of h_j, of the given precision. It is asked for only where w_j ≠ 0.
 * @example linearRange(RationalVector.parse("1/2", "-1"), () => Interval.of(0n, 2n, 1), 1)
 *   // [-2/2, 1/2] for h_j in [0, 1]
 */
export function linearRange(
  { numerators, denominator }: RationalVector,
  rangeOf: (index: number) => Interval,
  precision: number,
): Interval {
  let [lower, upper] = [0n, 0n];
  for (let index = 0; index < numerators.length; index++) {
    const weight = numerators[index] ?? noEntry(numerators, index);
    if (weight === 0n) continue;
    const range = rangeOf(index);
    const [least, most] = weight > 0n ? [range.lower, range.upper] : [range.upper, range.lower];
    lower += weight * least;
    upper += weight * most;
  }
  return Interval.of(floorOfQuotient(lower, denominator), ceilingOfQuotient(upper, denominator), precision);
}
