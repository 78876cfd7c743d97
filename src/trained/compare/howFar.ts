import type { Rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { BoundedActivation } from "../bounds/boundedActivation.js";
import { dataDifference } from "../bounds/dataDifference.js";
import { differenceBound } from "../bounds/differenceBound.js";
import type { InputBox } from "../bounds/inputBox.js";
import type { AlignedPair } from "./alignedPair.js";
import { splitPair } from "./splitPair.js";

/** The inputs that count: all of a box, or those of a list. */
export type Inputs = { readonly box: InputBox } | { readonly inputs: readonly RationalVector[] };

/**
 * A proved bound on the difference of two networks on the inputs that count; undefined if their units are not
 * matched, which a bound over a box rests on.
 *
 * @throws InputError if inputs have another dimension, or the activation may have no value.
 */
export function howFar(
  a: MultiLayerNetwork,
  b: MultiLayerNetwork,
  pair: AlignedPair | undefined,
  activation: BoundedActivation,
  where: Inputs,
): Rational | undefined {
  if ("inputs" in where) return dataDifference(a, b, activation, where.inputs).upper;
  if (pair === undefined) return undefined;
  const { bound } = differenceBound(pair.a, pair.b, activation, where.box);
  const split = splitPair(pair);
  if (split === undefined) return bound;
  const other = differenceBound(split.a, split.b, activation, where.box).bound;
  return other.compare(bound) < 0 ? other : bound;
}
