import { exponential } from "../../exact/intervals/exponential.js";
import { Interval } from "../../exact/intervals/interval.js";
import { logarithm } from "../../exact/intervals/logarithm.js";
import { increasing } from "../../exact/intervals/monotone.js";

/** Extra bits that absorb the roundings of the few operations below. */
const GUARD = 4;

/**
 * ln(1 + e^x) = max(x, 0) + ln(1 + e^{−|x|}) for the numbers of an interval. At a point the width is at most
 * two units.
 *
 * @example softplus(Interval.of(0n, 0n, 8)).contains(rational(177n, 256n)) === true // ln 2 = 177.4…/256
 */
export function softplus(x: Interval): Interval {
  return increasing(x, softplusAt);
}

function softplusAt(point: Interval): Interval {
  const x = point.atPrecision(point.precision + GUARD);
  const one = Interval.of(1n, 1n, 0).atPrecision(x.precision);
  const bend = logarithm(one.plus(exponential(x.absolute().negated())));
  return (x.lower > 0n ? x.plus(bend) : bend).atPrecision(point.precision);
}
