import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { entry } from "../../exact/entry.js";
import { IntersectionGraph } from "../../manifold/graph/intersectionGraph.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";
import { sumOverWidths, widths } from "../evidence/ranges.js";

/** Evidence for Theorem 3.1 and Corollary 4.1 by the graph of all meeting pairs. */
export const graphEvidence: Evidence = everyCase("graph", {
  upTo: 6,
  usually: 5,
  what: "in the graph of all meeting pairs every subspace is reached if m > r, and is isolated if m = r",
  range: (bound) => `all subspaces, 1 ≤ r ≤ m ≤ ${bound}`,
  expected: (bound) => sumOverWidths(bound, labelledPartitionCount),
  cases: graphCases,
  check: checkVertex,
});

/** A vertex of the intersection graph: whether the first vertex reaches it, and whether it meets another. */
export interface VertexCase {
  readonly name: string;
  readonly isolated: boolean;
  readonly reached: boolean;
  readonly extra: number;
}

/** The first subspace reaches every other if there are extra units; without them none meets another. */
export function checkVertex({ name, isolated, reached, extra }: VertexCase): string | undefined {
  if (extra > 0) return reached ? undefined : `${name} is not reached`;
  return isolated ? undefined : `${name} meets another subspace, though m = r`;
}

function* graphCases(maxM: number): Generator<VertexCase> {
  for (const [r, m] of widths(maxM)) {
    const graph = new IntersectionGraph(r, m);
    const distances = graph.distancesFrom(0);
    for (let vertex = 0; vertex < graph.vertexCount; vertex += 1) {
      yield {
        name: `[${graph.partitionAt(vertex).key}]`,
        isolated: graph.neighboursOf(vertex).length === 0,
        reached: entry(distances, vertex) >= 0,
        extra: m - r,
      };
    }
  }
}
