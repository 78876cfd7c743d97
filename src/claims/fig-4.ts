import { IntersectionGraph } from "../manifold/graph/intersectionGraph.js";
import { properties } from "../../properties/fig-4.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "fig-4",
  title: "The connectivity graphs of Figure 4",
  statement:
    "(1,2): 3 subspaces; (2,3): 12 in a 12-cycle; (3,4): 60, of which 24 have a vanishing output and 3 " +
    "neighbours each, and 36 have a doubled weight and 2 neighbours each",
  source: "Şimşek et al. 2021, Fig. 4",
  hypotheses: [],
  evidence: [
    everyCase("colours", {
      what: "the numbers of subspaces with a vanishing output and with a doubled weight are as drawn",
      range: "(r,m) = (1,2), (2,3), (3,4)",
      expected: 3n,
      cases: () => PANELS,
      check: checkPanel,
    }),
    everyCase("graphs", {
      what: "the degrees by colour of every vertex drawn, and connectedness",
      range: "(r,m) = (1,2), (2,3), (3,4)",
      expected: 3n + 12n + 60n,
      cases: allVertices,
      check: checkDrawn,
    }),
  ],
  properties,
};

/** The numbers of subspaces of either colour in a panel of Fig. 4. */
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

/** A vertex of the figure: its colour, its neighbours of either colour, and whether it is reached. */
export interface DrawnVertex {
  readonly r: number;
  readonly vanishing: boolean;
  readonly toVanishing: number;
  readonly toDoubled: number;
  readonly reached: boolean;
}

/** Blue vertices have r green neighbours, green ones 2 blue neighbours, and the graph is connected. */
export function checkDrawn({
  r,
  vanishing,
  toVanishing,
  toDoubled,
  reached,
}: DrawnVertex): string | undefined {
  const right = vanishing ? toVanishing === 0 && toDoubled === r : toVanishing === 2 && toDoubled === 0;
  if (right && reached) return undefined;
  return `r = ${r}: a ${vanishing ? "vanishing" : "doubled"} one adjacent to ${toVanishing} and ${toDoubled}, reached: ${reached}`;
}

/** The vertices of the graph for m = r + 1. */
export function* drawnVertices(r: number): Generator<DrawnVertex> {
  const graph = new IntersectionGraph(r, r + 1);
  const isVanishing = (vertex: number): boolean => graph.partitionAt(vertex).zeroBlockCount === 1;
  const distances = graph.distancesFrom(0);
  for (let vertex = 0; vertex < graph.vertexCount; vertex += 1) {
    const adjacent = [...graph.neighboursOf(vertex)];
    const toVanishing = adjacent.filter(isVanishing).length;
    yield {
      r,
      vanishing: isVanishing(vertex),
      toVanishing,
      toDoubled: adjacent.length - toVanishing,
      reached: entry(distances, vertex) >= 0,
    };
  }
}

function* allVertices(): Generator<DrawnVertex> {
  for (const { r } of PANELS) yield* drawnVertices(r);
}

export function checkPanel({ r, vanishing, doubled }: Panel): string | undefined {
  const colours = [...drawnVertices(r)].map((vertex) => vertex.vanishing);
  const blue = colours.filter(Boolean).length;
  const green = colours.length - blue;
  if (blue === vanishing && green === doubled) return undefined;
  return `r = ${r}: ${blue} vanishing and ${green} doubled, drawn ${vanishing} and ${doubled}`;
}
