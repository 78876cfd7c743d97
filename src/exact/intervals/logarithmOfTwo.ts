import { areaTangent } from "./areaTangent.js";
import type { Interval } from "./interval.js";

/** Enclosures by their precision. They are kept, since every exponential and logarithm needs ln 2. */
const ENCLOSURES = new Map<number, Interval>();

/** Extra bits that absorb the errors of the series. */
const GUARD = 20;

/**
 * ln 2 = 2 artanh(1/3), of width at most two units.
 *
 * @throws RangeError if the precision isn't an integer from 0 to that of {@link Interval.of}, less some 20
 *   bits.
 * @example logarithmOfTwo(4) // [11/16, 12/16]
 */
export function logarithmOfTwo(precision: number): Interval {
  const kept = ENCLOSURES.get(precision);
  if (kept !== undefined) return kept;
  const third = areaTangent(1n, 3n, precision + GUARD);
  const enclosure = third.scaled(1).atPrecision(precision);
  ENCLOSURES.set(precision, enclosure);
  return enclosure;
}
