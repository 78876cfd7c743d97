import { IntersectionGraph, intersectionGraphSize } from "../../../manifold/graph/intersectionGraph.js";
import { intersectionGraphBytes } from "../../../manifold/graph/meetingGraph.js";
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
}

/** Which graph is asked for. */
export interface GraphRequest {
  readonly r: number;
  readonly m: number;
  /** MiB that the graph may take. */
  readonly budget: number;
}

/**
 * Builds the graph and measures it.
 *
 * @throws InputError before the graph is built, if it would take more memory than that.
 */
export function graphReport({ r, m, budget }: GraphRequest, hear: Hear): GraphReport {
  const phase = phasesOf(hear);
  const size = intersectionGraphSize(r, m, phase("counting meetings"));
  requireMemory(`graph ${r} ${m}`, intersectionGraphBytes(size, m), budget);
  const graph = new IntersectionGraph(r, m, phase("listing meetings"), size);
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
  };
}

/** The report as lines for a person. */
export function graphLines(report: GraphReport): string {
  const degrees = Object.entries(report.degrees).map(([degree, count]) => `${count} of degree ${degree}`);
  return [
    `r = ${report.r}, m = ${report.m}`,
    `subspaces   ${report.subspaces}`,
    `meetings    ${report.edges} pairs of subspaces meet`,
    `components  ${report.components}`,
    `diameter    ${report.diameter ?? "none, not connected"}`,
    `degrees     ${degrees.join(", ")}`,
  ].join("\n");
}
