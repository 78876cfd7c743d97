import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { UnitDifference } from "./weightDifferences.js";

/**
 * The units that don't match, and how well all others do.
 *
 * @example compareNetworks(theta, theta).nearest?.mismatch // undefined
 */
export interface Mismatch {
  /** In the order of layers and units, one at least. */
  readonly outliers: readonly UnitDifference[];
  /** The largest difference of a weight of any other unit. */
  readonly others: Rational;
}

/** Between what doesn't match and what does there is a gap of this factor. */
const GAP = rational(1000n);

/**
 * Tells units that don't match from those that differ by rounding or training: at most half of the units
 * stand out by a gap in the sizes of the differences, the widest that there is. If there is none, it is the
 * unit of the largest difference.
 *
 * @returns undefined if all weights are equal.
 */
export function mismatchOf(differences: readonly UnitDifference[]): Mismatch | undefined {
  const places = [...differences.keys()];
  const sizeAt = (place: number): Rational => entry(differences, place).size;
  places.sort((left, right) => sizeAt(right).compare(sizeAt(left)));
  const sizes = places.map(sizeAt);
  const [largest] = sizes;
  if (largest === undefined || largest.equals(0n)) return undefined;
  const count = outlierCount(sizes);
  const others = count < sizes.length ? entry(sizes, count) : rational(0n);
  const standOut = new Set(places.slice(0, count));
  return { outliers: differences.filter((_, place) => standOut.has(place)), others };
}

/** How many of the sizes, from the largest on, stand out; 1 if none do. */
function outlierCount(sizes: readonly Rational[]): number {
  let [count, widest] = [1, GAP];
  for (let before = 1; 2 * before <= sizes.length; before += 1) {
    const [last, next] = [entry(sizes, before - 1), entry(sizes, before)];
    if (last.equals(0n)) break;
    // Nothing is wider than the gap above 0.
    if (next.equals(0n)) return before;
    const ratio = last.div(next);
    if (ratio.compare(widest) > 0) [count, widest] = [before, ratio];
  }
  return count;
}
