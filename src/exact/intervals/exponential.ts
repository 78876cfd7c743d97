import { bitLength, floorOfQuotient } from "../numbers/integer.js";
import { Interval } from "./interval.js";
import { logarithmOfTwo } from "./logarithmOfTwo.js";
import { increasing } from "./monotone.js";

/**
 * The largest argument of {@link exponential}: its value has some 94,550 bits before the binary point.
 */
export const MAX_EXPONENT = 65_536n;

/**
 * e^x, at the precision p of x.
 *
 * At an end, x = k ln 2 + r with an integer k and 0 ≤ r ≲ ln 2, and e^x = 2^k (e^t)^(2^s) with t = r/2^s
 * ({@link ofSmall}); the choice of k and s affects only how narrow the result is, since r is enclosed in any
 * case. For a point the width is at most two units where x ≤ 0, and two units times 1 + e^x where x > 0. As
 * e^x is increasing, the ends enclose the image of an interval.
 *
 * @param x an interval of numbers up to {@link MAX_EXPONENT}, at a precision of at most 8,000. There is no
 *   lower limit: for very negative x the result is [0, 2^−p].
 * @throws RangeError if x reaches beyond {@link MAX_EXPONENT}.
 * @example exponential(Interval.of(0n, 0n, 8)).contains(rational(1n)) === true
 */
export function exponential(x: Interval): Interval {
  if (x.upper >> BigInt(x.precision) >= MAX_EXPONENT) {
    throw new RangeError(`the exponential of a number beyond ${MAX_EXPONENT}`);
  }
  return increasing(x, exponentialAt);
}

function exponentialAt(x: Interval): Interval {
  const { lower: n, precision } = x;
  // e^x < 2^x for x < 0.
  if (n < 0n && -n >> BigInt(precision) >= BigInt(precision)) return Interval.of(0n, 1n, precision);
  const squarings = 8 + (precision >> 6);
  const working = precision + squarings + 16;
  const { power, rest } = reduced(x, working);
  return squaredOften(ofSmall(rest.scaled(-squarings)), squarings)
    .scaled(power)
    .atPrecision(precision);
}

/** A positive interval squared so many times, rounded outwards each time; on its ends, which is faster. */
function squaredOften(positive: Interval, times: number): Interval {
  let { lower, upper } = positive;
  const scale = BigInt(positive.precision);
  for (let done = 0; done < times; done += 1) {
    lower = (lower * lower) >> scale;
    upper = -((-upper * upper) >> scale);
  }
  return Interval.of(lower, upper, positive.precision);
}

/**
 * k and an enclosure of r = x − k ln 2 in [0, 1], where k is the quotient of x by the end of ln 2 that keeps
 * r from below 0.
 */
function reduced(x: Interval, working: number): { readonly power: number; readonly rest: Interval } {
  const size = bitLength(x.lower >> BigInt(x.precision));
  const { lower, upper, precision } = logarithmOfTwo(working + size + 2);
  const exact = x.atPrecision(precision);
  const [near, far] = x.lower < 0n ? [upper, lower] : [lower, upper];
  const power = floorOfQuotient(exact.lower, far);
  const multiple = Interval.of(near * power, far * power, precision);
  return { power: Number(power), rest: exact.minus(multiple).atPrecision(working) };
}

/**
 * e^t by its power series, for t within [0, 1/2].
 *
 * The error is bounded as follows, in units u = 2^−p, for the lower end t = Tu. Let T_0 = 2^p and T_j =
 * T_{j−1}·t/j rounded down. The defect d_j = t^j/j! − T_j·u has d_0 = d_1 = 0 and d_j ≤ d_{j−1}·t/j + u ≤
 * d_{j−1}/4 + u, so that 0 ≤ d_j < 2u. The sum of the N terms before the first T_N = 0 is too small by less
 * than 2Nu; and t^N/N! < 2u bounds all further terms by 2u(1 + 1/2 + 1/4 + …) = 4u. So the sum in units and
 * the sum + 2N + 4 are on either side of e^t. The upper end t + gu adds e^t(e^{gu} − 1) at most, which is
 * less than e^{t+gu}·gu < 2gu.
 *
 * @throws RangeError if t is not within [0, 1/2].
 */
export function ofSmall(t: Interval): Interval {
  const { lower, upper, precision } = t;
  const scale = BigInt(precision);
  if (lower < 0n || upper << 1n > 1n << scale) throw new RangeError("the series of e^t beyond [0, 1/2]");
  let [sum, term, terms] = [0n, 1n << scale, 0n];
  while (term > 0n) {
    sum += term;
    terms += 1n;
    term = ((term * lower) >> scale) / terms;
  }
  return Interval.of(sum, sum + 2n * terms + 4n + 2n * (upper - lower), precision);
}
