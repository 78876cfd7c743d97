import { requireArguments } from "../../exact/plainJavaScript.js";
import { entry } from "../../exact/entry.js";
import { sum } from "../../exact/numbers/fieldOperations.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { type TwoLayerNetwork, evaluate } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import { type DataSet, requireFittingData } from "./data.js";

/**
 * The loss L(θ) = Σ_k c(f(x_k|θ), y_k) (§3). This is a plain sum; the paper's mean is a positive multiple of
 * it, with the same critical points and the same signs of the Hessian's eigenvalues.
 *
 * @throws InputError if the data don't fit the network, or where the activation or the cost has no value.
 * @example formatRational(loss(theta, dataSet([RationalVector.parse("1")], [RationalVector.parse("5")]),
 *   activation, squaredError)) === "9/2" // σ(z) = z
 */
export function loss(network: TwoLayerNetwork, data: DataSet, activation: Activation, cost: Cost): Rational {
  requireFittingData(network, data);
  requireArguments({ activation: { activation }, cost: { cost } });
  return data.inputs.reduce((total, input, index) => {
    const output = evaluate(network, input, (preactivation) => activation.derivative(0, preactivation));
    return sum(total, cost.value(output, entry(data.targets, index)));
  }, rational(0n));
}
