import { entry, lastEntry } from "../exact/entry.js";
import type { LowestTerms } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { CoordinateMap } from "./foundNetwork.js";

/** A layer W·x + b by its exact rows; without bias if b is undefined. */
export interface ExactLayer {
  readonly rows: readonly RationalVector[];
  readonly bias: RationalVector | undefined;
}

/**
 * The layers that compute the same with what is done to inputs and outputs inside: W·(s∘x + t) + b is
 * (W·diag s)·x + (W·t + b), and s∘(W·x + b) + t is (diag s·W)·x + (s∘b + t). Exact.
 *
 * @throws RangeError if a map has another number of coordinates than the layer.
 */
export function folded(
  layers: readonly ExactLayer[],
  before: CoordinateMap | undefined,
  after: CoordinateMap | undefined,
): ExactLayer[] {
  const inside = [...layers];
  if (before !== undefined) inside[0] = afterMap(before, entry(inside, 0));
  if (after !== undefined) inside[inside.length - 1] = beforeMap(lastEntry(inside), after);
  return inside;
}

/** The layer after a map of its inputs. */
function afterMap({ scale, shift }: CoordinateMap, { rows, bias }: ExactLayer): ExactLayer {
  const moved = RationalVector.fromLowestTerms(shift);
  const added = RationalVector.fromRationals(rows.map((row) => row.dot(moved)));
  return { rows: rows.map((row) => productOf(row, scale)), bias: sumOf(bias, added) };
}

/** The layer before a map of its outputs. */
function beforeMap({ rows, bias }: ExactLayer, { scale, shift }: CoordinateMap): ExactLayer {
  const factors = RationalVector.fromLowestTerms(scale).toRationals();
  if (factors.length !== rows.length)
    throw new RangeError(`${factors.length} factors of ${rows.length} rows`);
  return {
    rows: rows.map((row, index) => row.times(entry(factors, index))),
    bias: sumOf(
      bias === undefined ? undefined : productOf(bias, scale),
      RationalVector.fromLowestTerms(shift),
    ),
  };
}

/** A layer without bias gets none from a sum that is 0. */
function sumOf(bias: RationalVector | undefined, added: RationalVector): RationalVector | undefined {
  if (bias !== undefined) return bias.plus(added);
  return added.isZero() ? undefined : added;
}

/** The product coordinate by coordinate. */
function productOf(vector: RationalVector, scale: readonly LowestTerms[]): RationalVector {
  if (scale.length !== vector.dimension)
    throw new RangeError(`${scale.length} factors of ${vector.dimension}`);
  const factors = RationalVector.fromLowestTerms(scale);
  return RationalVector.of(
    vector.numerators.map((numerator, index) => numerator * entry(factors.numerators, index)),
    vector.denominator * factors.denominator,
  );
}
