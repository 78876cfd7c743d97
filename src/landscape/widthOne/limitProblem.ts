import { Interval } from "../../exact/intervals/interval.js";
import { gcd } from "../../exact/numbers/integer.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { multiple, shapes } from "./shapes.js";
import type { TeacherGrid } from "./teacherGrid.js";

/**
 * What R tends to along w = w_0 + t·d as t → ∞, for a lattice direction d = (p, q): τ tends to ½ or −½ at all
 * data but those with d·x = 0, which are k·(−q, p)/4. So the limit depends on ζ = w_0·(−q, p)/4 alone,
 * through τ(kζ). For other directions it is constant near them.
 *
 * With A = A_∞ + 2Σ_k η_kτ(kζ) and B = B_∞ + 2Σ_k τ(kζ)², the limit Σy²/2 − A²/(2B) has a derivative of the
 * sign of F = A·P − B·Q, where P = Σkττ' and Q = Σkη_kτ', and F' = A·P' − B·Q' − 2PQ.
 */
export interface LimitProblem {
  readonly direction: readonly [p: bigint, q: bigint];
  /** η_k for k = 1, 2, …; −k has −η_k. */
  readonly line: readonly Interval[];
  /** A_∞ and B_∞. */
  readonly a: Interval;
  readonly b: Interval;
}

/** The limit problems of all lattice directions (p, q) that are orthogonal to a datum. */
export function* limitProblems(grid: TeacherGrid): Generator<LimitProblem> {
  const { reach } = grid;
  for (let p = -reach; p <= reach; p += 1n) {
    for (let q = -reach; q <= reach; q += 1n) if (gcd(p, q) === 1n) yield limitProblem(grid, p, q);
  }
}

function limitProblem({ points, count, units, precision }: TeacherGrid, p: bigint, q: bigint): LimitProblem {
  let a = Interval.enclosing(rational(count * units, 4n), precision);
  const line: Interval[] = [];
  for (const { i, j, odd } of points) {
    const side = p * i + q * j;
    // Both x and −x have ητ = ±η/2.
    if (side !== 0n) a = a.plus(side > 0n ? odd : odd.negated());
    else line.push(p * j - q * i > 0n ? odd : odd.negated());
  }
  const b = Interval.enclosing(rational(2n * count - 2n * BigInt(line.length) - 1n, 4n), precision);
  return { direction: [p, q], line, a, b };
}

/** Beyond |ζ| = 2 the sign of F is that of ζ, if a*·τ(2) exceeds all |η_k|. */
const END = 2n;

/** Cells are no narrower than 4/2^14. */
const DEEPEST = 14n;

/** A cell from place/2^depth to (place + 1)/2^depth, times 4, less 2. */
interface Range {
  readonly place: bigint;
  readonly depth: bigint;
}

/**
 * Whether the limit is proved to have one critical point, a minimum: from left to right F is negative on some
 * cells, then rises on one or more, then is positive.
 *
 * @param least a bound below all a*.
 */
export function hasOneMinimum(problem: LimitProblem, least: Interval): boolean {
  if (!isDecidedBeyond(problem, least)) return false;
  const left: Range[] = [{ place: 0n, depth: 0n }];
  let signs = "";
  for (let range = left.pop(); range !== undefined; range = left.pop()) {
    const sign = signOn(problem, range);
    if (sign !== undefined) signs += sign;
    else {
      const { place, depth } = range;
      if (depth === DEEPEST) return false;
      left.push({ place: 2n * place + 1n, depth: depth + 1n }, { place: 2n * place, depth: depth + 1n });
    }
  }
  return /^-*r+\+*$/.test(signs);
}

function isDecidedBeyond({ line, b }: LimitProblem, least: Interval): boolean {
  const { tau } = shapes(Interval.of(END, END, 0).atPrecision(b.precision));
  const reach = least.times(tau);
  return line.every((odd) => reach.lower > odd.absolute().upper);
}

/** "-" or "+" if F has this sign on the range, "r" if F' > 0 on it; undefined if none is proved. */
function signOn({ line, a, b }: LimitProblem, { place, depth }: Range): string | undefined {
  const { precision } = b;
  const at = (index: bigint): Rational => rational(4n * index, 1n << depth).sub(END);
  const zeta = Interval.between(at(place), at(place + 1n), precision);
  const zero = Interval.of(0n, 0n, precision);
  const sums = { a, b, p: zero, q: zero, pSlope: zero, qSlope: zero };
  for (const [index, odd] of line.entries()) {
    const k = BigInt(index + 1);
    const { tau, slope, drift, bend } = shapes(multiple(zeta, k));
    sums.a = sums.a.plus(odd.times(tau).scaled(1));
    sums.b = sums.b.plus(tau.power(2).scaled(1));
    sums.p = sums.p.plus(multiple(drift, k));
    sums.q = sums.q.plus(multiple(odd.times(slope), k));
    sums.pSlope = sums.pSlope.plus(multiple(bend, k * k));
    sums.qSlope = sums.qSlope.minus(multiple(odd.times(drift), 2n * k * k));
  }
  const value = sums.a.times(sums.p).minus(sums.b.times(sums.q));
  if (value.sign === 1) return "+";
  if (value.sign === -1) return "-";
  const products = sums.a.times(sums.pSlope).minus(sums.b.times(sums.qSlope));
  return products.minus(sums.p.times(sums.q).scaled(1)).sign === 1 ? "r" : undefined;
}
