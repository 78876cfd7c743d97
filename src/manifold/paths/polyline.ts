import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { IntersectionGraph } from "../graph/intersectionGraph.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";
import { subspacesHolding } from "../subspaces/subspacesHolding.js";

/**
 * A polyline inside Θ_{r→m}(θ^r): segment i goes from points[i] to points[i+1] and lies in the subspace of
 * partitions[i], which holds both ends.
 *
 * @example polyline(new IntersectionGraph(1, 2), theta, from, to)?.points.length === 4
 */
export interface Polyline {
  readonly points: readonly TwoLayerNetwork[];
  readonly partitions: readonly LabelledPartition[];
}

/**
 * A polyline in Θ between two of its points (Theorem 3.1, connectivity), along a way in the intersection
 * graph that is shortest from the first subspace that holds `from`. Undefined if a point is off Θ, or the
 * graph has no way between them, as for m = r.
 *
 * @param graph the intersection graph for r = width of theta and m = width of both points.
 * @throws RangeError if the graph is for other sizes.
 * @example polyline(new IntersectionGraph(1, 2), theta, from, to)?.partitions.map((p) => p.key) // ["1,0", "1,1", "0,1"]
 */
export function polyline(
  graph: IntersectionGraph,
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
): Polyline | undefined {
  const [start] = subspacesHolding(theta, from);
  const [end] = subspacesHolding(theta, to);
  if (start === undefined || end === undefined) return undefined;
  const partitions = shortestWay(graph, start, end);
  if (partitions === undefined) return undefined;
  const corners = partitions.slice(1).flatMap((next, index) => {
    const previous = partitions[index];
    return previous === undefined ? [] : (intersectionPoint(theta, previous, next) ?? []);
  });
  return { points: [from, ...corners, to], partitions };
}

/** Walks down the distances to `start`, from `end` backwards. */
function shortestWay(
  graph: IntersectionGraph,
  start: LabelledPartition,
  end: LabelledPartition,
): LabelledPartition[] | undefined {
  const distances = graph.distancesFrom(graph.vertexOf(start));
  let vertex = graph.vertexOf(end);
  if (distances[vertex] === -1) return undefined;
  const way = [end];
  while (distances[vertex] !== 0) {
    const distance = distances[vertex] ?? 0;
    vertex = graph.neighboursOf(vertex).find((neighbour) => distances[neighbour] === distance - 1) ?? vertex;
    way.unshift(graph.partitionAt(vertex));
  }
  return way;
}
