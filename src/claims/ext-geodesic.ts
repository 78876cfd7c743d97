import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { orbitRepresentative, orbits } from "../combinatorics/partitions/orbits.js";
import { type Diameter, diameters, starDiameter } from "../manifold/graph/diameters.js";
import { IntersectionGraph } from "../manifold/graph/intersectionGraph.js";
import { meetingSearch } from "../manifold/graph/meetingSearch.js";
import { shortestPath } from "../manifold/paths/shortestPath.js";
import { properties } from "../../properties/ext-geodesic.js";
import type { Claim } from "./evidence/claim.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { genericPoint } from "./instances/genericPoint.js";
import { pathCertificates } from "./instances/pathInstances.js";
import { pairCount } from "./thm-3.1-distinct.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_STAR = 7;
const MAX_SEARCH = 5;
const MAX_CERTIFIED = 4;

export const claim: Claim = {
  id: "ext-geodesic",
  title: "Fewest segments between two points",
  statement:
    "The fewest segments between different points of Θ_{r→m}(θ^r) are 1 plus the least distance between " +
    "subspaces that contain them. For m = r + 1 there is a closed form, by the star graph on r + 1 " +
    "symbols with each edge subdivided: the distance is 2·(n' + c' − 2·[blank displaced]), for n' " +
    "displaced symbols, the blank among them, in c' cycles, and the diameter is 2·⌊3r/2⌋",
  source: "extension; for tanh networks Farrugia-Roberts (2023) gives paths of at most seven segments",
  hypotheses: ["θ^r irreducible", "1 ≤ r < m"],
  evidence: [
    everyCase("closed form", {
      upTo: MAX_STAR,
      usually: MAX_STAR - 1,
      what: "segments by the star graph agree with breadth-first search of the whole graph",
      range: (bound) => `one subspace of each orbit against all, m = r + 1 ≤ ${bound}`,
      expected: (bound) => sumOverWidths(bound, (r, m) => (m === r + 1 ? pairCount(r, m) : 0n)),
      cases: starCases,
      check: checkDistance,
    }),
    everyCase("search", {
      upTo: MAX_SEARCH,
      what: "distances by the search from both ends agree with breadth-first search of the whole graph",
      range: (bound) => `one subspace of each orbit against all, 1 ≤ r < m ≤ ${bound}`,
      expected: (bound) => sumOverWidths(bound, (r, m) => (r < m ? pairCount(r, m) : 0n)),
      cases: searchCases,
      check: checkDistance,
    }),
    {
      name: "diameters",
      kind: "exhaustive",
      run: ({ maxM, progress }) => {
        const bound = Math.min(maxM, MAX_DIAMETER);
        const visited: Diameter[] = [];
        const verdict = exhaustive({
          what: "exact diameters of the intersection graph; for m = r + 1 also by the closed form 2·⌊3r/2⌋",
          range: `1 ≤ r < m ≤ ${bound}`,
          expected: sumOverWidths(bound, (r, m) => (r < m ? 1n : 0n)),
          cases: diameters(bound),
          check: (item) => {
            visited.push(item);
            return checkDiameter(item);
          },
          progress,
        });
        return { ...verdict, table: diameterTable(visited) };
      },
    },
    pathCertificates("ext-geodesic", {
      upTo: MAX_CERTIFIED,
      what:
        "shortest paths with a bound that the checker verifies: a potential on all subspaces, or the star " +
        "graph",
      find: (theta, from, to) => {
        const shortest = shortestPath(theta, from, to);
        return shortest && { line: shortest.path.list(), optimal: shortest.optimal };
      },
    }),
  ],
  properties,
  theorems: [
    "segment_in_one_subspace",
    "segments_are_walks",
    "walks_between_subspaces",
    "subdivided_star_graph",
    "subdivided_star_distance",
    "middle_of_edge",
    "subdivided_star_diameter",
    "segments_with_one_spare_unit",
  ],
};

/** Those of width 7 take ten times as long as all others. */
const MAX_DIAMETER = 6;

/** More than there are subspaces at these sizes. */
const BUDGET = 1_000_000;

/** Two subspaces, their distance in the whole graph, and their distance by a search. */
export interface DistanceCase {
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly inGraph: number;
  readonly searched: number | undefined;
}

export function checkDistance({ p, q, inGraph, searched }: DistanceCase): string | undefined {
  if (inGraph === searched) return undefined;
  return `from [${p.key}] to [${q.key}]: ${inGraph} edges in the graph, ${searched ?? "none"} by the search`;
}

/** One subspace of each orbit with all others, and distances by breadth-first search of the whole graph. */
export function* distanceCases(
  r: number,
  m: number,
  search: (p: LabelledPartition, q: LabelledPartition) => number | undefined,
): Generator<DistanceCase> {
  const graph = new IntersectionGraph(r, m);
  for (const orbit of orbits(r, m)) {
    const p = orbitRepresentative(orbit);
    for (const [vertex, inGraph] of graph.distancesFrom(graph.vertexOf(p)).entries()) {
      const q = graph.partitionAt(vertex);
      yield { p, q, inGraph, searched: search(p, q) };
    }
  }
}

/** The edges of a shortest path between generic points of two subspaces. */
export function edgesBetweenPoints(p: LabelledPartition, q: LabelledPartition): number | undefined {
  const theta = standardNetwork(p.r, 1, 1);
  const shortest = shortestPath(theta, genericPoint(theta, p), genericPoint(theta, q));
  if (shortest?.optimal !== true) return undefined;
  return shortest.method === "equal points" ? 0 : shortest.path.segments - 1;
}

function edgesBySearch(p: LabelledPartition, q: LabelledPartition): number | undefined {
  const { way } = meetingSearch([p], [q], BUDGET);
  return way === undefined ? undefined : way.length - 1;
}

function* starCases(maxM: number): Generator<DistanceCase> {
  for (let m = 2; m <= maxM; m += 1) yield* distanceCases(m - 1, m, edgesBetweenPoints);
}

function* searchCases(maxM: number): Generator<DistanceCase> {
  for (const [r, m] of widths(maxM)) if (r < m) yield* distanceCases(r, m, edgesBySearch);
}

/** The diameter is the distance of its two subspaces by the search, and for m = r + 1 the closed form. */
export function checkDiameter({ r, m, diameter, between: [p, q] }: Diameter): string | undefined {
  const edges = edgesBySearch(p, q);
  if (edges !== diameter) return `(${r},${m}): diameter ${diameter}, the search finds ${edges ?? "no path"}`;
  if (m > r + 1 || diameter === starDiameter(r)) return undefined;
  return `(${r},${m}): diameter ${diameter}, by the closed form ${starDiameter(r)}`;
}

/** A row for each r, a column for each m. */
export function diameterTable(items: readonly Diameter[]): FoundTable {
  const widest = Math.max(...items.map(({ m }) => m));
  const columns = Array.from({ length: Math.max(widest - 1, 0) }, (_, index) => index + 2);
  /** Empty where no diameter was computed. */
  const at = (r: number, m: number): string =>
    items
      .filter((item) => item.r === r && item.m === m)
      .map(({ diameter }) => diameter.toString())
      .join();
  return {
    title: "Diameters of the intersection graph; two points are at most one segment more apart",
    head: ["r", ...columns.map((m) => `m = ${m}`)],
    rows: columns.map((m) => [`${m - 1}`, ...columns.map((other) => at(m - 1, other))]),
  };
}
