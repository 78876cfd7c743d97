import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { multiple, shapes } from "./shapes.js";
import type { GridPoint, TeacherGrid } from "./teacherGrid.js";

/** A rectangle of u = w/4, so that z = w·x = u·(i, j) is an integer combination. */
export type Rectangle = readonly [Interval, Interval];

/**
 * The field G = A·P − B·Q on a rectangle, and the symmetric part of its derivative, where P = Σττ'n and Q =
 * Σητ'n with n = (i, j), and sums over the whole grid: ∇R = (A/B²)·G with respect to u. As ∂A = Q and ∂B =
 * 2P,
 *
 *   DG = PQᵀ − 2QPᵀ + A·Σ(τ'² + ττ'')nnᵀ − B·Σητ''nnᵀ,
 *
 * and τ'' = −2ττ'. At a zero of G the second derivative of R is (A/B²)·DG.
 */
export interface Field {
  readonly a: Interval;
  readonly b: Interval;
  readonly value: readonly [Interval, Interval];
  /** The diagonal, and the entry beside it. */
  readonly diagonal: readonly [Interval, Interval];
  readonly beside: Interval;
}

/** What is summed over the data, half of them. */
const SUMS = ["a", "b", "p1", "p2", "q1", "q2", "r11", "r12", "r22", "s11", "s12", "s22"] as const;

type Sums = Record<(typeof SUMS)[number], Interval>;

/** G and the symmetric part of DG at all points of a rectangle. */
export function fieldOn(grid: TeacherGrid, rectangle: Rectangle): Field {
  const { precision, count, units } = grid;
  const zero = Interval.of(0n, 0n, precision);
  const sums: Sums = {
    a: zero,
    b: zero,
    p1: zero,
    p2: zero,
    q1: zero,
    q2: zero,
    r11: zero,
    r12: zero,
    r22: zero,
    s11: zero,
    s12: zero,
    s22: zero,
  };
  for (const point of grid.points) addTerms(sums, point, rectangle);
  for (const name of SUMS) sums[name] = sums[name].scaled(1);
  const quarter = Interval.enclosing(rational(count, 4n), precision);
  const a = sums.a.plus(multiple(quarter, units));
  const b = sums.b.plus(quarter);
  const { p1, p2, q1, q2 } = sums;
  const second = (r: Interval, s: Interval): Interval => a.times(r).minus(b.times(s));
  return {
    a,
    b,
    value: [a.times(p1).minus(b.times(q1)), a.times(p2).minus(b.times(q2))],
    diagonal: [
      second(sums.r11, sums.s11).minus(p1.times(q1)),
      second(sums.r22, sums.s22).minus(p2.times(q2)),
    ],
    beside: second(sums.r12, sums.s12).minus(p1.times(q2).plus(p2.times(q1)).scaled(-1)),
  };
}

function addTerms(sums: Sums, { i, j, odd }: GridPoint, [first, second]: Rectangle): void {
  const { tau, slope, drift, bend } = shapes(multiple(first, i).plus(multiple(second, j)));
  const [pull, twist] = [odd.times(slope), odd.times(drift).scaled(1).negated()];
  sums.a = sums.a.plus(odd.times(tau));
  sums.b = sums.b.plus(tau.power(2));
  sums.p1 = sums.p1.plus(multiple(drift, i));
  sums.p2 = sums.p2.plus(multiple(drift, j));
  sums.q1 = sums.q1.plus(multiple(pull, i));
  sums.q2 = sums.q2.plus(multiple(pull, j));
  sums.r11 = sums.r11.plus(multiple(bend, i * i));
  sums.r12 = sums.r12.plus(multiple(bend, i * j));
  sums.r22 = sums.r22.plus(multiple(bend, j * j));
  sums.s11 = sums.s11.plus(multiple(twist, i * i));
  sums.s12 = sums.s12.plus(multiple(twist, i * j));
  sums.s22 = sums.s22.plus(multiple(twist, j * j));
}

/**
 * A number λ with v·DG·v ≥ λ|v|² for all v, on the whole rectangle: what the diagonal exceeds the entry
 * beside it by. Positive if and only if `isMonotone` is proved by dominance; undefined if that fails.
 */
export function leastStretch({ diagonal, beside }: Field): Rational {
  const [first, second] = diagonal;
  const least = first.lower < second.lower ? first : second;
  return least.lowerEnd.sub(beside.magnitude);
}

/** Whether v·DG·v > 0 for all v ≠ 0, on the whole rectangle. */
export function isMonotone({ diagonal, beside }: Field): boolean {
  const [{ lower: first }, { lower: second }] = diagonal;
  const other = beside.absolute().upper;
  return first > 0n && second > 0n && first * second > other * other;
}
