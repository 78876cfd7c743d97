import { RationalVector } from "../exact/rationalVector.js";
import { parameterCount } from "../manifold/parameterSpace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Activation } from "./activation.js";
import type { Cost } from "./cost.js";
import { type DataSet, requireFittingData } from "./data.js";
import { pointJacobian } from "./jacobian.js";
import { pointPasses } from "./pointPass.js";

/**
 * The gradient of {@link loss}, Σ_k J_kᵀ ∇c(f(x_k|θ), y_k), in the parameters' order of parameterSpace.ts:
 * (w_1, …, w_m, a_1, …, a_m). In particular ∂L/∂a_i = Σ_k σ(w_i·x_k) ∇c and ∂L/∂w_i = Σ_k (a_i·∇c) σ'(w_i·x_k) x_k.
 *
 * @throws InputError if the data don't fit the network, or where the activation or the cost has no value.
 * @example gradient(theta, dataSet([RationalVector.parse("1")], [RationalVector.parse("5")]), polynomialActivation([rational(0n), rational(1n)]), squaredError).key === "-6,-3"
 */
export function gradient(
  network: TwoLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): RationalVector {
  requireFittingData(network, data);
  const { inputDimension, outputDimension, neurons } = network;
  const dimension = parameterCount({ inputDimension, outputDimension, width: neurons.length });
  const terms = pointPasses(network, data.inputs, activation).map((pass, index) => {
    const { rows, denominator } = pointJacobian(pass);
    const target = data.targets[index] ?? pass.output;
    const force = RationalVector.fromRationals(cost.gradient(pass.output, target));
    const numerators = new Array<bigint>(dimension).fill(0n);
    rows.forEach((row, output) => {
      const factor = force.numerators[output] ?? 0n;
      row.forEach((entry, parameter) => {
        numerators[parameter] = (numerators[parameter] ?? 0n) + entry * factor;
      });
    });
    return RationalVector.of(numerators, denominator * force.denominator);
  });
  return RationalVector.sum(dimension, terms);
}
