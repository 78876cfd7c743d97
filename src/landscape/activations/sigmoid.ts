import { exponential } from "../../exact/intervals/exponential.js";
import { squareRoot } from "../../exact/numbers/integer.js";
import { Interval } from "../../exact/intervals/interval.js";
import { increasing } from "../../exact/intervals/monotone.js";
import { remembered } from "../../exact/intervals/remembered.js";
import { rational } from "../../exact/numbers/rational.js";

/** Extra bits that absorb the roundings of the few operations below. */
const GUARD = 8;

/**
 * σ(x) = 1/(1 + e^{−x}) for the numbers of an interval. At a point the width is at most two units. The
 * exponential is computed only at −|x|, so that no argument is too large.
 *
 * @example sigmoid(Interval.of(0n, 0n, 8)).contains(rational(1n, 2n)) === true
 */
export function sigmoid(x: Interval): Interval {
  return increasing(x, (point) => sigmoidAt(point).atPrecision(point.precision));
}

/**
 * σ'(x) = σ(x)(1 − σ(x)), which is even, and falls on either side of its maximum 1/4 at 0.
 *
 * @example sigmoidSlope(Interval.of(0n, 0n, 8)).contains(rational(1n, 4n)) === true
 */
export function sigmoidSlope(x: Interval): Interval {
  // It is an increasing function of −|x|.
  return increasing(x.absolute().negated(), (point) =>
    slopeOf(sigmoidAt(point)).atPrecision(point.precision),
  );
}

/**
 * σ''(x) = σ(x)(1 − σ(x))(1 − 2σ(x)), which is odd. From 0 to −∞ it rises from 0 to its maximum √3/18, where
 * σ' = 1/6, and then falls to 0, as σ''' = σ'(1 − 6σ').
 *
 * @example sigmoidCurvature(Interval.of(0n, 0n, 8)).contains(rational(0n)) === true
 */
export function sigmoidCurvature(x: Interval): Interval {
  const { lower, upper, precision } = x;
  const below = lower <= 0n ? [Interval.of(lower, upper < 0n ? upper : 0n, precision)] : [];
  const above = upper > 0n ? [Interval.of(lower > 0n ? lower : 0n, upper, precision)] : [];
  return [
    ...below.map(curvatureBelow),
    ...above.map((part) => curvatureBelow(part.negated()).negated()),
  ].reduce((hull, image) => hull.hull(image));
}

/** σ'' on an interval of numbers ≤ 0. The maximum bounds it if the interval may hold its place. */
function curvatureBelow({ lower, upper, precision }: Interval): Interval {
  const from = sigmoidAt(Interval.of(lower, lower, precision));
  const to = upper === lower ? from : sigmoidAt(Interval.of(upper, upper, precision));
  const ends = [from, to].map((value) => curvatureOf(value).atPrecision(precision));
  const sixth = Interval.enclosing(rational(1n, 6n), precision + GUARD);
  const monotone = slopeOf(from).compare(sixth) === 1 || slopeOf(to).compare(sixth) === -1;
  const values = monotone ? ends : [...ends, largestCurvature(precision)];
  return values.reduce((hull, value) => hull.hull(value));
}

/** √3/18, whose square is 1/108. */
function largestCurvature(precision: number): Interval {
  const root = squareRoot((1n << BigInt(2 * precision)) / 108n);
  return Interval.of(root, root + 1n, precision);
}

/** σ at a point, with extra bits. Its derivatives ask for it at the same points. */
const sigmoidAt = remembered((point) => {
  const x = point.atPrecision(point.precision + GUARD);
  const one = Interval.of(1n, 1n, 0).atPrecision(x.precision);
  const power = exponential(x.absolute().negated());
  return (x.lower < 0n ? power : one).dividedBy(one.plus(power));
});

/** σ' where σ has the value: σ(1 − σ). */
function slopeOf(value: Interval): Interval {
  return value.times(Interval.of(1n, 1n, 0).atPrecision(value.precision).minus(value));
}

/** σ'(1 − 2σ). */
function curvatureOf(value: Interval): Interval {
  const one = Interval.of(1n, 1n, 0).atPrecision(value.precision);
  return slopeOf(value).times(one.minus(value.scaled(1)));
}
