import {
  type ActivationSymmetry,
  everyActivation,
  symmetryOf,
} from "../../network/activations/activationSymmetry.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { BoundedActivation } from "../bounds/boundedActivation.js";
import { knownSymmetry } from "../bounds/knownSymmetry.js";

/**
 * The symmetry by which neurons may be mirrored on a path; none with several hidden layers, where no path
 * mirrors neurons, nor where that leaves what has no place: a linear part, or a constant without a bias.
 *
 * Beside biases, a neuron's incoming weights count with its bias as one vector. So no neuron counts as
 * constant, as its value may depend on the bias, and the symmetry knows no values.
 */
export function pathSymmetry(
  activation: BoundedActivation | undefined,
  { weights, biases }: MultiLayerNetwork,
): ActivationSymmetry {
  const known = knownSymmetry(activation);
  const { name, parity, constant, slope, isHomogeneous } = known;
  if (parity === undefined || weights.length > 2 || isHomogeneous || !slope.equals(0n))
    return everyActivation;
  if (biases !== undefined) return symmetryOf(name, { parity, constant });
  return constant.equals(0n) ? known : everyActivation;
}
