import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, layerWidths, networkOfRows } from "../../network/multiLayerNetwork.js";

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
  const widths = layerWidths(theta).toSpliced(1, hidden.length, ...hidden);
  return { widths, hasBiases: theta.biases !== undefined };
}

/** Number of coordinates. */
export function multiLayerParameterCount({ widths, hasBiases }: MultiLayerSpace): number {
  return widths
    .slice(1)
    .reduce((sum, rows, index) => sum + rows * (entry(widths, index) + (hasBiases ? 1 : 0)), 0);
}

/**
 * For each row of V^(layer), the indices of the coordinates of its entries, of which its bias is the last.
 *
 * @param layer 1, …, L.
 * @example coordinatesOfLayer({ widths: [1, 1, 1], hasBiases: true }, 1) // [[0, 2]]
 */
export function coordinatesOfLayer({ widths, hasBiases }: MultiLayerSpace, layer: number): number[][] {
  const sizes = widths.slice(1).map((rows, index) => rows * entry(widths, index));
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const weights = total(sizes.slice(0, layer - 1));
  const biases = total(sizes) + total(widths.slice(1, layer));
  const columns = entry(widths, layer - 1);
  return Array.from({ length: entry(widths, layer) }, (_row, row) => [
    ...Array.from({ length: columns }, (_column, column) => weights + row * columns + column),
    ...(hasBiases ? [biases + row] : []),
  ]);
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
 * The network at a point; the inverse of {@link pointOfLayers}.
 *
 * @throws RangeError if the point is not in the space.
 */
export function networkOfPoint(space: MultiLayerSpace, point: RationalVector): MultiLayerNetwork {
  if (point.dimension !== multiLayerParameterCount(space)) {
    throw new RangeError(`a point of dimension ${point.dimension} in Q^${multiLayerParameterCount(space)}`);
  }
  const entries = point.toRationals();
  const matrices = space.widths
    .slice(1)
    .map((_, index) =>
      coordinatesOfLayer(space, index + 1).map((row) =>
        RationalVector.fromRationals(row.map((place) => entry(entries, place))),
      ),
    );
  return networkOfRows(matrices, space.hasBiases);
}
