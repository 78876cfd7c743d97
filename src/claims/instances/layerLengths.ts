import { holdsPoint } from "../../manifold/subspaces/affineSubspace.js";
import { type MultiLayerPolyline, multiLayerPath } from "../../manifold/layers/multiLayerPath.js";
import { multiLayerSpace, networkOfPoint, pointOfLayers } from "../../manifold/layers/multiLayerSpace.js";
import { multiLayerSubspaceHolds } from "../../manifold/layers/multiLayerSubspace.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../network/randomMultiLayer.js";
import { entry } from "../../exact/entry.js";
import { freePoint } from "./multiLayerInstances.js";
import type { LayerWidths } from "./layerWidths.js";
import { TupleGraph, allTuples, tupleName } from "./tupleGraph.js";

/** Hidden widths between whose points all lengths are compared, and whether there are biases. */
export const MEASURED: readonly (LayerWidths & { readonly hasBiases: boolean })[] = [
  { r: [1, 1], m: [2, 2], hasBiases: true },
  { r: [1, 2], m: [2, 3], hasBiases: false },
];

/** A path between two points, and the fewest segments, by a search from all subspaces that hold the first. */
export interface LengthCase {
  readonly name: string;
  readonly theta: MultiLayerNetwork;
  readonly ends: readonly [MultiLayerNetwork, MultiLayerNetwork];
  readonly line: MultiLayerPolyline | undefined;
  readonly lowerBound: number;
  readonly least: number;
}

/** The path has the fewest segments and says so, it has the right ends, and each segment lies in its Γ. */
export function checkLength({ name, theta, ends, line, lowerBound, least }: LengthCase): string | undefined {
  if (line === undefined) return `${name}: no path`;
  const { points, tuples } = line;
  if (tuples.length !== least || lowerBound !== least || points.length !== least + 1) {
    return `${name}: ${tuples.length} segments, at least ${lowerBound}, where ${least} are the fewest`;
  }
  if (!equal(entry(points, 0), ends[0]) || !equal(entry(points, least), ends[1]))
    return `${name}: other ends`;
  const outside = tuples.findIndex((tuple, segment) =>
    points
      .slice(segment, segment + 2)
      .some((point) => !multiLayerSubspaceHolds(theta, tuple, "last to first", point)),
  );
  return outside < 0 ? undefined : `${name}: segment ${outside + 1} leaves its subspace`;
}

function equal(left: MultiLayerNetwork, right: MultiLayerNetwork): boolean {
  return pointOfLayers(left).equals(pointOfLayers(right));
}

/** From the base point of each subspace, which lies in many, to a point of each where nothing free is 0. */
export function* lengthCases(seed: number): Generator<LengthCase> {
  for (const { r, m, hasBiases } of MEASURED) {
    const theta = randomMultiLayer({ widths: [1, ...r, 1], hasBiases }, seed);
    const graph = new TupleGraph(theta, allTuples(r, m), "last to first");
    const holding = (point: MultiLayerNetwork): number[] =>
      graph.subspaces.flatMap((subspace, i) => (holdsPoint(subspace, pointOfLayers(point)) ? [i] : []));
    const goals = graph.tuples.map((tuple) => {
      const to = freePoint(theta, tuple);
      return { tuple, to, held: holding(to) };
    });
    for (const [i, subspace] of graph.subspaces.entries()) {
      const from = networkOfPoint(multiLayerSpace(theta, m), subspace.base);
      const distances = graph.distancesFrom(holding(from));
      for (const { tuple, to, held } of goals) {
        const path = multiLayerPath(theta, from, to);
        const edges = Math.min(...held.map((j) => entry(distances, j)));
        yield {
          name: `from ${tupleName(entry(graph.tuples, i))} to ${tupleName(tuple)}`,
          theta,
          ends: [from, to],
          line: "isolatedLayer" in path ? undefined : path.list(),
          lowerBound: "isolatedLayer" in path ? -1 : path.lowerBound,
          least: equal(from, to) ? 0 : 1 + edges,
        };
      }
    }
  }
}
