import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { dot } from "../../exact/vectors/integerMatrix.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import { type DataSet, requireFittingData } from "./data.js";
import { unitJacobian } from "./jacobian.js";
import { pointPasses } from "./pointPass.js";
import { inParameterOrder } from "./unitParameters.js";

/**
 * The gradient of {@link loss}, Σ_k J_kᵀ ∇c(f(x_k|θ), y_k), in the parameters' order of parameterSpace.ts:
 * (w_1, …, w_m, a_1, …, a_m). In particular ∂L/∂a_i = Σ_k σ(w_i·x_k) ∇c and ∂L/∂w_i = Σ_k (a_i·∇c)
 * σ'(w_i·x_k) x_k.
 *
 * @throws InputError if the data don't fit the network, if the activation or the cost has no value where it
 *   is needed, or if the common denominator would have more than `MAX_DENOMINATOR_BITS`.
 * @example gradient(theta, dataSet([RationalVector.parse("1")], [RationalVector.parse("5")]), activation,
 *   squaredError).key === "-6,-3" // σ(z) = z
 */
export function gradient(
  network: TwoLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): RationalVector {
  requireFittingData(network, data);
  requireArguments({ activation: { activation }, cost: { cost } });
  const points = pointPasses(network, data.inputs, activation).map((pass, index) => ({
    pass,
    force: RationalVector.fromRationals(cost.gradient(pass.output, entry(data.targets, index))),
  }));
  const dimension = network.inputDimension + network.outputDimension;
  const blocks = network.units.map((_, unit) => {
    const terms = points.map(({ pass, force }) => {
      const { columns, denominator } = unitJacobian(entry(pass.units, unit), pass.input);
      return RationalVector.of(
        columns.map((column) => dot(column, force.numerators)),
        denominator * force.denominator,
      );
    });
    return RationalVector.sum(dimension, terms).toRationals();
  });
  return RationalVector.fromRationals(inParameterOrder(blocks, network));
}
