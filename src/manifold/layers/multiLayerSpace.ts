import { entry } from "../../exact/entry.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type MultiLayerNetwork,
  inputDimensionOf,
  multiLayerNetwork,
  outputDimensionOf,
} from "../../network/multiLayerNetwork.js";

/**
 * Parameter space of the networks of several layers of given widths: coordinates are the entries of
 * (V^(1), …, V^(L)), each matrix row by row, and then the biases, if there are any.
 *
 * A bias counts as a last entry of its row, from an input that is always 1 (proofs/layers.md, §1): with
 * biases every matrix has one more column here, whose coordinates come after those of all matrices.
 */
export interface MultiLayerSpace {
  /** d_in, m_1, …, m_{L−1}, d_out. */
  readonly widths: readonly number[];
  readonly hasBiases: boolean;
}

/**
 * The space of the networks with hidden layers of the given widths, and with the inputs, the outputs and, if
 * it has them, the biases of theta.
 */
export function multiLayerSpace(theta: MultiLayerNetwork, hidden: readonly number[]): MultiLayerSpace {
  const widths = [inputDimensionOf(theta), ...hidden, outputDimensionOf(theta)];
  return { widths, hasBiases: theta.biases !== undefined };
}

/** Number of coordinates. */
export function multiLayerParameterCount({ widths, hasBiases }: MultiLayerSpace): number {
  return widths
    .slice(1)
    .reduce((sum, rows, index) => sum + rows * (entry(widths, index) + (hasBiases ? 1 : 0)), 0);
}

/**
 * For each entry of V^(layer), row by row, where each row ends with its bias, the index of its coordinate.
 *
 * @param layer 1, …, L.
 * @example coordinatesOfLayer({ widths: [1, 1, 1], hasBiases: true }, 1) // [0, 2]
 */
export function coordinatesOfLayer({ widths, hasBiases }: MultiLayerSpace, layer: number): number[] {
  const sizes = widths.slice(1).map((rows, index) => rows * entry(widths, index));
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const weights = total(sizes.slice(0, layer - 1));
  const biases = total(sizes) + total(widths.slice(1, layer));
  const columns = entry(widths, layer - 1);
  return Array.from({ length: entry(widths, layer) }, (_row, row) => [
    ...Array.from({ length: columns }, (_column, column) => weights + row * columns + column),
    ...(hasBiases ? [biases + row] : []),
  ]).flat();
}

/**
 * A network as a point of its space.
 *
 * @example pointOfLayers(network).dimension
 *   === multiLayerParameterCount(multiLayerSpace(network, hiddenWidths(network)))
 */
export function pointOfLayers({ weights, biases }: MultiLayerNetwork): RationalVector {
  const vectors = biases === undefined ? weights.flat() : [...weights.flat(), ...biases];
  return RationalVector.fromRationals(vectors.flatMap((vector) => vector.toRationals()));
}

/**
 * The rows of the matrix of a layer, each with its bias, if there is one, as its last entry.
 *
 * @param layer 1, …, L.
 */
export function rowsWithBias({ weights, biases }: MultiLayerNetwork, layer: number): RationalVector[] {
  const rows = entry(weights, layer - 1);
  if (biases === undefined) return [...rows];
  const bias = entry(biases, layer - 1);
  return rows.map((row, index) => RationalVector.fromRationals([...row.toRationals(), bias.at(index)]));
}

/**
 * The labelled partition of the columns of {@link rowsWithBias}, from that of the units of the layer before:
 * the input of the biases is a separate block with one more label.
 *
 * @param units undefined for the inputs of the network: then each input is a separate block.
 */
export function columnPartition(
  { widths, hasBiases }: MultiLayerSpace,
  units: LabelledPartition | undefined,
): LabelledPartition {
  const { codes, r } = units ?? eachAlone(entry(widths, 0));
  return hasBiases ? LabelledPartition.of([...codes, r + 1], r + 1) : LabelledPartition.of(codes, r);
}

/** The labelled partition of `count` units into blocks of one unit, labelled in order. */
export function eachAlone(count: number): LabelledPartition {
  return LabelledPartition.of(
    Array.from({ length: count }, (_, unit) => unit + 1),
    count,
  );
}

/**
 * The network at a point; the inverse of {@link pointOfLayers}.
 *
 * @throws RangeError if the point is not in the space.
 */
export function networkOfPoint(space: MultiLayerSpace, point: RationalVector): MultiLayerNetwork {
  if (point.dimension !== multiLayerParameterCount(space)) {
    throw new RangeError(`a point of dimension ${point.dimension} in Q^${multiLayerParameterCount(space)}`);
  }
  const entries = point.toRationals();
  return networkOfRows(
    space,
    space.widths.slice(1).map((rows, index) => {
      const places = coordinatesOfLayer(space, index + 1);
      const columns = entry(space.widths, index) + (space.hasBiases ? 1 : 0);
      return Array.from({ length: rows }, (_, row) =>
        RationalVector.fromRationals(
          places.slice(row * columns, (row + 1) * columns).map((place) => entry(entries, place)),
        ),
      );
    }),
  );
}

/**
 * The network with the given matrices, each row with its bias as its last entry if the space has biases; the
 * inverse of {@link rowsWithBias}.
 */
export function networkOfRows(
  { hasBiases }: MultiLayerSpace,
  matrices: readonly (readonly RationalVector[])[],
): MultiLayerNetwork {
  if (!hasBiases) return multiLayerNetwork(matrices);
  const cut = (row: RationalVector, from: number, to: number): RationalVector =>
    RationalVector.of(row.numerators.slice(from, to), row.denominator);
  return multiLayerNetwork(
    matrices.map((rows) => rows.map((row) => cut(row, 0, row.dimension - 1))),
    matrices.map((rows) => RationalVector.fromRationals(rows.map((row) => row.at(row.dimension - 1)))),
  );
}
