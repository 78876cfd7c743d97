import { IntersectionGraph } from "../manifold/intersectionGraph.js";
import { properties } from "../../properties/fig-4.js";
import type { Claim } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import { sampled } from "./sampled.js";

/** What Fig. 4 and its caption show of one panel. */
interface Panel {
  readonly r: number;
  readonly subspaces: number;
  readonly vanishing: number;
  readonly doubled: number;
}

/** (a), (b) and (c): blue subspaces have a vanishing output weight, green ones a doubled incoming weight. */
const PANELS: readonly Panel[] = [
  { r: 1, subspaces: 3, vanishing: 2, doubled: 1 },
  { r: 2, subspaces: 12, vanishing: 6, doubled: 6 },
  { r: 3, subspaces: 60, vanishing: 24, doubled: 36 },
];

/** A vertex as the figure draws it: whether blue, and how many of either colour it is joined to. */
export interface DrawnVertex {
  readonly r: number;
  readonly vanishing: boolean;
  readonly toVanishing: number;
  readonly toDoubled: number;
  readonly reached: boolean;
}

/** Blue is joined to r green ones and green to 2 blue ones, and all hang together. */
export function checkDrawn({ r, vanishing, toVanishing, toDoubled, reached }: DrawnVertex): string | undefined {
  const right = vanishing ? toVanishing === 0 && toDoubled === r : toVanishing === 2 && toDoubled === 0;
  if (right && reached) return undefined;
  return `r = ${r}: a ${vanishing ? "vanishing" : "doubled"} one joined to ${toVanishing} and ${toDoubled}, reached: ${reached}`;
}

/** The vertices of the graph for m = r + 1. @throws RangeError if the colours are not as many as drawn. */
function* drawn({ r, subspaces, vanishing, doubled }: Panel): Generator<DrawnVertex> {
  const graph = new IntersectionGraph(r, r + 1);
  const isVanishing = (vertex: number): boolean => graph.partitionAt(vertex).zeroBlockCount === 1;
  const vertices = Array.from({ length: graph.vertexCount }, (_, vertex) => vertex);
  const blue = vertices.filter(isVanishing).length;
  if (vertices.length !== subspaces || blue !== vanishing || vertices.length - blue !== doubled) {
    throw new RangeError(`${vertices.length} subspaces, ${blue} of them vanishing`);
  }
  const distances = graph.distancesFrom(0);
  for (const vertex of vertices) {
    const joined = [...graph.neighboursOf(vertex)];
    const toVanishing = joined.filter(isVanishing).length;
    yield {
      r,
      vanishing: isVanishing(vertex),
      toVanishing,
      toDoubled: joined.length - toVanishing,
      reached: (distances[vertex] ?? -1) >= 0,
    };
  }
}

export const claim: Claim = {
  id: "fig-4",
  title: "The connectivity graphs of Figure 4",
  source: "Şimşek et al. 2021, Fig. 4",
  statement:
    "(1,2): 3 subspaces; (2,3): 12 in a 12-cycle; (3,4): 60 = 24 with a vanishing output, each joined to 3, " +
    "and 36 with a doubled weight, each joined to 2",
  hypotheses: [],
  evidence: [
    {
      name: "graphs",
      run: ({ progress }) =>
        exhaustive({
          what: "colours, degrees and connectedness of every vertex drawn",
          range: "(r,m) = (1,2), (2,3), (3,4)",
          expected: PANELS.reduce((sum, panel) => sum + BigInt(panel.subspaces), 0n),
          cases: PANELS.flatMap((panel) => [...drawn(panel)]),
          check: checkDrawn,
          progress,
        }),
    },
    ...properties.map(sampled),
  ],
  cites: { properties: properties.map((property) => property.name), tests: ["test/claims/fig-4.test.ts"] },
};
