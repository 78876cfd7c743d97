import { IntersectionGraph, intersectionGraphSize } from "../../../manifold/graph/intersectionGraph.js";
import { intersectionGraphBytes } from "../../../manifold/graph/meetingGraph.js";
import type { Parity } from "../../../exact/parity.js";
import {
  SignedIntersectionGraph,
  signedGraphSize,
} from "../../../manifold/signed/signedIntersectionGraph.js";
import { type Mirrored, mirrorLines } from "../../options/mirrorOptions.js";
import { present } from "../../options/present.js";
import { type Hear, phasesOf } from "../../terminal/progress.js";
import { requireMemory } from "../../options/memory.js";

/** The intersection graph of `equiloss graph r m`; counts as decimal strings, as `count` has them. */
export interface GraphReport {
  readonly r: number;
  readonly m: number;
  readonly subspaces: string;
  readonly edges: string;
  readonly components: string;
  /** Null if the graph is not connected. */
  readonly diameter: number | null;
  /** How many subspaces meet a given number of others. */
  readonly degrees: Readonly<Record<string, string>>;
  /** The parity of the activation, if neurons may be mirrored. */
  readonly parity?: Parity;
}

/** Which graph is asked for. */
export interface GraphRequest {
  readonly r: number;
  readonly m: number;
  /** MiB that the graph may take. */
  readonly budget: number;
  readonly mirrored: Mirrored;
}

/**
 * Builds the graph and measures it.
 *
 * @throws InputError before the graph is built, if it would take more memory than that.
 */
export function graphReport({ r, m, budget, mirrored: { parity } }: GraphRequest, hear: Hear): GraphReport {
  const phase = phasesOf(hear);
  const [counting, listing] = [phase("counting meetings"), phase("listing meetings")];
  const size =
    parity === undefined ? intersectionGraphSize(r, m, counting) : signedGraphSize(r, m, parity, counting);
  requireMemory(
    `graph ${r} ${m}`,
    intersectionGraphBytes(size, parity === undefined ? m : 2 * m + 100),
    budget,
  );
  const graph =
    parity === undefined
      ? new IntersectionGraph(r, m, listing, size)
      : new SignedIntersectionGraph(r, m, parity, listing, size);
  return {
    r,
    m,
    subspaces: graph.vertexCount.toString(),
    edges: graph.edgeCount.toString(),
    components: graph.componentCount().toString(),
    diameter: graph.diameter(phase("measuring distances")),
    degrees: Object.fromEntries(
      [...size.degrees].map(([degree, count]) => [degree.toString(), count.toString()]),
    ),
    ...present({ parity }),
  };
}

/** The report as lines for a person. */
export function graphLines(report: GraphReport, mirrored: Mirrored): string {
  const degrees = Object.entries(report.degrees).map(([degree, count]) => `${count} of degree ${degree}`);
  return [
    `r = ${report.r}, m = ${report.m}`,
    ...mirrorLines(mirrored),
    `subspaces   ${report.subspaces}`,
    `meetings    ${report.edges} pairs of subspaces meet`,
    `components  ${report.components}`,
    `diameter    ${report.diameter ?? "none, not connected"}`,
    `degrees     ${degrees.join(", ")}`,
  ].join("\n");
}
