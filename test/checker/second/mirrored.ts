import type { Expected } from "../../../src/checker/verdict.js";
import { SignedLabelledPartition } from "../../../src/combinatorics/signed/signedLabelledPartition.js";
import type { Parity } from "../../../src/exact/parity.js";
import { isIrreducibleMirrored } from "../../../src/manifold/signed/mirroredNetwork.js";
import { signedGammaHolds } from "../../../src/manifold/signed/signedGammaSubspace.js";
import { signedIntersectionPoint } from "../../../src/manifold/signed/signedIntersectionPoint.js";
import { SignedIntersectionGraph } from "../../../src/manifold/signed/signedIntersectionGraph.js";
import { signedSubspacesHolding } from "../../../src/manifold/signed/signedSubspacesHolding.js";
import { sameNetwork, type TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { canonical, type Json } from "../seal.js";
import { partitionOf } from "./lists.js";
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

const graphs = new Map<string, SignedIntersectionGraph>();

export function signedGraphOf(r: number, m: number, parity: Parity): SignedIntersectionGraph {
  const key = `${r},${m},${parity}`;
  const graph = graphs.get(key) ?? new SignedIntersectionGraph(r, m, parity);
  graphs.set(key, graph);
  return graph;
}

/** The vertices of the graph whose subspaces hold a point. */
export function signedVerticesHolding(
  theta: TwoLayerNetwork,
  point: TwoLayerNetwork,
  parity: Parity,
): number[] {
  const graph = signedGraphOf(theta.units.length, point.units.length, parity);
  return [...signedSubspacesHolding(theta, point, parity)].map((partition) => graph.vertexOf(partition));
}

interface Ends {
  readonly theta: TwoLayerNetwork;
  readonly from: TwoLayerNetwork;
  readonly to: TwoLayerNetwork;
  readonly parity: Parity;
}

/** The fewest segments between points, by breadth-first search from all subspaces that hold the first. */
export function fewestMirrored({ theta, from, to, parity }: Ends): number {
  if (sameNetwork(from, to)) return 0;
  const graph = signedGraphOf(theta.units.length, from.units.length, parity);
  const distances = graph.distancesFrom(...signedVerticesHolding(theta, from, parity));
  const reached = signedVerticesHolding(theta, to, parity).flatMap((goal) => distances[goal] ?? []);
  return 1 + Math.min(...reached.filter((distance) => distance >= 0));
}

/** A mirrored path by SPEC.md with the program's own rooms. */
export function mirroredPathHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = pathMembers(body, "bound", "parity", "partitions", "theta");
  const { parity } = parts;
  need((parity === "odd" || parity === "even") && parity === expected.parity);
  const theta = networkOf(parts.theta);
  need(isIrreducibleMirrored(theta, parity) && isAsked(parts.theta, expected.theta));
  const pointValues = pointsOf(parts);
  const points = pointValues.map(networkOf);
  const [from, to] = [points[0], points.at(-1)];
  need(from !== undefined && to !== undefined && points.every((point) => sameDimensions(point, theta)));
  const [r, m] = [theta.units.length, from.units.length];
  need(points.every((point) => point.units.length === m));
  need((expected.r ?? r) === r && (expected.m ?? m) === m);
  const partitions = entries(parts.partitions).map((value) => signedOf(value, r, m, parity));
  need(points.length === partitions.length + 1);
  need(expected.from !== undefined && isAsked(pointValues[0], expected.from));
  need(expected.to !== undefined && isAsked(pointValues.at(-1), expected.to));
  for (const end of [from, to]) need(!signedSubspacesHolding(theta, end, parity).next().done);
  need(
    partitions.every((partition, index) =>
      points.slice(index, index + 2).every((point) => signedGammaHolds(theta, partition, point)),
    ),
  );
  const settled = boundHolds(parts.bound, { theta, from, to, parity }, partitions.length);
  const isUnbounded = canonical(parts.bound ?? null) === '{"rule":"none"}';
  return settled || (expected.claim === "ext-parity-connected" && isUnbounded);
}

function signedOf(value: Json, r: number, m: number, parity: Parity): SignedLabelledPartition {
  const { codes, signs } = members(value, "codes", "signs");
  return SignedLabelledPartition.of(
    partitionOf(codes ?? null, r, m).codes,
    entries(signs).map(whole),
    r,
    parity,
  );
}

/** True if the bound proves the number of segments least; no certificate if it fails to. */
function boundHolds(bound: Json | undefined, ends: Ends, count: number): boolean {
  need(isRecord(bound));
  if (canonical(bound) === '{"rule":"none"}') return false;
  const { theta, from, to, parity } = ends;
  const [r, m] = [theta.units.length, from.units.length];
  if (bound.rule !== "potential") {
    members(bound, "rule");
    need(bound.rule === "star" || bound.rule === "distinct");
    need(bound.rule === "star" ? m === r + 1 : count <= 1);
    need(count === fewestMirrored(ends));
    return true;
  }
  const { values: listed, partitions } = members(bound, "partitions", "rule", "values");
  need(r <= m && m <= 6);
  const graph = signedGraphOf(r, m, parity);
  const subspaces = entries(partitions).map((value) => signedOf(value, r, m, parity));
  const values = entries(listed).map(whole);
  const valueOf = new Map(subspaces.map(({ key }, index) => [key, values[index] ?? 0]));
  need(subspaces.length === values.length && subspaces.length <= 2500);
  need(valueOf.size === subspaces.length && graph.vertexCount === subspaces.length);
  subspaces.forEach((p, i) => {
    subspaces.slice(0, i).forEach((q, j) => {
      const isClose = Math.abs((values[i] ?? 0) - (values[j] ?? 0)) <= 1;
      need(isClose || signedIntersectionPoint(theta, p, q) === undefined);
    });
  });
  const valuesAt = (point: TwoLayerNetwork): number[] =>
    [...signedSubspacesHolding(theta, point, parity)].map(({ key }) => valueOf.get(key) ?? 0);
  const [low, high] = [Math.min(...valuesAt(to)), Math.max(...valuesAt(from))];
  need(!sameNetwork(from, to) && low - high >= count - 1);
  // What the rule proves must be so.
  if (count !== fewestMirrored(ends)) throw new Error("a potential that proves too much");
  return true;
}
