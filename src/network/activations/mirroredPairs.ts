import { entry } from "../../exact/entry.js";
import { reducedRows } from "../../exact/matrices/reducedRows.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Place, restOf } from "./place.js";
import { type Sums, inOrderOfDirection } from "./sums.js";

/**
 * How much of each A⁻ can move to w, so that what this leaves cancels: Σ A ⊗ q = 0 ({@link restOf}).
 *
 * All of A⁻ moves but for the first pairs, in the order of directions, whose q form a basis. So the result
 * doesn't depend on the order of units, and at most as many pairs stay as there are inputs, or one for a
 * constant. They need not be the fewest possible: to find these is to find sparse combinations.
 */
export function movableAmounts(pairs: readonly Sums[], place: Place): RationalVector[] {
  const order = inOrderOfDirection(pairs);
  const rests = order.map((index) => restOf(entry(pairs, index).direction, place));
  const amounts = pairs.map(({ minus }) => minus);
  for (const row of reducedRows(columnsOf(rests), rests.length)) {
    const pivot = row.findIndex((value) => value !== 0n);
    const shares = row.flatMap((value, index) => {
      if (value === 0n || index === pivot) return [];
      // The columns are numerators: q of the pair at `index` has a share of q of the pivot's.
      const { denominator } = entry(rests, index);
      const share = rational(-value * entry(rests, pivot).denominator, entry(row, pivot) * denominator);
      return entry(pairs, entry(order, index)).minus.times(share);
    });
    const kept = entry(order, pivot);
    amounts[kept] = RationalVector.sum(entry(amounts, kept).dimension, shares);
  }
  return amounts;
}

/** The matrix whose columns are the numerators of vectors, by its rows. */
function columnsOf(vectors: readonly RationalVector[]): bigint[][] {
  const [first] = vectors;
  if (first === undefined) return [];
  return first.numerators.map((_, row) => vectors.map(({ numerators }) => entry(numerators, row)));
}
