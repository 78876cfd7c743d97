import fc from "fast-check";
import type { LabelledPartition } from "../src/combinatorics/partitions/labelledPartition.js";
import { entry } from "../src/exact/entry.js";
import { gammaHolds, gammaSubspace } from "../src/manifold/subspaces/gammaSubspace.js";
import { intersectionByEquations } from "../src/manifold/subspaces/intersection.js";
import { IntersectionGraph } from "../src/manifold/graph/intersectionGraph.js";
import { type Polyline, cornersAlong } from "../src/manifold/paths/manifoldPath.js";
import { intersectionPoint } from "../src/manifold/subspaces/intersectionPoint.js";
import { subspacesHolding } from "../src/manifold/subspaces/subspacesHolding.js";
import { equalMeasures, measureOf } from "../src/network/measure.js";
import { rational } from "../src/exact/numbers/rational.js";
import { type TwoLayerNetwork, sameNetwork, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { expansionsOf, irreducibleNetworks } from "./arbitraries/network.js";
import { relabelledPairs, sameWhenRelabelled } from "./arbitraries/relabelledPairs.js";
import { type Property, property } from "./property.js";

/** θ^r and two points of Θ_{r→m}(θ^r), r < m ≤ 5. */
export const twoPoints = irreducibleNetworks(1, 3)
  .chain((theta) => fc.tuple(fc.constant(theta), fc.integer({ min: 1, max: 2 })))
  .chain(([theta, spare]) => {
    const point = expansionsOf(theta, spare, spare).map(({ network }) => network);
    return fc.tuple(fc.constant(theta), point, point);
  });

const graphs = new Map<string, IntersectionGraph>();

function graphOf(r: number, m: number): IntersectionGraph {
  const earlier = graphs.get(`${r},${m}`);
  if (earlier !== undefined) return earlier;
  const graph = new IntersectionGraph(r, m);
  graphs.set(`${r},${m}`, graph);
  return graph;
}

/**
 * A polyline in Θ between two of its points (Theorem 3.1, connectivity), along a path in the intersection
 * graph that is shortest from the first subspace that contains `from`. Undefined if a point is off Θ, or if
 * the graph has no path between them, as for m = r. A second route: `shortestPath` builds no graph.
 *
 * @param graph the intersection graph for r = width of theta and m = width of both points.
 * @throws RangeError if the graph is for other sizes.
 */
export function graphPolyline(
  graph: IntersectionGraph,
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
): Polyline | undefined {
  const [start] = subspacesHolding(theta, from);
  const [end] = subspacesHolding(theta, to);
  if (start === undefined || end === undefined) return undefined;
  const partitions = shortestChain(graph, start, end);
  if (partitions === undefined) return undefined;
  const corners = [...cornersAlong(partitions, (p, q) => intersectionPoint(theta, p, q))];
  return { points: [from, ...corners, to], partitions };
}

/** Walks down the distances to `start`, from `end` backwards. */
function shortestChain(
  graph: IntersectionGraph,
  start: LabelledPartition,
  end: LabelledPartition,
): LabelledPartition[] | undefined {
  const distances = graph.distancesFrom(graph.vertexOf(start));
  let vertex = graph.vertexOf(end);
  if (distances[vertex] === -1) return undefined;
  const chain = [end];
  for (let distance = entry(distances, vertex) - 1; distance >= 0; distance -= 1) {
    const nearer = graph.neighboursOf(vertex).find((neighbour) => distances[neighbour] === distance);
    if (nearer === undefined) throw new RangeError(`no neighbour of vertex ${vertex} is nearer to the start`);
    vertex = nearer;
    chain.unshift(graph.partitionAt(vertex));
  }
  return chain;
}

/** The network a third of the way along a segment. */
function within(from: TwoLayerNetwork, to: TwoLayerNetwork): TwoLayerNetwork {
  const third = rational(1n, 3n);
  const units = from.units.map((unit, index) => {
    const other = entry(to.units, index);
    return {
      incoming: unit.incoming.plus(other.incoming.minus(unit.incoming).times(third)),
      outgoing: unit.outgoing.plus(other.outgoing.minus(unit.outgoing).times(third)),
    };
  });
  return twoLayerNetwork(from.inputDimension, from.outputDimension, units);
}

/** Checks a polyline between random points of Θ, segment by segment, with a test of a point inside each. */
export function polylineHolds(
  [theta, from, to]: readonly [TwoLayerNetwork, TwoLayerNetwork, TwoLayerNetwork],
  inside: (theta: TwoLayerNetwork, point: TwoLayerNetwork) => boolean,
): boolean {
  const polyline = graphPolyline(graphOf(theta.units.length, from.units.length), theta, from, to);
  if (polyline === undefined) return false;
  const { points, partitions } = polyline;
  if (points.length !== partitions.length + 1) return false;
  return (
    sameNetwork(entry(points, 0), from) &&
    sameNetwork(entry(points, partitions.length), to) &&
    partitions.every((partition, index) => {
      const [start, end] = [entry(points, index), entry(points, index + 1)];
      return (
        gammaHolds(theta, partition, start) &&
        gammaHolds(theta, partition, end) &&
        inside(theta, within(start, end))
      );
    })
  );
}

export const properties: readonly Property[] = [
  property(
    "thm-3.1-connected/polyline",
    "two points of Θ, r < m, are joined by segments that each lie in one Γ_P, and so in Θ",
    twoPoints,
    (points) => polylineHolds(points, (theta, point) => equalMeasures(measureOf(point), measureOf(theta))),
  ),
  property(
    "thm-3.1-connected/relabelling",
    "S_m × S_r, acting on P and Q together, preserves whether Γ_P and Γ_Q intersect, and in which " +
      "dimension, by equations",
    relabelledPairs(3),
    (pair) =>
      sameWhenRelabelled(pair, (theta, p, q) =>
        intersectionByEquations(gammaSubspace(theta, p), gammaSubspace(theta, q)),
      ),
  ),
];
