import { entry } from "../exact/entry.js";
import { speaking } from "../exact/speaking.js";
import type { Rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "./twoLayerNetwork.js";

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
 * The two matrices of a hidden layer as a two-layer network; see `pairAt`. A dimension is 0 if the
 * neighbouring layer has width 0.
 *
 * @throws RangeError if there is no such hidden layer.
 */
export function pairOfMatrices({ weights, biases }: MultiLayerMatrices, layer: number): TwoLayerNetwork {
  const [rows, next] = [weights[layer - 1], weights[layer]];
  if (rows === undefined || next === undefined) throw new RangeError(`no hidden layer ${layer}`);
  const bias = biases === undefined ? undefined : entry(biases, layer - 1).toRationals();
  const columns = RationalVector.transposed(next, rows.length);
  const incoming = bias === undefined ? rows : rows.map((row, index) => extended(row, entry(bias, index)));
  return speaking({
    inputDimension: columnCount(incoming),
    outputDimension: next.length,
    units: incoming.map((vector, index) => ({ incoming: vector, outgoing: entry(columns, index) })),
  });
}

function extended(row: RationalVector, bias: Rational): RationalVector {
  return RationalVector.fromRationals([...row.toRationals(), bias]);
}

/**
 * The number of columns of a matrix, by its first row. A matrix without rows, of a layer of width 0, counts
 * as one without columns.
 */
function columnCount([row]: readonly RationalVector[]): number {
  return row === undefined ? 0 : row.dimension;
}

/**
 * The matrices with another pair at a hidden layer; the inverse of {@link pairOfMatrices}.
 *
 * @throws RangeError if there is no such hidden layer.
 */
export function matricesWithPair(
  { weights, biases }: MultiLayerMatrices,
  layer: number,
  { units, outputDimension }: TwoLayerNetwork,
): MultiLayerMatrices {
  const current = weights[layer - 1];
  if (current === undefined || weights[layer] === undefined) throw new RangeError(`no hidden layer ${layer}`);
  const inputs = columnCount(current);
  const incoming = units.map((unit) => unit.incoming);
  const rows = incoming.map(({ numerators, denominator }) =>
    RationalVector.of(numerators.slice(0, inputs), denominator),
  );
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
