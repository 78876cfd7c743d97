import { entry } from "../../exact/entry.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { AlignedPair } from "./alignedPair.js";
import type { BiasedLayers } from "./biasedLayers.js";

/**
 * A unit of A and the one of B that stands for it, with the weight in which they differ most.
 *
 * @example compareNetworks(theta, theta).nearest?.mismatch?.outliers[0]?.size // undefined
 */
export interface UnitDifference {
  /** From 1 on; the last layer is that of the outputs. */
  readonly layer: number;
  /** Counted from 0, in A and in B. */
  readonly unit: number;
  readonly partner: number;
  /** The place of the weight among the incoming ones, counted from 0 in A; undefined for the bias. */
  readonly weight: number | undefined;
  readonly a: Rational;
  readonly b: Rational;
  /** |a − b| */
  readonly size: Rational;
  /** The sum of |differences| of its bias and all incoming weights, also those from units without partner. */
  readonly sum: Rational;
}

const ZERO = rational(0n);

/**
 * How the weights of B, in A's order, differ from A's: for every unit that stands for one, layer by layer.
 * Weights from units that have no partner count for the sums alone.
 */
export function weightDifferences({ a, b, orders, isPaired }: AlignedPair): UnitDifference[] {
  return a.weights.flatMap((rows, layer) =>
    [...rows.keys()].flatMap((place) => {
      if (layer < orders.length && !isPaired(layer, place)) return [];
      const partner = layer < orders.length ? entry(entry(orders, layer), place) : place;
      const difference = differenceOf(
        rowAt(a, layer, place),
        rowAt(b, layer, place),
        (column) => layer === 0 || isPaired(layer - 1, column),
      );
      return [{ layer: layer + 1, unit: place, partner, ...difference }];
    }),
  );
}

/** A unit's incoming weights, and its bias after them. */
function rowAt({ weights, biases }: BiasedLayers, layer: number, unit: number): RationalVector {
  return entry(entry(weights, layer), unit).followedBy(entry(biases, layer).slice(unit, unit + 1));
}

/** The largest difference of two rows, and the sum of all, where columns count. */
function differenceOf(
  left: RationalVector,
  right: RationalVector,
  counts: (column: number) => boolean,
): Pick<UnitDifference, "weight" | "a" | "b" | "size" | "sum"> {
  const { numerators, denominator } = left.minus(right);
  const last = numerators.length - 1;
  let [place, most, sum] = [last, 0n, 0n];
  numerators.forEach((numerator, column) => {
    const size = magnitude(numerator);
    sum += size;
    if (column < last && !counts(column)) return;
    if (size > most) [place, most] = [column, size];
  });
  return {
    weight: place === last ? undefined : place,
    a: left.at(place),
    b: right.at(place),
    size: most === 0n ? ZERO : rational(most, denominator),
    sum: sum === 0n ? ZERO : rational(sum, denominator),
  };
}
