import { errorFunction } from "../../exact/intervals/errorFunction.js";
import { exponential } from "../../exact/intervals/exponential.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, parseRational, rational } from "../../exact/numbers/rational.js";
import { realActivation } from "../../landscape/activations/realActivation.js";
import { sigmoid, sigmoidSlope } from "../../landscape/activations/sigmoid.js";

type Slope = (x: Interval) => Interval;

const [ZERO, ONE] = [rational(0n), rational(1n)];

/**
 * σ' by the names of `namedValues`, where `realActivation` has none. A product encloses its image poorly if
 * the argument is wide; then the bounds for all arguments help:
 *
 * - silu'(z) = s + z·s(1 − s), s = sigmoid(z). As silu'(−z) = 1 − silu'(z), one bound gives the other. Its
 *   maximum 1.0998… is at z = 2.3994…, where silu'' = s(1 − s)(2 + z(1 − 2s)) is 0 (Elfwing et al. 2018, §2).
 * - gelu'(z) = Φ(z) + z·φ(z), whose derivative (2 − z²)φ(z) is 0 at ±√2 alone: Φ(√2) + √2·φ(√2) = 1.1289…
 * - |−2z·e^(−z²)| is largest at z² = 1/2: √(2/e) = 0.8577…
 */
const SLOPES: ReadonlyMap<string, Slope> = new Map<string, Slope>(
  Object.entries<Slope>({
    erf: (x) => exponential(x.power(2).negated()).times(between(11_283n, 11_284n, 10_000n, x)),
    arctan: (x) => pointLike(ONE, x).dividedBy(pointLike(ONE, x).plus(x.power(2))),
    softsign: (x) => {
      const base = pointLike(ONE, x).plus(x.absolute());
      return pointLike(ONE, x).dividedBy(base.power(2));
    },
    silu: (x) => within(sigmoid(x).plus(x.times(sigmoidSlope(x))), between(-1n, 11n, 10n, x)),
    gelu: (x) => within(normal(x).plus(x.times(bell(x))), between(-13n, 113n, 100n, x)),
    gaussian: (x) =>
      within(
        x
          .times(exponential(x.power(2).negated()))
          .scaled(1)
          .negated(),
        between(-86n, 86n, 100n, x),
      ),
    relu: (x) => kinked(x, ZERO),
  }),
);

/** An enclosure of the slopes of an activation, by the name that `namedValues` gives it. */
export function namedSlope(name: string): Slope {
  const leaky = /^leaky:(.*)$/.exec(name)?.[1];
  if (leaky !== undefined) {
    const alpha = parseRational(leaky);
    return (x) => kinked(x, alpha);
  }
  const slope = SLOPES.get(name);
  if (slope !== undefined) return slope;
  // Sigmoid, tanh and softplus, whose derivatives are known there.
  return realActivation(name).derivative;
}

function pointLike(value: Rational, { precision }: Interval): Interval {
  return Interval.enclosing(value, precision);
}

/** [from/denominator, to/denominator], at the precision of x. */
function between(from: bigint, to: bigint, denominator: bigint, { precision }: Interval): Interval {
  return Interval.between(rational(from, denominator), rational(to, denominator), precision);
}

/** The intersection of two intervals that hold one set. */
function within(image: Interval, bounds: Interval): Interval {
  const both = image.intersection(bounds);
  if (both === undefined) throw new RangeError(`the slopes ${String(image)} are out of their bounds`);
  return both;
}

/** 1 above 0, and α below. */
function kinked(x: Interval, alpha: Rational): Interval {
  if (x.lower >= 0n) return pointLike(ONE, x);
  const below = pointLike(alpha, x);
  return x.upper <= 0n ? below : below.hull(pointLike(ONE, x));
}

/** √(1/2) to five places, since a slope needs no more. */
function rootOfHalf(x: Interval): Interval {
  return between(70_710n, 70_711n, 100_000n, x);
}

/** Φ(z) = (1 + erf(z/√2))/2. */
function normal(x: Interval): Interval {
  return pointLike(ONE, x)
    .plus(errorFunction(x.times(rootOfHalf(x))))
    .scaled(-1);
}

/** φ(z) = e^(−z²/2)/√(2π), with 1/√(2π) = 0.398942… */
function bell(x: Interval): Interval {
  return exponential(x.power(2).scaled(-1).negated()).times(between(398_942n, 398_943n, 1_000_000n, x));
}
