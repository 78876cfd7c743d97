import { join } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import type { Expected } from "../../../src/checker/verdict.js";
import { IntersectionGraph } from "../../../src/manifold/graph/intersectionGraph.js";
import { onExpansionManifold } from "../../../src/manifold/subspaces/expansionManifold.js";
import { gammaHolds } from "../../../src/manifold/subspaces/gammaSubspace.js";
import { subspacesHolding } from "../../../src/manifold/subspaces/subspacesHolding.js";
import { isIrreducible } from "../../../src/network/irreducible.js";
import { sameNetwork, type TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { canonical, type Json } from "../seal.js";
import { allPartitions, partitionOf } from "./lists.js";
import {
  entries,
  isAsked,
  isRecord,
  members,
  need,
  networkOf,
  pathMembers,
  pointsOf,
  sameDimensions,
  whole,
} from "./reading.js";

const graphs = new Map<string, IntersectionGraph>();

export function graphOf(r: number, m: number): IntersectionGraph {
  const key = `${r},${m}`;
  const graph = graphs.get(key) ?? new IntersectionGraph(r, m);
  graphs.set(key, graph);
  return graph;
}

/** The vertices of the graph whose subspaces hold a point. */
export function verticesHolding(theta: TwoLayerNetwork, point: TwoLayerNetwork): number[] {
  const graph = graphOf(theta.units.length, point.units.length);
  return [...subspacesHolding(theta, point)].map((partition) => graph.vertexOf(partition));
}

/** The fewest segments between points, by breadth-first search from all subspaces that hold the first. */
export function fewestSegments(theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork): number {
  if (sameNetwork(from, to)) return 0;
  const graph = graphOf(theta.units.length, from.units.length);
  const distances = graph.distancesFrom(...verticesHolding(theta, from));
  const reached = verticesHolding(theta, to).flatMap((goal) => distances[goal] ?? []);
  return 1 + Math.min(...reached.filter((distance) => distance >= 0));
}

export function pathHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = pathMembers(body, "bound", "partitions", "theta");
  const theta = networkOf(parts.theta);
  need(isIrreducible(theta) && isAsked(parts.theta, expected.theta));
  const pointValues = pointsOf(parts);
  const points = pointValues.map(networkOf);
  const [from, to] = [points[0], points.at(-1)];
  need(from !== undefined && to !== undefined && points.every((point) => sameDimensions(point, theta)));
  const [r, m] = [theta.units.length, from.units.length];
  need(points.every((point) => point.units.length === m));
  need((expected.r ?? r) === r && (expected.m ?? m) === m);
  const partitions = entries(parts.partitions).map((codes) => partitionOf(codes, r, m));
  need(points.length === partitions.length + 1);
  need(isAsked(pointValues[0], expected.from) && isAsked(pointValues.at(-1), expected.to));
  need(onExpansionManifold(theta, from) && onExpansionManifold(theta, to));
  need(
    partitions.every((partition, index) =>
      [points[index], points[index + 1]].every(
        (point) => point !== undefined && gammaHolds(theta, partition, point),
      ),
    ),
  );
  const settled = boundHolds(parts.bound, theta, from, to, partitions.length);
  return (
    settled || (expected.claim === "thm-3.1-path" && canonical(parts.bound ?? null) === '{"rule":"none"}')
  );
}

/** True if the bound proves the number of segments least; no certificate if it fails to. */
function boundHolds(
  bound: Json | undefined,
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  count: number,
): boolean {
  need(isRecord(bound));
  if (canonical(bound) === '{"rule":"none"}') return false;
  const [r, m] = [theta.units.length, from.units.length];
  const least = fewestSegments(theta, from, to);
  if (bound.rule === "potential") {
    const { values: listed, partitions } = members(bound, "partitions", "rule", "values");
    const subspaces = allPartitions(partitions, r, m);
    const values = entries(listed).map(whole);
    need(subspaces.length === values.length && subspaces.length <= 2500);
    subspaces.forEach((p, i) => {
      subspaces.forEach((q, j) => {
        need(Math.abs((values[i] ?? 0) - (values[j] ?? 0)) <= 1 || !joinSaysTheyMeet(p, q));
      });
    });
    const low = Math.min(...verticesHolding(theta, to).map((vertex) => values[vertex] ?? 0));
    const high = Math.max(...verticesHolding(theta, from).map((vertex) => values[vertex] ?? 0));
    need(!sameNetwork(from, to) && low - high >= count - 1);
    // What the rule proves must be so.
    if (count !== least) throw new Error("a potential that proves too much");
    return true;
  }
  members(bound, "rule");
  need(bound.rule === "star" || bound.rule === "distinct");
  need(count === least && (bound.rule === "star" ? m === r + 1 : count <= 1));
  return true;
}

function joinSaysTheyMeet(p: LabelledPartition, q: LabelledPartition): boolean {
  return join(p, q).every(
    ({ labelsInP, labelsInQ }) => labelsInP.length <= 1 && labelsInP.join() === labelsInQ.join(),
  );
}
