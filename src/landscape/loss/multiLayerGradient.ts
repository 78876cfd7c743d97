import { entry, lastEntry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import type { DataSet } from "./data.js";

/** The values of all layers at an input: h^(0) = x, z^(ℓ) = W^(ℓ) h^(ℓ−1) + b^(ℓ), h^(ℓ) = σ(z^(ℓ)). */
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
 * @example hiddenPreactivations(network, x, activation) // one for each hidden unit
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
 * The derivatives of all outputs (f(x_1|θ), …, f(x_N|θ)) in the parameters: N·d_out rows, those of x_1 first,
 * in the order of multiLayerSpace.ts. By backpropagation: with δ^(L) a unit vector, ∂W^(ℓ) = δ^(ℓ) h^(ℓ−1)ᵀ,
 * ∂b^(ℓ) = δ^(ℓ) and δ^(ℓ) = σ'(z^(ℓ)) ∘ W^(ℓ+1)ᵀ δ^(ℓ+1) (Rumelhart, Hinton and Williams, 1986).
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if the activation has no value at some preactivation.
 * @throws RangeError if an input has another dimension.
 * @example multiLayerJacobian(asMultiLayer(theta), [x], activation) // one row for each output at x
 */
export function multiLayerJacobian(
  network: MultiLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): RationalVector[] {
  return inputs.flatMap((input) => {
    const pass = layerPass(network, input, activation);
    const outputs = lastEntry(network.weights).length;
    return Array.from({ length: outputs }, (_, output) => outputRow(network, pass, output, activation));
  });
}

/**
 * The gradient of Σ_k c(f(x_k|θ), y_k), in the order of multiLayerSpace.ts.
 *
 * @throws InputError where the activation or the cost has no value.
 * @throws RangeError if the data have other dimensions.
 * @example multiLayerGradient(network, data, activation, squaredError).isZero() // true at a critical point
 */
export function multiLayerGradient(
  network: MultiLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): RationalVector {
  const terms = data.inputs.flatMap((input, index) => {
    const pass = layerPass(network, input, activation);
    const output = lastEntry(pass.preactivations);
    return cost
      .gradient(output, entry(data.targets, index))
      .map((force, row) => outputRow(network, pass, row, activation).times(force));
  });
  const { weights, biases } = network;
  const rows = biases === undefined ? weights.flat() : [...weights.flat(), ...biases];
  return RationalVector.sum(
    rows.reduce((sum, { dimension }) => sum + dimension, 0),
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
    const input = entry(values, index);
    const product = RationalVector.fromRationals(rows.map((row) => row.dot(input)));
    const sum = biases === undefined ? product : product.plus(entry(biases, index));
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
  let delta = lastEntry(weights).map((_, row) => rational(row === output ? 1n : 0n));
  const inMatrices: Rational[][] = [];
  const inBiases: Rational[][] = [];
  for (let layer = weights.length - 1; layer >= 0; layer--) {
    const changes = delta;
    const below = entry(values, layer).toRationals();
    inMatrices.unshift(changes.flatMap((change) => below.map((value) => change.mul(value))));
    inBiases.unshift(changes);
    if (layer === 0) break;
    const matrix = entry(weights, layer);
    const slopes = entry(preactivations, layer - 1)
      .toRationals()
      .map((z) => activation.derivative(1, z));
    delta = slopes.map((slope, unit) =>
      changes
        .reduce((sum, change, row) => sum.add(change.mul(entry(matrix, row).at(unit))), rational(0n))
        .mul(slope),
    );
  }
  return RationalVector.fromRationals([
    ...inMatrices.flat(),
    ...(biases === undefined ? [] : inBiases.flat()),
  ]);
}
