import { factorial } from "../../combinatorics/counts/factorial.js";
import { tangentNumbers } from "../../combinatorics/counts/tangentNumbers.js";
import { requireSize } from "../../combinatorics/requireSize.js";
import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";

/** Coefficients of x^0, x^1, …, as many as are asked for. */
type Series = readonly Rational[];

const [ZERO, ONE] = [rational(0n), rational(1n)];

/**
 * The power series at 0 of ρ, where an activation is σ(z) = c + l·z + ρ(z), without the constant term and up
 * to a positive factor: 2/√π for erf, 1/√(2π) for GELU, and 1 for the others.
 */
export type SeriesOf = (order: number) => Series;

/**
 * From differential equations with rational coefficients. Both sides of y' = a − y² with y(0) = 0 belong to
 * −y(−x), too, so y is odd; and that of y' = −cxy to y(−x), so y is even.
 *
 * @example SERIES_BY_EQUATIONS.get("arctan")?.(3) // [0, 1, 0, -1/3]
 */
export const SERIES_BY_EQUATIONS: ReadonlyMap<string, SeriesOf> = new Map<string, SeriesOf>([
  ["tanh", (order) => riccati(ONE, order)],
  ["sigmoid", (order) => riccati(rational(1n, 4n), order)],
  ["softplus", (order) => integral(riccati(rational(1n, 4n), order - 1))],
  ["silu", (order) => timesArgument(riccati(rational(1n, 4n), order - 1))],
  ["arctan", reciprocalOfSquares],
  ["gaussian", (order) => withoutConstant(bell(2n, order))],
  ["erf", (order) => integral(bell(2n, order - 1))],
  ["gelu", (order) => timesArgument(integral(bell(1n, order - 2)))],
]);

/**
 * The same series in closed form. Their coefficients of one parity are quotients of positive integers with
 * alternating signs: those of tanh are T_k/(2k − 1)! with the tangent numbers T_k ≥ 1.
 */
export const SERIES_IN_CLOSED_FORM: ReadonlyMap<string, SeriesOf> = new Map<string, SeriesOf>([
  ["tanh", (order) => tangentSeries(order, (k) => factorial(2 * k - 1), 1)],
  ["sigmoid", (order) => tangentSeries(order, (k) => 4n ** BigInt(k) * factorial(2 * k - 1), 1)],
  ["softplus", (order) => tangentSeries(order, (k) => 4n ** BigInt(k) * factorial(2 * k), 0)],
  ["silu", (order) => tangentSeries(order, (k) => 4n ** BigInt(k) * factorial(2 * k - 1), 0)],
  ["arctan", (order) => alternating(order, 1, (k) => BigInt(2 * k + 1))],
  ["gaussian", (order) => withoutConstant(alternating(order, 0, factorial))],
  ["erf", (order) => alternating(order, 1, (k) => factorial(k) * BigInt(2 * k + 1))],
  ["gelu", (order) => alternating(order, 2, (k) => 2n ** BigInt(k) * factorial(k) * BigInt(2 * k + 1))],
]);

/** y' = a − y², y(0) = 0. */
function riccati(a: Rational, order: number): Series {
  return solved(order, ZERO, (y, n) =>
    y.reduce((sum, value, index) => sum.sub(value.mul(entry(y, n - index))), n === 0 ? a : ZERO),
  );
}

/** y' = −cxy, y(0) = 1: e^{−cx²/2}. */
function bell(c: bigint, order: number): Series {
  return solved(order, ONE, (y, n) => (n === 0 ? ZERO : entry(y, n - 1).mul(-c)));
}

/** (1 + x²)y' = 1, y(0) = 0: y'_n = [n = 0] − y'_{n−2}. */
function reciprocalOfSquares(order: number): Series {
  return solved(order, ZERO, (y, n) => (n === 0 ? ONE : entry(y, n - 1).mul(BigInt(1 - n))));
}

/** The series whose derivative has the given coefficient of x^n, from those of x^0, …, x^n before. */
function solved(order: number, start: Rational, slope: (y: Series, n: number) => Rational): Series {
  requireSize("order", order);
  const y = [start];
  for (let n = 0; n < order; n += 1) y.push(slope(y, n).div(BigInt(n + 1)));
  return y;
}

function integral(series: Series): Series {
  return [ZERO, ...series.map((value, n) => value.div(BigInt(n + 1)))];
}

function timesArgument(series: Series): Series {
  return [ZERO, ...series];
}

function withoutConstant([, ...others]: Series): Series {
  return [ZERO, ...others];
}

/** Σ_k (−1)^k x^{first + 2k}/divisor(k). */
function alternating(order: number, first: number, divisor: (k: number) => bigint): Series {
  requireSize("order", order);
  return Array.from({ length: order + 1 }, (_, n) => {
    if (n < first || (n - first) % 2 === 1) return ZERO;
    const k = (n - first) >> 1;
    return rational(k % 2 === 0 ? 1n : -1n, divisor(k));
  });
}

/** Σ_{k≥1} (−1)^{k−1} T_k x^{2k − less}/divisor(k). */
function tangentSeries(order: number, divisor: (k: number) => bigint, less: 0 | 1): Series {
  const numbers = tangentNumbers((order + less) >> 1);
  const signs = alternating(order, 2 - less, () => 1n);
  return signs.map((sign, n) => {
    const k = (n + less) >> 1;
    return sign.equals(0n) ? ZERO : sign.mul(rational(entry(numbers, k - 1), divisor(k)));
  });
}
