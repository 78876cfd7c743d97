import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";

/** How many times farther apart than copies other neurons must be. */
const LEAST_RATIO = 16n;

/** Distances are compared down to 2^−53 of the largest: below, floats of 64 bits differ by chance. */
const FLOOR = rational(1n, 1n << 53n);

/**
 * A tolerance in the largest gap of distances: between two neighbours in their order whose quotient is the
 * largest, if that is 16 or more, and the lower one at most 1/64 of a size to compare with. 0 if there is no
 * such gap, so that only what is equal counts as near.
 *
 * @param size what a large distance is, such as the largest weight. It counts as one of the distances.
 * @example formatRational(largestGap([rational(1n, 1024n), rational(1n)], rational(1n))) === "1/32"
 */
export function largestGap(distances: readonly Rational[], size: Rational): Rational {
  const least = size.mul(FLOOR);
  const sorted = [...distances, size]
    .map((distance) => (distance.compare(least) < 0 ? least : distance))
    .sort((one, other) => one.compare(other));
  let [best, quotient] = [rational(0n), rational(LEAST_RATIO)];
  for (let index = 1; index < sorted.length; index++) {
    const [below, above] = [entry(sorted, index - 1), entry(sorted, index)];
    if (below.equals(0n) || below.mul(64n).compare(size) > 0) break;
    const ratio = above.div(below);
    if (ratio.compare(quotient) < 0) continue;
    [best, quotient] = [between(below, ratio), ratio];
  }
  return best;
}

/** The lower end times the largest power of 2 up to the quotient's square root: about halfway up the gap. */
function between(below: Rational, ratio: Rational): Rational {
  let factor = 1n;
  while (ratio.compare(4n * factor * factor) >= 0) factor *= 2n;
  return below.mul(factor);
}
