import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { FIGURE_GRID, figureTeacher } from "../../network/figureOne.js";
import { sigmoid } from "../activations/sigmoid.js";

/**
 * A point x = (i, j)/4 of the grid, and with it −x. The teacher is k/2 + η at x and k/2 − η at −x, where k is
 * its number of units, since σ(−z) = 1 − σ(z).
 */
export interface GridPoint {
  readonly i: bigint;
  readonly j: bigint;
  /** η. */
  readonly odd: Interval;
}

/**
 * Data of a teacher Σ_j σ(w_j·x) with the sigmoid σ and without biases on a square grid of spacing 1/4 about
 * 0, and the student a·σ(w·x) with one unit.
 *
 * With τ = σ − ½, which is odd, and sums over the whole grid of N points, Σyσ = A = kN/4 + Σητ and Σσ² = B =
 * N/4 + Στ², at τ = τ(w·x). As y > 0 and σ > 0, A > 0, and a = 0 is no critical point, as ∂L/∂a = −A there.
 * For each w the loss is least at a*(w) = A/B, and only there is ∂L/∂a = 0: critical points of L are those of
 * R(w) = L(w, a*(w)) = Σy²/2 − A²/(2B). As |τ| < ½,
 *
 *   k/2 − Σ|η|/N < a* < k + 2Σ|η|/N.
 */
export interface TeacherGrid {
  /** Half of the points without 0: one of x and −x. */
  readonly points: readonly GridPoint[];
  /** The largest |i| and |j|. */
  readonly reach: bigint;
  /** N. */
  readonly count: bigint;
  /** k. */
  readonly units: bigint;
  /** Σ|η| over the whole grid. */
  readonly spread: Interval;
  readonly precision: number;
}

/** The weights w_j of a unit of the teacher. */
export type TeacherUnit = readonly [Rational, Rational];

/** The data of Figures 1 and 5 of Şimşek et al. 2021. */
export function figureGrid(precision: number): TeacherGrid {
  const weights = figureTeacher.units.map(({ incoming }): TeacherUnit => [incoming.at(0), incoming.at(1)]);
  return teacherGrid(weights, FIGURE_GRID.reach, precision);
}

/** @param reach the largest |i| and |j|. */
export function teacherGrid(weights: readonly TeacherUnit[], reach: bigint, precision: number): TeacherGrid {
  const points = [...halfGrid(reach)].map(([i, j]) => ({ i, j, odd: oddPart(weights, i, j, precision) }));
  const spread = Interval.sum(
    points.map(({ odd }) => odd.absolute()),
    precision,
  ).scaled(1);
  return { points, reach, count: (2n * reach + 1n) ** 2n, units: BigInt(weights.length), spread, precision };
}

/** A bound below all a*: k/2 − Σ|η|/N. */
export function leastOutgoing({ count, units, spread, precision }: TeacherGrid): Interval {
  const share = spread.times(Interval.enclosing(rational(1n, count), precision));
  return Interval.enclosing(rational(units, 2n), precision).minus(share);
}

/** The points (i, j) after (0, 0) in lexicographic order. */
function* halfGrid(reach: bigint): Generator<readonly [bigint, bigint]> {
  for (let i = 0n; i <= reach; i += 1n) {
    for (let j = i === 0n ? 1n : -reach; j <= reach; j += 1n) yield [i, j];
  }
}

/** Σ_j (σ(w_j·x) − ½). */
function oddPart(weights: readonly TeacherUnit[], i: bigint, j: bigint, precision: number): Interval {
  const half = Interval.enclosing(rational(1n, 2n), precision);
  const terms = weights.map(([first, second]) => {
    const z = first.mul(i).add(second.mul(j)).div(FIGURE_GRID.divisor);
    return sigmoid(Interval.enclosing(z, precision)).minus(half);
  });
  return Interval.sum(terms, precision);
}
