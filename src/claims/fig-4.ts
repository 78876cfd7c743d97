import { IntersectionGraph } from "../manifold/graph/intersectionGraph.js";
import { properties } from "../../properties/fig-4.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "fig-4",
  title: "The connectivity graphs of Figure 4",
  statement:
    "(1,2): 3 subspaces; (2,3): 12 in a 12-cycle; (3,4): 60 = 24 with a vanishing output, each joined to " +
    "3, and 36 with a doubled weight, each joined to 2",
  source: "Şimşek et al. 2021, Fig. 4",
  hypotheses: [],
  evidence: [
    everyCase("colours", {
      what: "subspaces with a vanishing output and with a doubled weight, as many as drawn",
      range: "(r,m) = (1,2), (2,3), (3,4)",
      expected: 3n,
      cases: () => PANELS,
      check: checkPanel,
    }),
    everyCase("graphs", {
      what: "degrees by colour, and connectedness, of every vertex drawn",
      range: "(r,m) = (1,2), (2,3), (3,4)",
      expected: 3n + 12n + 60n,
      cases: allVertices,
      check: checkDrawn,
    }),
  ],
  properties,
};

/** What Fig. 4 and its caption show of one panel: how many subspaces of either colour. */
export interface Panel {
  readonly r: number;
  readonly vanishing: number;
  readonly doubled: number;
}

/** (a), (b) and (c): blue subspaces have a vanishing output weight, green ones a doubled incoming weight. */
const PANELS: readonly Panel[] = [
  { r: 1, vanishing: 2, doubled: 1 },
  { r: 2, vanishing: 6, doubled: 6 },
  { r: 3, vanishing: 24, doubled: 36 },
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
export function checkDrawn({
  r,
  vanishing,
  toVanishing,
  toDoubled,
  reached,
}: DrawnVertex): string | undefined {
  const right = vanishing ? toVanishing === 0 && toDoubled === r : toVanishing === 2 && toDoubled === 0;
  if (right && reached) return undefined;
  return `r = ${r}: a ${vanishing ? "vanishing" : "doubled"} one joined to ${toVanishing} and ${toDoubled}, reached: ${reached}`;
}

/** The vertices of the graph for m = r + 1. */
export function* drawnVertices(r: number): Generator<DrawnVertex> {
  const graph = new IntersectionGraph(r, r + 1);
  const isVanishing = (vertex: number): boolean => graph.partitionAt(vertex).zeroBlockCount === 1;
  const distances = graph.distancesFrom(0);
  for (let vertex = 0; vertex < graph.vertexCount; vertex += 1) {
    const joined = [...graph.neighboursOf(vertex)];
    const toVanishing = joined.filter(isVanishing).length;
    yield {
      r,
      vanishing: isVanishing(vertex),
      toVanishing,
      toDoubled: joined.length - toVanishing,
      reached: entry(distances, vertex) >= 0,
    };
  }
}

function* allVertices(): Generator<DrawnVertex> {
  for (const { r } of PANELS) yield* drawnVertices(r);
}

/** As many subspaces of either colour as drawn. */
export function checkPanel({ r, vanishing, doubled }: Panel): string | undefined {
  const colours = [...drawnVertices(r)].map((vertex) => vertex.vanishing);
  const blue = colours.filter(Boolean).length;
  const green = colours.length - blue;
  if (blue === vanishing && green === doubled) return undefined;
  return `r = ${r}: ${blue} vanishing and ${green} doubled, drawn ${vanishing} and ${doubled}`;
}
