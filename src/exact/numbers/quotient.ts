import { requireArguments, speaking } from "../plainJavaScript.js";

/**
 * A rational as a computation leaves it, not necessarily in lowest terms. For comparing numbers whose common
 * factors would take longer to find than the comparison takes.
 *
 * @example quotientOf(2n, 4n).numerator === 2n
 */
export interface Quotient {
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;
}

/**
 * The quotient of two integers.
 *
 * @throws RangeError unless the denominator is positive.
 * @example quotientOf(2n, 4n) // { numerator: 2n, denominator: 4n }
 */
export function quotientOf(numerator: bigint, denominator = 1n): Quotient {
  if (typeof numerator !== "bigint" || typeof denominator !== "bigint")
    requireArguments({ integer: { numerator, denominator } });
  if (denominator <= 0n) throw new RangeError(`the denominator ${denominator} is not positive`);
  return speaking({ numerator, denominator });
}

/**
 * The product of quotients.
 *
 * @example isAtMost(product(quotientOf(1n, 2n), quotientOf(2n, 3n)), quotientOf(1n, 3n)) === true
 */
export function product(...factors: readonly Quotient[]): Quotient {
  let numerator = 1n;
  let denominator = 1n;
  for (const factor of factors) {
    numerator *= factor.numerator;
    denominator *= factor.denominator;
  }
  return speaking({ numerator, denominator });
}

/** 1/x if x > 0; undefined otherwise. */
export function inverse({ numerator, denominator }: Quotient): Quotient | undefined {
  return numerator > 0n ? speaking({ numerator: denominator, denominator: numerator }) : undefined;
}

/**
 * Whether left ≤ right.
 *
 * @example isAtMost(quotientOf(1n, 2n), quotientOf(2n, 4n)) === true
 */
export function isAtMost(left: Quotient, right: Quotient): boolean {
  requireArguments({ quotient: { left, right } });
  // Long powers are often common denominators, and comparing them is faster than multiplying.
  if (left.denominator === right.denominator) return left.numerator <= right.numerator;
  return left.numerator * right.denominator <= right.numerator * left.denominator;
}

/**
 * Bounds of a number; `upper` is undefined if no upper bound is known.
 *
 * @example shareOntoBounds(2, 3).upper // { numerator: 6n, denominator: 8n }
 */
export interface Bounds {
  readonly lower: Quotient;
  readonly upper: Quotient | undefined;
}

/**
 * On which side a value leaves its bounds; undefined if it is within them, ends included.
 *
 * @example outside(quotientOf(1n), { lower: quotientOf(0n), upper: quotientOf(1n, 2n) }) === "above"
 */
export function outside(value: Quotient, { lower, upper }: Bounds): "above" | "below" | undefined {
  if (!isAtMost(lower, value)) return "below";
  return upper === undefined || isAtMost(value, upper) ? undefined : "above";
}
