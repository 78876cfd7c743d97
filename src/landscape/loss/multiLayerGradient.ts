import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import type { DataSet } from "./data.js";

/** What a network of several layers does to one input: h^(0) = x, z^(ℓ) = W^(ℓ) h^(ℓ−1) + b^(ℓ), h^(ℓ) = σ(z^(ℓ)). */
interface LayerPass {
  /** h^(0), …, h^(L−1). */
  readonly values: readonly RationalVector[];
  /** z^(1), …, z^(L); the last one is the output. */
  readonly preactivations: readonly RationalVector[];
}

/**
 * All preactivations of hidden units at an input, layer by layer.
 *
 * @throws InputError if the activation has no value at one of them.
 * @throws RangeError if the input has another dimension.
 * @example hiddenPreactivations(network, x, activation).length === hiddenWidths(network).reduce((sum, width) => sum + width)
 */
export function hiddenPreactivations(
  network: MultiLayerNetwork,
  input: RationalVector,
  activation: Activation,
): Rational[] {
  const { preactivations } = layerPass(network, input, activation);
  return preactivations.slice(0, -1).flatMap((layer) => layer.toRationals());
}

/**
 * The derivatives of all outputs (f(x_1|θ), …, f(x_N|θ)) in the parameters: N·d_out rows, those of x_1 first, in the
 * order of multiLayerSpace.ts. By backpropagation: with δ^(L) a unit vector, ∂W^(ℓ) = δ^(ℓ) h^(ℓ−1)ᵀ, ∂b^(ℓ) = δ^(ℓ) and
 * δ^(ℓ) = σ'(z^(ℓ)) ∘ W^(ℓ+1)ᵀ δ^(ℓ+1) (Rumelhart, Hinton and Williams, 1986).
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if the activation has no value at some preactivation.
 * @throws RangeError if an input has another dimension.
 * @example multiLayerJacobian(asMultiLayer(twoLayerNetwork(1, 1, [unitOf(["2"], ["3"])])), [RationalVector.parse("5")], polynomialActivation([rational(0n), rational(0n), rational(1n)])).map((row) => row.key)
 * // ["300,100"]
 */
export function multiLayerJacobian(
  network: MultiLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): RationalVector[] {
  return inputs.flatMap((input) => {
    const pass = layerPass(network, input, activation);
    const outputs = network.weights.at(-1)?.length ?? 0;
    return Array.from({ length: outputs }, (_, output) => outputRow(network, pass, output, activation));
  });
}

/**
 * The gradient of Σ_k c(f(x_k|θ), y_k), in the order of multiLayerSpace.ts.
 *
 * @throws InputError where the activation or the cost has no value.
 * @throws RangeError if the data have other dimensions.
 * @example multiLayerGradient(asMultiLayer(theta), data, activation, squaredError).dimension === gradient(theta, data, activation, squaredError).dimension
 */
export function multiLayerGradient(
  network: MultiLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): RationalVector {
  const terms = data.inputs.flatMap((input, index) => {
    const pass = layerPass(network, input, activation);
    const output = pass.preactivations.at(-1) ?? input;
    return cost
      .gradient(output, data.targets[index] ?? output)
      .map((force, row) => outputRow(network, pass, row, activation).times(force));
  });
  const size = [...network.weights.flat(), ...(network.biases ?? [])];
  return RationalVector.sum(
    size.reduce((sum, { dimension }) => sum + dimension, 0),
    terms,
  );
}

function layerPass(
  { weights, biases }: MultiLayerNetwork,
  x: RationalVector,
  activation: Activation,
): LayerPass {
  const values = [x];
  const preactivations: RationalVector[] = [];
  for (const [index, rows] of weights.entries()) {
    const input = values[index] ?? x;
    const product = RationalVector.fromRationals(rows.map((row) => row.dot(input)));
    const bias = biases?.[index];
    const sum = bias === undefined ? product : product.plus(bias);
    preactivations.push(sum);
    if (index + 1 < weights.length)
      values.push(RationalVector.fromRationals(sum.toRationals().map((z) => activation.derivative(0, z))));
  }
  return { values, preactivations };
}

/** The derivatives of one output in all parameters. */
function outputRow(
  { weights, biases }: MultiLayerNetwork,
  { values, preactivations }: LayerPass,
  output: number,
  activation: Activation,
): RationalVector {
  let delta = (weights.at(-1) ?? []).map((_, row) => rational(row === output ? 1n : 0n));
  const inMatrices: Rational[][] = [];
  const inBiases: Rational[][] = [];
  for (let layer = weights.length - 1; layer >= 0; layer--) {
    const own = delta;
    const below = values[layer]?.toRationals() ?? [];
    inMatrices.unshift(own.flatMap((change) => below.map((value) => change.mul(value))));
    inBiases.unshift(own);
    const slopes = (preactivations[layer - 1]?.toRationals() ?? []).map((z) => activation.derivative(1, z));
    delta = slopes.map((slope, unit) =>
      own
        .reduce(
          (sum, change, row) => sum.add(change.mul(weights[layer]?.[row]?.at(unit) ?? 0n)),
          rational(0n),
        )
        .mul(slope),
    );
  }
  return RationalVector.fromRationals([
    ...inMatrices.flat(),
    ...(biases === undefined ? [] : inBiases.flat()),
  ]);
}
