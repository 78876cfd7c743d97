import { IntersectionGraph } from "./intersectionGraph.js";

/** The largest distance between two subspaces of Θ_{r→m}. */
export interface Diameter {
  readonly r: number;
  readonly m: number;
  /** In edges of the intersection graph: two points are never more than one segment more apart. */
  readonly diameter: number;
}

/**
 * 2·⌊3r/2⌋, the diameter for m = r + 1: that of the star graph (Akers and Krishnamurthy 1989), each edge of which
 * is two. Subspaces in the middles of edges are not further apart: the star graph is bipartite, so of the two
 * ends of an edge one is nearer than its diameter to any arrangement.
 *
 * @param r ≥ 1.
 * @example starDiameter(3) === 8
 */
export function starDiameter(r: number): number {
  return 2 * ((3 * r) >> 1);
}

/**
 * Exact diameters for all 1 ≤ r < m ≤ maxM, by m: the intersection graphs are built and searched from one
 * subspace of each orbit.
 *
 * @throws RangeError if a graph is not connected.
 * @example [...diameters(3)] // (1,2): 2, (1,3): 2, (2,3): 6
 */
export function* diameters(maxM: number): Generator<Diameter> {
  for (let m = 2; m <= maxM; m += 1) {
    for (let r = 1; r < m; r += 1) {
      const diameter = new IntersectionGraph(r, m).diameter();
      if (diameter === null) throw new RangeError(`the graph of (${r}, ${m}) is not connected`);
      yield { r, m, diameter };
    }
  }
}
