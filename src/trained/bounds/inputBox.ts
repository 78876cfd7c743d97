import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, formatRational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";

/**
 * The inputs x with lower_j ≤ x_j ≤ upper_j for all j.
 *
 * @example inputBox(rational(-5n), rational(5n), 2).lower.key === "-5,-5"
 */
export interface InputBox {
  readonly lower: RationalVector;
  readonly upper: RationalVector;
  /** The inputs that count, if they are those of a ball: the box is the least that holds it. */
  readonly ball?: InputBall;
}

/**
 * The inputs x with |x − center| ≤ radius, in the Euclidean norm.
 *
 * @example ballBox(rational(1n), RationalVector.parse("0", "2")).ball?.radius.n === 1n
 */
export interface InputBall {
  readonly center: RationalVector;
  readonly radius: Rational;
}

/**
 * A ball of inputs, as the least box that holds it.
 *
 * @throws InputError if the radius is negative.
 * @example ballBox(rational(2n), RationalVector.parse("1", "0")).upper.key === "3,2"
 */
export function ballBox(radius: Rational, center: RationalVector): InputBox {
  requireArguments({ rational: { radius }, vector: { center } });
  if (radius.compare(0n) < 0)
    throw new InputError(`the radius ${formatRational(radius)} is negative`, "give 0 or more");
  const moved = (sign: 1n | -1n): RationalVector =>
    RationalVector.fromRationals(center.toRationals().map((value) => value.add(radius.mul(sign))));
  return speaking({ lower: moved(-1n), upper: moved(1n), ball: { center, radius } });
}

/**
 * The box [low, high]^dimension.
 *
 * @throws InputError if low > high.
 * @example inputBox(rational(-1n), rational(1n), 3).upper.dimension === 3
 */
export function inputBox(low: Rational, high: Rational, dimension: number): InputBox {
  requireArguments({ rational: { low, high }, size: { dimension } });
  if (low.compare(high) > 0) {
    throw new InputError(
      `a box from ${formatRational(low)} to ${formatRational(high)} is empty`,
      "give the lower end first",
    );
  }
  const corner = (end: Rational): RationalVector =>
    RationalVector.fromRationals(new Array<Rational>(dimension).fill(end));
  return speaking({ lower: corner(low), upper: corner(high) });
}
