import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, parseRational, rational } from "../../exact/numbers/rational.js";
import { namedDerivatives } from "../../landscape/activations/namedDerivatives.js";

type Slope = (x: Interval) => Interval;

const [ZERO, ONE] = [rational(0n), rational(1n)];

const SMOOTH = {
  silu: namedDerivatives("silu").derivative,
  gelu: namedDerivatives("gelu").derivative,
  gaussian: namedDerivatives("gaussian").derivative,
};

/**
 * σ' by the names of `namedValues`, where `namedDerivatives` has none or a wide one. A product encloses its
 * image poorly if the argument is wide; then the bounds for all arguments help:
 *
 * - silu'(z) = s + z·s(1 − s), s = sigmoid(z). As silu'(−z) = 1 − silu'(z), one bound gives the other. Its
 *   maximum 1.0998… is at z = 2.3994…, where silu'' = s(1 − s)(2 + z(1 − 2s)) is 0 (Elfwing et al. 2018, §2).
 * - gelu'(z) = Φ(z) + z·φ(z), whose derivative (2 − z²)φ(z) is 0 at ±√2 alone: Φ(√2) + √2·φ(√2) = 1.1289…
 * - |−2z·e^(−z²)| is largest at z² = 1/2: √(2/e) = 0.8577…
 */
const SLOPES: ReadonlyMap<string, Slope> = new Map<string, Slope>(
  Object.entries<Slope>({
    softsign: (x) => {
      const base = pointLike(ONE, x).plus(x.absolute());
      return pointLike(ONE, x).dividedBy(base.power(2));
    },
    silu: (x) => within(SMOOTH.silu(x), between(-1n, 11n, 10n, x)),
    gelu: (x) => within(SMOOTH.gelu(x), between(-13n, 113n, 100n, x)),
    gaussian: (x) => within(SMOOTH.gaussian(x), between(-86n, 86n, 100n, x)),
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
  return namedDerivatives(name).derivative;
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
