import { errorFunction } from "../../exact/intervals/errorFunction.js";
import { exponential } from "../../exact/intervals/exponential.js";
import { Interval } from "../../exact/intervals/interval.js";
import { inverseTangent } from "../../exact/intervals/inverseTangent.js";
import { increasing } from "../../exact/intervals/monotone.js";
import { squareRoot } from "../../exact/numbers/integer.js";
import { type Rational, parseRational, rational } from "../../exact/numbers/rational.js";
import { parseSymmetry } from "../../network/activations/namedSymmetries.js";
import { type RealActivation, realActivation } from "./realActivation.js";
import { sigmoid } from "./sigmoid.js";

/**
 * The values alone: not all activations have two derivatives.
 *
 * @example boundedActivation("softsign").name === "softsign"
 */
export type ActivationValues = Pick<RealActivation, "name" | "value">;

/** Functions whose enclosures are products need not be tight on wide intervals. */
const VALUES: Readonly<Record<string, (x: Interval) => Interval>> = {
  erf: errorFunction,
  arctan: inverseTangent,
  softsign: (x) => increasing(x, (point) => point.dividedBy(oneLike(x).plus(point.absolute()))),
  silu: (x) => x.times(sigmoid(x)),
  gelu: (x) => {
    const root = x.times(rootOfHalf(x.precision));
    return x.times(oneLike(x).plus(errorFunction(root))).scaled(-1);
  },
  gaussian: (x) => exponential(x.power(2).negated()),
  relu: (x) => leakyRelu(x, rational(0n)),
};

/**
 * The values of an activation by the name that {@link parseSymmetry} reads, in enclosures of the argument's
 * precision.
 *
 * @throws InputError for a name that `parseSymmetry` refuses.
 * @example namedValues("softsign").value(Interval.of(1n, 1n, 0)) // [0, 1], around 1/2
 */
export function namedValues(text: string): ActivationValues {
  const { name } = parseSymmetry(text);
  const leaky = /^leaky:(.*)$/.exec(name)?.[1];
  if (leaky !== undefined) {
    const slope = parseRational(leaky);
    return { name, value: (x) => leakyRelu(x, slope) };
  }
  const value = VALUES[name];
  return value === undefined ? realActivation(name) : { name, value };
}

function oneLike({ precision }: Interval): Interval {
  return Interval.of(1n, 1n, 0).atPrecision(precision);
}

/**
 * √(1/2), between neighbouring units: the square root of 2^(2p−1), rounded down, and the next.
 *
 * @example rootOfHalf(4) // [11/16, 12/16]
 */
export function rootOfHalf(precision: number): Interval {
  const root = squareRoot((1n << BigInt(2 * precision)) >> 1n);
  return Interval.of(root, root + 1n, precision);
}

/** z above 0 and α·z below. */
function leakyRelu(x: Interval, slope: Rational): Interval {
  const { lower, upper, precision } = x;
  if (lower >= 0n) return x;
  const below = Interval.of(lower, upper < 0n ? upper : 0n, precision);
  const image = below.times(Interval.enclosing(slope, precision));
  return upper <= 0n ? image : image.hull(Interval.of(0n, upper, precision));
}
