import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { measureOf } from "../../network/measure.js";
import { type MultiLayerNetwork, pairAt } from "../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type PathMethod, type ShortestPathOptions, shortestPath } from "../paths/shortestPath.js";
import { coarsestSubspace } from "../subspaces/unitClasses.js";
import { sparseVector } from "../subspaces/parameterSpace.js";
import { blockSums } from "./layerBlock.js";
import { columnPartition } from "./multiLayerSubspace.js";

/** A network of Θ, with its coarsest tuple. */
export interface ManifoldPoint {
  readonly tuple: readonly LabelledPartition[];
  readonly point: MultiLayerNetwork;
}

/** The part of a path in one hidden layer. */
export interface LayerSearch {
  /** The number of segments, at least 1, since a layer that need not move has to wait in a subspace. */
  readonly segments: number;
  /** No path has fewer segments for this layer. */
  readonly lowerBound: number;
  readonly method: PathMethod;
  /**
   * As many partitions as segments, where the subspace of each meets that of the next; the first can be in a
   * tuple that holds `from`, and the last in one that holds `to`.
   */
  readonly partitions: () => readonly LabelledPartition[];
}

/**
 * A shortest sequence of labelled partitions of a hidden layer, from one that can be in a tuple whose Γ holds
 * `from` to one that can be in such a tuple for `to`: a shortest path between its two-layer points (see
 * {@link layerShares}). Undefined if there is none.
 *
 * @param layer 1, …, L − 1.
 */
export function layerSearch(
  theta: MultiLayerNetwork,
  from: ManifoldPoint,
  to: ManifoldPoint,
  layer: number,
  options: ShortestPathOptions,
): LayerSearch | undefined {
  const start = layerShares(theta, from.tuple, from.point, layer);
  const goal = layerShares(theta, to.tuple, to.point, layer);
  const units = shareUnits(theta, layer, start.outputDimension);
  const shortest = shortestPath(units, start, goal, options);
  if (shortest === undefined) return undefined;
  const { path, lowerBound, method } = shortest;
  if (path.segments === 0) {
    return { segments: 1, lowerBound: 1, method, partitions: () => [coarsestSubspace(units, start)] };
  }
  return { segments: path.segments, lowerBound, method, partitions: () => [...path.partitions()] };
}

/**
 * A hidden layer of a network of Θ (last to first) as a point of a two-layer expansion manifold that doesn't
 * depend on the network: of the units that {@link shareUnits} gives.
 *
 * Incoming vectors are rows summed over the labelled blocks of the layer before; over the others they sum to
 * 0. Outgoing vectors are columns of V^(ℓ+1); those of a class with label t sum to a vector U_t ≠ 0, which
 * depends on the layers above. An invertible linear map of each class takes U_t to (1, 0, …, 0). It changes
 * no sum of columns from 0 or U_t to something else, or back. So P_ℓ can be in a tuple whose Γ holds the
 * network if and only if the two-layer Γ_{P_ℓ} holds this point (proofs/layers.md, §5).
 *
 * @param network a point of Γ of `tuple`, its coarsest tuple.
 * @param layer ℓ, 1 ≤ ℓ ≤ L − 1.
 */
export function layerShares(
  theta: MultiLayerNetwork,
  tuple: readonly LabelledPartition[],
  network: MultiLayerNetwork,
  layer: number,
): TwoLayerNetwork {
  const columns = columnPartition(theta, tuple, layer);
  const { units: pairs, outputDimension } = pairAt(network, layer);
  const units = pairs.map(({ incoming, outgoing }) => ({
    incoming: blockSums(incoming, columns).slice(0, columns.r),
    outgoing,
  }));
  const shares = { inputDimension: columns.r, outputDimension, units };
  const { atoms } = measureOf(shares);
  return {
    ...shares,
    units: units.map(({ incoming, outgoing }) => {
      const atom = atoms.get(incoming.key);
      return { incoming, outgoing: atom === undefined ? outgoing : straightened(outgoing, atom.mass) };
    }),
  };
}

/**
 * The units of θ in a hidden layer, each with its row, and its bias, as incoming vector, and (1, 0, …, 0) as
 * outgoing one.
 *
 * @param height m_{ℓ+1}, the dimension of outgoing vectors.
 */
export function shareUnits(theta: MultiLayerNetwork, layer: number, height: number): TwoLayerNetwork {
  const outgoing = sparseVector(height, new Map([[0, 1n]]));
  const pair = pairAt(theta, layer);
  return { ...pair, outputDimension: height, units: pair.units.map((unit) => ({ ...unit, outgoing })) };
}

/**
 * The image of a vector under the invertible map that takes `total` to (1, 0, …, 0): v_k/total_k, and v −
 * that·total but for place k.
 */
function straightened(vector: RationalVector, total: RationalVector): RationalVector {
  const pivot = total.numerators.findIndex((numerator) => numerator !== 0n);
  const share = vector.at(pivot).div(total.at(pivot));
  const rest = vector.minus(total.times(share)).toRationals();
  return RationalVector.fromRationals([share, ...rest.filter((_, index) => index !== pivot)]);
}
