import { entry } from "../../exact/entry.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "./activationSymmetry.js";

/** 1 for w, −1 for −w. */
export type Side = 1 | -1;

/** The units of a class in sum: A⁺σ(z) + A⁻σ(−z), where z = w · x. */
export interface Sums {
  /** w, whose first nonzero coordinate is positive. */
  readonly direction: RationalVector;
  /** A⁺ */
  readonly plus: RationalVector;
  /** A⁻ */
  readonly minus: RationalVector;
  /** The side of the class's first unit. */
  readonly firstSide: Side;
}

/** Whether there is output on both sides. */
export function isPair({ plus, minus }: Sums): boolean {
  return !plus.isZero() && !minus.isZero();
}

/** The side that has output; that of the first unit if both have. */
export function preferredSide({ plus, minus, firstSide }: Sums): Side {
  return minus.isZero() ? 1 : plus.isZero() ? -1 : firstSide;
}

/** The same with the names of w and −w exchanged. */
export function turned({ direction, plus, minus, firstSide }: Sums): Sums {
  const side = firstSide === 1 ? -1 : 1;
  return { direction: direction.negated(), plus: minus, minus: plus, firstSide: side };
}

/**
 * An amount A moved from −w to w: A⁺σ(z) + A⁻σ(−z) = (A⁺ ± A)σ(z) + (A⁻ − A)σ(−z) + A·p(z), where p is a
 * constant and the sign − for an odd part, and p is linear and the sign + for an even one.
 */
export function moved(sums: Sums, amount: RationalVector, { parity }: ActivationSymmetry): Sums {
  const change = parity === "odd" ? amount.negated() : amount;
  return { ...sums, plus: sums.plus.plus(change), minus: sums.minus.minus(amount) };
}

/** The places of classes in an order that depends on their directions alone. */
export function inOrderOfDirection(classes: readonly Sums[]): number[] {
  const keys = classes.map(({ direction }) => direction.key);
  return [...keys.keys()].sort((left, right) => (entry(keys, left) < entry(keys, right) ? -1 : 1));
}
