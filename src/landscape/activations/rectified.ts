import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { Activation } from "./activation.js";

/**
 * A rectified activation: σ(x) = ρ(x) for x > 0 and 0 for x ≤ 0, with ρ over Q, such as max(0, x) or max(0,
 * x)³/(1 + x²). Cooper (2018) also assumes that σ is smooth. No such σ is smooth at 0: if ρ has order k
 * there, σ is C^{k−1}.
 */
export interface Rectified {
  readonly name: string;
  /** ρ. */
  readonly positivePart: Activation;
  /** σ(x). @throws InputError if ρ has no value at x > 0. */
  readonly value: (x: Rational) => Rational;
}

/**
 * The rectified activation with a given positive part.
 *
 * @example rectifiedActivation(parseActivation("poly:0,1")).value(rational(-1n)).n === 0n
 */
export function rectifiedActivation(positivePart: Activation): Rectified {
  return {
    name: `rectified ${positivePart.name}`,
    positivePart,
    value: (x) => (isPositive(x) ? positivePart.derivative(0, x) : rational(0n)),
  };
}

/** Whether x > 0. */
export function isPositive(x: Rational): boolean {
  return x.compare(0n) > 0;
}
