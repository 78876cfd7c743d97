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
