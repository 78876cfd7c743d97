import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { type Rectangle, fieldOn, leastStretch } from "./monotoneField.js";
import { isInSquare } from "./squareParts.js";
import type { TeacherGrid } from "./teacherGrid.js";

/** A critical point in a list: no coordinate of w differs from the center's by more than the radius. */
export interface ListedPoint {
  readonly center: readonly [Rational, Rational];
  readonly radius: Rational;
  /** The number of negative eigenvalues of the loss's Hessian with respect to (w, a). */
  readonly negative: bigint;
}

/** What is proved of it. */
export interface ProvedPoint {
  readonly outgoing: Interval;
  /** L = ½Σ(aσ(w·x) − y)². */
  readonly loss: Interval;
}

/**
 * Whether the box of a point, in the square, holds exactly one zero of G, of the given index.
 *
 * Let v·DG·v ≥ λ|v|² on the box, which holds the disc |v| ≤ ρ about its center c. For |v| = ρ, v·G(c + v) ≥
 * λρ² − ρ|G(c)|. If that is positive, G points out of the disc all around, so it has a zero there
 * (Poincaré–Bohl); and G takes no value twice in the box. As L = R(w) + ½B(w)(a − a*(w))² with B > 0, the
 * Hessian of L has the signs of DG and one more positive: none is negative where DG is positive definite.
 *
 * @returns why not, in words, or what else is known of the point.
 */
export function provePoint(
  grid: TeacherGrid,
  { center, radius, negative }: ListedPoint,
): ProvedPoint | string {
  const box = rectangleAbout(center, radius, grid.precision);
  if (!isInSquare(box)) return "the box reaches out of the square";
  const field = fieldOn(grid, box);
  const stretch = leastStretch(field);
  if (stretch.compare(0n) <= 0) return "the field isn't proved to be monotone in the box";
  const [first, second] = fieldOn(grid, rectangleAbout(center, rational(0n), grid.precision)).value;
  const [most, other] = [first.magnitude, second.magnitude];
  const size = most.mul(most).add(other.mul(other));
  const pull = stretch.mul(radius).div(4n);
  if (size.compare(pull.mul(pull)) >= 0) return "the field isn't proved to point out of the box";
  if (negative !== 0n) return `index ${negative}, where the Hessian is positive definite`;
  const outgoing = field.a.dividedBy(field.b);
  return { outgoing, loss: squaredTargets(grid).minus(outgoing.times(field.a)).scaled(-1) };
}

/** All u = w/4 with w within the radius. */
function rectangleAbout(
  [first, second]: readonly [Rational, Rational],
  radius: Rational,
  precision: number,
): Rectangle {
  const side = (middle: Rational): Interval =>
    Interval.between(middle.sub(radius).div(4n), middle.add(radius).div(4n), precision);
  return [side(first), side(second)];
}

/** Σy² = Nk²/4 + Ση². */
function squaredTargets({ points, count, units, precision }: TeacherGrid): Interval {
  const squares = Interval.sum(
    points.map(({ odd }) => odd.power(2)),
    precision,
  );
  return squares.scaled(1).plus(Interval.enclosing(rational(count * units * units, 4n), precision));
}
