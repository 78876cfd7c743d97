import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { layerShares, shareUnits } from "./layerShares.js";
import { coarsestSubspace } from "../paths/leavingSubspaces.js";
import { type PathMethod, type ShortestPathOptions, shortestPath } from "../paths/shortestPath.js";

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
  const found = shortestPath(units, start, goal, options);
  if (found === undefined) return undefined;
  const { path, lowerBound, method } = found;
  if (path.segments === 0) {
    return { segments: 1, lowerBound: 1, method, partitions: () => [coarsestSubspace(units, start)] };
  }
  return { segments: path.segments, lowerBound, method, partitions: () => path.list().partitions };
}
