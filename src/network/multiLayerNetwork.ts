import { entry } from "../exact/entry.js";
import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { InputError } from "../exact/inputError.js";
import type { Rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
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
 * The matrices W^(1), …, W^(L) and biases of a network of several layers, where hidden layers may have width
 * 0: then a matrix has no rows, and the rows of the next matrix have no entries. Reduction gives such layers
 * if everything cancels.
 *
 * @example functionKey(network) === functionKey({ weights: network.weights, biases: network.biases })
 */
export interface MultiLayerMatrices {
  readonly weights: readonly (readonly RationalVector[])[];
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
 * d_in, r_1, …, r_{L−1}, d_out: the widths of all layers, from the inputs to the outputs.
 *
 * @throws RangeError if there is no matrix.
 * @example layerWidths(network) // [1, 2, 2, 1]
 */
export function layerWidths({ weights }: MultiLayerMatrices): [inputs: number, ...number[]] {
  const [first] = weights;
  if (first === undefined) throw new RangeError("no matrix");
  return [columnCount(first), ...weights.map((rows) => rows.length)];
}

/**
 * r_1, …, r_{L−1}, the widths of the hidden layers.
 *
 * @example hiddenWidths(network) // [2, 2]
 */
export function hiddenWidths(network: MultiLayerNetwork): number[] {
  return network.weights.slice(0, -1).map((rows) => rows.length);
}

/**
 * The pair (W^(ℓ), W^(ℓ+1)) of a hidden layer as a two-layer network (§5): unit i has row i of W^(ℓ) as
 * incoming and column i of W^(ℓ+1) as outgoing vector. With biases, the bias is one more incoming weight,
 * from an input that is always 1, so d_in is r_{ℓ−1} + 1; b^(ℓ+1) does not belong to the pair, since it
 * doesn't depend on the layer. A dimension is 0 if the neighbouring layer has width 0.
 *
 * @param layer ℓ, 1 ≤ ℓ ≤ L − 1.
 * @throws RangeError if there is no such hidden layer.
 * @example pairAt(network, 1).units.length === hiddenWidths(network)[0]
 */
export function pairAt(network: MultiLayerMatrices, layer: number): TwoLayerNetwork {
  const next = network.weights[layer];
  if (layer < 1 || next === undefined) throw noHiddenLayer(layer);
  const rows = rowsWithBias(network, layer);
  const columns = RationalVector.transposed(next, rows.length);
  const units = rows.map((incoming, index) => ({ incoming, outgoing: entry(columns, index) }));
  return speaking({ inputDimension: columnCount(rows), outputDimension: next.length, units });
}

/**
 * The rows of the matrix of a layer, each with its bias, if there is one, as its last entry.
 *
 * @param layer ℓ, 1 ≤ ℓ ≤ L.
 * @throws RangeError if there is no such layer.
 */
export function rowsWithBias({ weights, biases }: MultiLayerMatrices, layer: number): RationalVector[] {
  const rows = weights[layer - 1];
  if (rows === undefined) throw new RangeError(`no layer ${layer}`);
  if (biases === undefined) return [...rows];
  const bias = entry(biases, layer - 1);
  return rows.map((row, index) => row.followedBy(bias.slice(index, index + 1)));
}

/**
 * The number of columns of a matrix, by its first row. A matrix without rows, of a layer of width 0, counts
 * as one without columns.
 */
function columnCount([row]: readonly RationalVector[]): number {
  return row === undefined ? 0 : row.dimension;
}

/**
 * The matrices with another pair at a hidden layer; the inverse of {@link pairAt}.
 *
 * @throws RangeError if there is no such hidden layer.
 */
export function matricesWithPair(
  { weights, biases }: MultiLayerMatrices,
  layer: number,
  { units, outputDimension }: TwoLayerNetwork,
): MultiLayerMatrices {
  const current = weights[layer - 1];
  if (current === undefined || weights[layer] === undefined) throw noHiddenLayer(layer);
  const inputs = columnCount(current);
  const incoming = units.map((unit) => unit.incoming);
  const rows = incoming.map((vector) => vector.slice(0, inputs));
  const outgoing = units.map((unit) => unit.outgoing);
  const next = RationalVector.transposed(outgoing, outputDimension);
  const bias = RationalVector.fromRationals(
    incoming.flatMap((vector) => (vector.dimension > inputs ? vector.at(inputs) : [])),
  );
  return {
    weights: weights.map((old, index) => (index === layer - 1 ? rows : index === layer ? next : old)),
    biases: biases?.map((old, index) => (index === layer - 1 ? bias : old)),
  };
}

function noHiddenLayer(layer: number): RangeError {
  return new RangeError(`no hidden layer ${layer}`);
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
  const inputs = columnCount(rowsWithBias(network, layer));
  if (pair.inputDimension !== inputs) {
    throw new InputError(
      `a pair with ${pair.inputDimension} incoming weights a neuron at layer ${layer}`,
      `give it ${inputs}, the bias among them if there is one`,
    );
  }
  return multiLayerNetwork(weights, biases);
}

/**
 * The network with the given matrices, each row with its bias as its last entry if there are biases; the
 * inverse of {@link rowsWithBias}.
 */
export function networkOfRows(
  matrices: readonly (readonly RationalVector[])[],
  hasBiases: boolean,
): MultiLayerNetwork {
  const weights = matrices.map((rows) => (hasBiases ? rows.map((row) => row.slice(0, -1)) : rows));
  const biases = matrices.map((rows) =>
    RationalVector.fromRationals(rows.map((row) => row.at(row.dimension - 1))),
  );
  return multiLayerNetwork(weights, hasBiases ? biases : undefined);
}

/**
 * Whether two networks have the same matrices and biases.
 *
 * @example sameMultiLayer(network, withPair(network, 1, pairAt(network, 1))) === true
 */
export function sameMultiLayer(left: MultiLayerNetwork, right: MultiLayerNetwork): boolean {
  const vectors = ({ weights, biases }: MultiLayerNetwork): RationalVector[] =>
    biases === undefined ? weights.flat() : [...weights.flat(), ...biases];
  const widths = ({ weights, biases }: MultiLayerNetwork): string =>
    `${weights.map((rows) => rows.length).join()};${biases?.length}`;
  const others = vectors(right);
  return widths(left) === widths(right) && vectors(left).every((row, at) => row.equals(entry(others, at)));
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
