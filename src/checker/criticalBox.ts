import { type Interval, NOUGHT, enclosing, greater, multiple, plus } from "./interval.js";
import { type Vector, pairings } from "./matrix.js";
import { type Rational, entry } from "./values.js";
import { demand } from "./verdict.js";

/** All points that are no farther than `box` from this one, in any coordinate. */
export function widened(point: readonly Interval[], box: Rational): Interval[] {
  const { lo } = enclosing({ n: -box.n, d: box.d });
  return point.map((x) => plus(x, { lo, hi: -lo }));
}

/** Values of a quadratic form on pairs of vectors, and by how much each row is dominant. */
export type Dominance = Readonly<{ vectors: readonly Vector[]; values: readonly Vector[]; margins: Vector }>;
type Triangle = readonly (readonly Interval[])[];

/**
 * The values x_i·H·x_j, doubled, for the midpoints of the entries of H; and by how much row i is at least
 * dominant for every H: its value on the diagonal, less the others, less all errors |x_i|·r·|x_j|, where r
 * bounds those of the entries of H.
 */
export function dominance(triangle: Triangle, vectors: readonly Vector[], at: string): Dominance {
  const middle = triangle.map((_, i) =>
    triangle.map((__, j) => {
      const { lo, hi } = i < j ? entry(entry(triangle, j), i) : entry(entry(triangle, i), j);
      return lo + hi;
    }),
  );
  const r = triangle.flat().reduce((most, { lo, hi }) => greater(most, hi - lo), 0n);
  const values = pairings(pairings(vectors, middle), vectors);
  const sizes = vectors.map(size);
  const margins = values.map((row, i) => {
    return 2n * size([entry(row, i)]) - size(row) - r * entry(sizes, i) * size(sizes);
  });
  const areDominant = margins.every((margin) => margin > 0n);
  demand(areDominant, "congruence", at, "not strictly diagonally dominant");
  return { vectors, values, margins };
}

/** Whether the box about a point, where the gradient lies in these intervals, must hold a critical one. */
export function demandInclusion(gradient: readonly Interval[], signs: Dominance, box: Rational): void {
  const { vectors, margins } = signs;
  const spread = vectors.map((_, p) => size(vectors.map((vector) => entry(vector, p)))).reduce(greater);
  const isInside = vectors.every((vector, i) => {
    const slope = vector.reduce<Interval>((s, x, p) => plus(s, multiple(entry(gradient, p), x)), NOUGHT);
    // The gradient is in units of 2^−256, and margins are in halves of these.
    return 2n * greater(-slope.lo, slope.hi) * spread * box.d < box.n * entry(margins, i);
  });
  demand(isInside, "inclusion", "body", "the gradient is too large for a critical point in this box");
}

/** Σ |x_k|. */
function size(vector: Vector): bigint {
  return vector.reduce((total, x) => total + (x < 0n ? -x : x), 0n);
}
