import { Interval } from "./interval.js";

/**
 * The image of an interval under an increasing function, from enclosures at its two ends.
 *
 * @param at encloses the value of the function at a point, given as an interval whose two ends are equal.
 * @example increasing(Interval.of(1n, 2n, 0), (point) => point.plus(point)) // [2, 4]
 */
export function increasing(x: Interval, at: (point: Interval) => Interval): Interval {
  const { lower, upper, precision } = x;
  if (lower === upper) return at(x);
  const [from, to] = [at(Interval.of(lower, lower, precision)), at(Interval.of(upper, upper, precision))];
  return Interval.of(from.lower, to.upper, from.precision);
}
