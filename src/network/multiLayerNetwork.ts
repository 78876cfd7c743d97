import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/requireArguments.js";
import { speaking } from "../exact/speaking.js";
import { InputError } from "../exact/inputError.js";
import type { Rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { matricesWithPair, pairOfMatrices } from "./multiLayerMatrices.js";
import { requireFittingLayers } from "./multiLayerShapes.js";
import type { TwoLayerNetwork } from "./twoLayerNetwork.js";

/**
 * A network of L ≥ 2 layers over Q, f(x|θ) = W^(L) σ(W^(L−1) σ(… σ(W^(1) x))) (Eq. 7). If the network has
 * biases, layer ℓ computes W^(ℓ) h + b^(ℓ).
 *
 * @example multiLayerNetwork([[RationalVector.parse("2")], [RationalVector.parse("3")]]).weights.length === 2
 */
export interface MultiLayerNetwork {
  /** W^(1), …, W^(L), each as its rows; W^(ℓ) has r_ℓ rows of r_{ℓ−1} entries, all r_ℓ ≥ 1. */
  readonly weights: readonly (readonly RationalVector[])[];
  /** b^(1), …, b^(L), b^(ℓ) of r_ℓ entries; undefined for a network without biases. */
  readonly biases: readonly RationalVector[] | undefined;
}

/**
 * A network from its matrices.
 *
 * @throws InputError if there are fewer than two matrices, or shapes or biases don't fit.
 * @example multiLayerNetwork([[RationalVector.parse("2")], [RationalVector.parse("3")]]).biases // undefined
 */
export function multiLayerNetwork(
  weights: readonly (readonly RationalVector[])[],
  biases?: readonly RationalVector[],
): MultiLayerNetwork {
  requireArguments({ "rows[]": { weights } });
  if (biases !== undefined) requireArguments({ "vector[]": { biases } });
  if (weights.length < 2) {
    throw new InputError(`a network of ${weights.length} weight matrices`, "give two or more: W1, …, WL");
  }
  requireFittingLayers({
    weights: weights.map((rows) => rows.map(({ dimension }) => dimension)),
    biases: biases?.map(({ dimension }) => dimension),
  });
  return speaking({ weights, biases });
}

/**
 * d_in, the number of inputs.
 *
 * @example inputDimensionOf(network) === 1
 */
export function inputDimensionOf({ weights }: MultiLayerNetwork): number {
  return entry(entry(weights, 0), 0).dimension;
}

/**
 * d_out, the number of outputs.
 *
 * @example outputDimensionOf(network) === 1
 */
export function outputDimensionOf({ weights }: MultiLayerNetwork): number {
  return entry(weights, weights.length - 1).length;
}

/**
 * r_1, …, r_{L−1}, the widths of the hidden layers.
 *
 * @example hiddenWidths(network) // [2, 2]
 */
export function hiddenWidths(network: MultiLayerNetwork): number[] {
  requireArguments({ layeredNetwork: { network } });
  return network.weights.slice(0, -1).map((rows) => rows.length);
}

/**
 * The pair (W^(ℓ), W^(ℓ+1)) of a hidden layer as a two-layer network (§5): unit i has row i of W^(ℓ) as
 * incoming and column i of W^(ℓ+1) as outgoing vector. With biases, the bias is one more incoming weight,
 * from an input that is always 1, so d_in is r_{ℓ−1} + 1; b^(ℓ+1) does not belong to the pair, since it
 * doesn't depend on the layer.
 *
 * @param layer ℓ, 1 ≤ ℓ ≤ L − 1.
 * @throws RangeError if there is no such hidden layer.
 * @example pairAt(network, 1).units.length === hiddenWidths(network)[0]
 */
export function pairAt(network: MultiLayerNetwork, layer: number): TwoLayerNetwork {
  requireArguments({ layeredNetwork: { network }, number: { layer } });
  return pairOfMatrices(network, layer);
}

/**
 * The network with another pair at a hidden layer; the inverse of {@link pairAt}.
 *
 * @param pair of the dimensions of `pairAt(network, layer)`, and of any width ≥ 1.
 * @throws RangeError if there is no such hidden layer; InputError if the dimensions don't fit.
 * @example withPair(network, 1, pairAt(network, 1)) // network
 */
export function withPair(
  network: MultiLayerNetwork,
  layer: number,
  pair: TwoLayerNetwork,
): MultiLayerNetwork {
  requireArguments({ layeredNetwork: { network }, number: { layer }, network: { pair } });
  const { weights, biases } = matricesWithPair(network, layer, pair);
  const inputs = entry(entry(network.weights, layer - 1), 0).dimension + (biases === undefined ? 0 : 1);
  if (pair.inputDimension !== inputs) {
    throw new InputError(
      `a pair with ${pair.inputDimension} incoming weights a unit at layer ${layer}`,
      `give it ${inputs}, the bias among them if there is one`,
    );
  }
  return multiLayerNetwork(weights, biases);
}

/**
 * f(x|θ) for a concrete activation Q → Q.
 *
 * @param x a point of Q^{d_in}.
 * @throws RangeError if x has another dimension.
 * @example evaluateMultiLayer(network, RationalVector.parse("5"), (z) => z.mul(z)).key === "621"
 */
export function evaluateMultiLayer(
  network: MultiLayerNetwork,
  x: RationalVector,
  activation: (preactivation: Rational) => Rational,
): RationalVector {
  requireArguments({ layeredNetwork: { network }, vector: { x }, action: { activation } });
  let value = x;
  network.weights.forEach((rows, index) => {
    const input = index === 0 ? value : RationalVector.fromRationals(value.toRationals().map(activation));
    const product = RationalVector.fromRationals(rows.map((row) => row.dot(input)));
    value = network.biases === undefined ? product : product.plus(entry(network.biases, index));
  });
  return value;
}
