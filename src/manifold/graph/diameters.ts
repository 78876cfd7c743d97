import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { IntersectionGraph } from "./intersectionGraph.js";

/** The largest distance between two subspaces of Θ_{r→m}. */
export interface Diameter {
  readonly r: number;
  readonly m: number;
  /** The distance in edges of the intersection graph: two points are at most one segment further apart. */
  readonly diameter: number;
  /** Two subspaces at that distance. */
  readonly between: readonly [LabelledPartition, LabelledPartition];
}

/**
 * The diameter for m = r + 1, which is 2·⌊3r/2⌋: that of the star graph (Akers and Krishnamurthy 1989), with
 * each edge divided into two. Subspaces in the middle of an edge are not further apart: the star graph is
 * bipartite, so for any arrangement one of the two ends of an edge is nearer to it than the diameter.
 *
 * @param r ≥ 1.
 * @example starDiameter(3) === 8
 */
export function starDiameter(r: number): number {
  return 2 * ((3 * r) >> 1);
}

/**
 * The exact diameters for all 1 ≤ r < m ≤ maxM, by m. Each intersection graph is built, and searched from one
 * subspace of each orbit.
 *
 * @throws RangeError if a graph is not connected.
 * @example [...diameters(3)] // (1,2): 2, (1,3): 2, (2,3): 6
 */
export function* diameters(maxM: number): Generator<Diameter> {
  for (let m = 2; m <= maxM; m += 1) {
    for (let r = 1; r < m; r += 1) {
      yield farthest(new IntersectionGraph(r, m));
    }
  }
}

function farthest(graph: IntersectionGraph): Diameter {
  const { r, m } = graph;
  const pair = graph.farthest(graph.orbitVertices());
  if (pair === undefined) throw new RangeError(`the graph of (${r}, ${m}) is not connected`);
  return {
    r,
    m,
    diameter: pair.distance,
    between: [graph.partitionAt(pair.from), graph.partitionAt(pair.to)],
  };
}
