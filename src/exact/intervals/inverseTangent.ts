import { floorOfQuotient } from "../numbers/integer.js";
import { Interval } from "./interval.js";
import { increasing } from "./monotone.js";

/** Extra bits that absorb the errors of the series, some 3(p + 32) units. */
const GUARD = 20;

/** Enclosures of π by their precision. They are kept, since many arguments need π. */
const CIRCLE = new Map<number, Interval>();

/**
 * arctan x, at the precision of x. At a point, arctan x = π/2 − arctan(1/x) for x > 1, so that Euler's series
 * ({@link ofRatio}) is needed for arguments up to 1 alone. For a point the width is at most two units.
 *
 * @param x at a precision of at most 8,000.
 * @example inverseTangent(Interval.of(16n, 16n, 4)).upper === 13n // π/4 = 12.56…/16
 */
export function inverseTangent(x: Interval): Interval {
  return increasing(x, at);
}

/**
 * π = 4 arctan 1, of width at most two units.
 *
 * @throws RangeError if the precision isn't an integer from 0 to that of {@link Interval.of}, less some 20
 *   bits.
 * @example circleRatio(4) // [50/16, 51/16]
 */
export function circleRatio(precision: number): Interval {
  const kept = CIRCLE.get(precision);
  if (kept !== undefined) return kept;
  const enclosure = ofRatio(1n, 1n, precision + GUARD)
    .scaled(2)
    .atPrecision(precision);
  CIRCLE.set(precision, enclosure);
  return enclosure;
}

function at(x: Interval): Interval {
  const { lower: n, precision } = x;
  if (n < 0n) return at(x.negated()).negated();
  const [one, working] = [1n << BigInt(precision), precision + GUARD];
  const value =
    n <= one
      ? ofRatio(n, one, working)
      : circleRatio(working)
          .scaled(-1)
          .minus(ofRatio(one, n, working));
  return value.atPrecision(precision);
}

/**
 * arctan z = Σ t_j with t_0 = z/(1 + z²) and t_j = t_{j−1}·y·2j/(2j+1), y = z²/(1 + z²) (Euler), at z =
 * numerator/denominator. All terms are positive.
 *
 * The error is bounded as follows, in units u = 2^−p, for 0 ≤ z ≤ 1. Then y ≤ 1/2 and t_j ≤ 1/2. Let Yu be
 * y rounded down, T_0·u be t_0 rounded down, and T_j = T_{j−1}·Yu·2j/(2j+1) rounded down. The defect d_j =
 * t_j − T_j·u has 0 ≤ d_0 ≤ u and d_j ≤ d_{j−1}·y + T_{j−1}u·(y − Yu) + u ≤ d_{j−1}/2 + u/2 + u, so that 0
 * ≤ d_j ≤ 3u. The sum of the N terms before the first T_N = 0 is therefore too small by at most 3Nu; and
 * t_N ≤ 3u bounds it and all further terms by 3u(1 + 1/2 + 1/4 + …) = 6u. So the sum in units and the sum +
 * 3N + 6 are on either side of arctan z.
 *
 * @param numerator not negative.
 * @param denominator at least the numerator, and positive.
 * @throws RangeError for other z, or for a precision that {@link Interval.of} refuses.
 * @example ofRatio(1n, 2n, 30).contains(rational(463647609n, 10n ** 9n)) // arctan(1/2) = 0.463647609000…
 */
export function ofRatio(numerator: bigint, denominator: bigint, precision: number): Interval {
  if (numerator < 0n || denominator <= 0n || numerator > denominator) {
    throw new RangeError(`arctan's series at ${numerator}/${denominator}, which isn't in [0, 1]`);
  }
  const [scale, square] = [BigInt(precision), numerator * numerator];
  const all = square + denominator * denominator;
  const ratio = floorOfQuotient(square << scale, all);
  let [sum, term, terms] = [0n, floorOfQuotient((numerator * denominator) << scale, all), 0n];
  while (term > 0n) {
    sum += term;
    terms += 1n;
    term = ((term * ratio * 2n * terms) >> scale) / (2n * terms + 1n);
  }
  return Interval.of(sum, sum + 3n * terms + 6n, precision);
}
