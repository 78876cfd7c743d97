import { Interval } from "../../exact/intervals/interval.js";
import { bitLength, squareRoot } from "../../exact/numbers/integer.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { PRECISION } from "./affineRows.js";
import type { InputBall } from "./inputBox.js";

/**
 * The part of an interval that {@link ballRange} allows, where the inputs are those of a ball.
 *
 * @param range holds w·x + b for all x of the least box that holds the ball.
 */
export function withinBall(range: Interval, row: RationalVector, ball: InputBall | undefined): Interval {
  if (ball === undefined) return range;
  const both = range.intersection(ballRange(row, ball));
  if (both === undefined) throw new RangeError("two enclosures of one range don't meet");
  return both;
}

/**
 * An interval that holds w·x + b for all x of a ball: by Cauchy–Schwarz w·c + b ± |w|·R, rounded outwards.
 *
 * @param row w, followed by b if it has one entry more than the ball has dimensions.
 */
export function ballRange(row: RationalVector, { center, radius }: InputBall): Interval {
  const { dimension } = center;
  const weights = row.slice(0, dimension);
  const constant = row.dimension > dimension ? row.at(dimension) : rational(0n);
  const middle = weights.dot(center).add(constant);
  const reach = lengthAbove(weights).mul(radius);
  return Interval.between(middle.sub(reach), middle.add(reach), PRECISION);
}

/** A number that is at least |w|, and |w| itself where the square root is found exactly. */
function lengthAbove({ numerators, denominator }: RationalVector): Rational {
  const square = numerators.reduce((sum, numerator) => sum + numerator * numerator, 0n);
  const missing = BigInt(PRECISION) - BigInt(bitLength(square)) / 2n;
  const bits = missing > 0n ? missing : 0n;
  const scaled = square << (2n * bits);
  const root = squareRoot(scaled);
  const above = root * root === scaled ? root : root + 1n;
  return rational(above, denominator << bits);
}
