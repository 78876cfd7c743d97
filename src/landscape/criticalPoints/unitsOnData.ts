import { requireArguments } from "../../exact/plainJavaScript.js";
import { entry } from "../../exact/entry.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, pairAt } from "../../network/multiLayerNetwork.js";
import { type TwoLayerNetwork, evaluate } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "../loss/cost.js";
import type { DataSet } from "../loss/data.js";
import { layerForces } from "../loss/multiLayerGradient.js";
import type { LandscapePoint } from "./landscapeAt.js";

/**
 * The units of one hidden layer on data, and how the loss depends on their outgoing sums Σ_i a_i σ(w_i·x_k).
 * A critical point of the squared error is such units.
 *
 * @example minimum.residuals.length === minimum.data.inputs.length
 */
export interface UnitsOnData {
  readonly network: TwoLayerNetwork;
  readonly activation: Activation;
  /** What the units read: x_k, in the order of the data. */
  readonly data: Pick<DataSet, "inputs">;
  /** ∂c_k ∈ Q^{d_out}, the gradient of the cost of datum k in these sums: e_k for half the squared error. */
  readonly residuals: readonly RationalVector[];
}

/**
 * The units of a two-layer network, critical or not, with the gradients of any cost.
 *
 * @throws InputError where the activation or the cost has no value.
 * @throws RangeError if the data have other dimensions.
 * @example unitsOnData({ network: theta, data, activation, cost: squaredError })
 *   .residuals.length === data.inputs.length
 */
export function unitsOnData(point: LandscapePoint): UnitsOnData {
  requireArguments({ "{ network, data, activation, cost }": { point } });
  const { network, data, activation, cost } = point;
  const residuals = data.inputs.map((input, index) => {
    const output = evaluate(network, input, (preactivation) => activation.derivative(0, preactivation));
    return RationalVector.fromRationals(cost.gradient(output, entry(data.targets, index)));
  });
  return { network, activation, data, residuals };
}

/**
 * The units of a hidden layer of a deeper network: their inputs are the values of the layer before, and one
 * more that is 1 if there are biases ({@link pairAt}); ∂c_k is pulled back to the preactivations of the next.
 *
 * @param layer ℓ, 1 ≤ ℓ ≤ L − 1.
 * @throws InputError where the activation or the cost has no value.
 * @throws RangeError if there is no such hidden layer, or if the data have other dimensions.
 */
export function unitsOfLayer(
  network: MultiLayerNetwork,
  layer: number,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): UnitsOnData {
  const constant = RationalVector.fromRationals(network.biases === undefined ? [] : [rational(1n)]);
  const passes = layerForces(network, data, activation, cost);
  return {
    network: pairAt(network, layer),
    activation,
    data: { inputs: passes.map(({ values }) => entry(values, layer - 1).followedBy(constant)) },
    residuals: passes.map(({ forces }) => RationalVector.fromRationals(entry(forces, layer))),
  };
}
