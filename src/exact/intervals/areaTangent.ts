import { ceilingOfQuotient, floorOfQuotient } from "../numbers/integer.js";
import { Interval } from "./interval.js";

/**
 * artanh(z) = Σ_j z^{2j+1}/(2j+1) = ½ ln((1 + z)/(1 − z)) at z = numerator/denominator.
 *
 * The error is bounded as follows, in units u = 2^−p. First for z = Zu with an integer Z, 0 ≤ z ≤ 1/2. Let Wu
 * be z² rounded down, P_0 = Z, and P_j = P_{j−1}·Wu rounded down. The defect d_j = z^{2j+1} − P_j·u is 0 at
 * first, and then d_j ≤ z^{2j−1}(z² − Wu) + d_{j−1}·z² + u ≤ u/2 + d_{j−1}/4 + u, so that 0 ≤ d_j ≤ 2u. Each
 * term P_j/(2j+1), rounded down, is too small by less than d_j/3 + u < 2u. The sum of the N terms before the
 * first P_N = 0 is therefore too small by less than 2Nu; and z^{2N+1} ≤ 2u bounds all further terms by 2u(1 +
 * 1/4 + 1/16 + …) < 3u. So the sum in units and the sum + 2N + 3 are on either side of artanh(z). If z is not
 * a multiple of u, the two neighbouring multiples give the bounds, since artanh is increasing.
 *
 * @param numerator not negative.
 * @param denominator at least twice the numerator, and positive.
 * @throws RangeError for other z, or for a precision that {@link Interval.of} refuses.
 * @example areaTangent(1n, 2n, 30).contains(rational(549306144n, 10n ** 9n)) // artanh(1/2) = 0.5493061443…
 */
export function areaTangent(numerator: bigint, denominator: bigint, precision: number): Interval {
  if (numerator < 0n || denominator <= 0n || 2n * numerator > denominator) {
    throw new RangeError(`artanh of ${numerator}/${denominator}, which isn't in [0, 1/2]`);
  }
  const scaled = numerator << BigInt(precision);
  const from = floorOfQuotient(scaled, denominator);
  const to = ceilingOfQuotient(scaled, denominator);
  const below = atUnits(from, precision);
  return from === to ? below : below.hull(atUnits(to, precision));
}

function atUnits(z: bigint, precision: number): Interval {
  const scale = BigInt(precision);
  const square = (z * z) >> scale;
  let [sum, power, terms] = [0n, z, 0n];
  while (power > 0n) {
    sum += power / (2n * terms + 1n);
    power = (power * square) >> scale;
    terms += 1n;
  }
  return Interval.of(sum, sum + 2n * terms + 3n, precision);
}
