import { areaTangent } from "./areaTangent.js";
import { bitLength } from "../numbers/integer.js";
import { Interval } from "./interval.js";
import { increasing } from "./monotone.js";
import { logarithmOfTwo } from "./logarithmOfTwo.js";

/** Extra bits that absorb the errors of the series, some 2(p + 32) units. */
const GUARD = 20;

/**
 * ln x, for an interval of positive numbers, at its precision.
 *
 * At an end x = n/2^p the argument is reduced to m = x/2^k with 1 ≤ m < 2, where ln x = k ln 2 + 2 artanh((m
 * − 1)/(m + 1)) and 0 ≤ (m − 1)/(m + 1) < 1/3; {@link areaTangent} gets the exact quotient, and the rest is
 * interval arithmetic with extra bits. For a point the width is at most two units; for an interval it is at
 * most four units more than that of the image, as ln is increasing.
 *
 * @param x at a precision of at most 8,000.
 * @throws RangeError if the interval holds a number that isn't positive.
 * @example logarithm(Interval.of(16n, 16n, 4)).contains(rational(0n)) === true
 */
export function logarithm(x: Interval): Interval {
  if (x.lower <= 0n) throw new RangeError("the logarithm of an interval that holds a number ≤ 0");
  return increasing(x, logarithmAt);
}

function logarithmAt({ lower: n, precision }: Interval): Interval {
  const digits = bitLength(n);
  const power = digits - 1 - precision;
  const top = 1n << BigInt(digits - 1);
  const working = precision + GUARD + bitLength(BigInt(power));
  const ofMantissa = areaTangent(n - top, n + top, working).scaled(1);
  const factor = Interval.of(BigInt(power), BigInt(power), 0).atPrecision(working);
  return ofMantissa.plus(logarithmOfTwo(working).times(factor)).atPrecision(precision);
}
