import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "./activationSymmetry.js";

/** What determines where the constants and linear parts can go that merging mirrored units leaves. */
export interface Place {
  readonly symmetry: ActivationSymmetry;
  /**
   * Whether the last coordinate of incoming vectors is that of the constant input 1. Then the next layer has
   * a bias, which takes constants. Nothing takes a linear part.
   */
  readonly hasBias: boolean;
}

/** Whether merging units at w and −w leaves something that the next layer's bias can't take. */
export function leavesRest({ symmetry: { constant, slope }, hasBias }: Place): boolean {
  return !slope.equals(0n) || (!constant.equals(0n) && !hasBias);
}

/**
 * What the next layer's bias takes if outgoing weights A move from −w to w: the constant part of A·p, where
 * p = 2c, or p(z) = −2l·z with the constant part −2l·b.
 */
export function constantLeft(
  moved: RationalVector,
  direction: RationalVector,
  { symmetry: { constant, slope }, hasBias }: Place,
): RationalVector {
  if (!hasBias) return RationalVector.zero(moved.dimension);
  const bias = direction.at(direction.dimension - 1);
  return moved.times(constant.sub(slope.mul(bias)).mul(2n));
}

/**
 * q: the part of A·p that the bias can't take is a multiple of A ⊗ q, where q = 1 if that is a constant, and
 * q is w, without the coordinate of the constant input, if it is linear.
 */
export function restOf(direction: RationalVector, { symmetry: { slope }, hasBias }: Place): RationalVector {
  if (slope.equals(0n)) return RationalVector.of([1n]);
  return hasBias ? direction.slice(0, -1) : direction;
}
