import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
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
import { pathInstanceCount, pathInstances } from "./instances/pathInstances.js";
import { orbitCount } from "./instances/orbitCount.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

const MAX_STAR = 7;
const MAX_SEARCH = 5;
const MAX_CERTIFIED = 4;

export const claim: Claim = {
  id: "ext-geodesic",
  title: "Fewest segments between two points",
  statement:
    "The fewest segments between different points of Θ_{r→m}(θ^r) are 1 + the least distance of " +
    "subspaces that hold them. For m = r + 1 that is a closed form, by the star graph on r + 1 symbols " +
    "with each edge subdivided: distance 2·(n' + c' − 2·[blank displaced]), n' displaced symbols in c' " +
    "cycles; diameter 2·⌊3r/2⌋",
  source: "extension; for tanh networks Farrugia-Roberts (2023) has paths of at most seven segments",
  hypotheses: ["θ^r irreducible", "1 ≤ r < m"],
  evidence: [
    everyCase("closed form", {
      upTo: MAX_STAR,
      what: "segments by the star graph against breadth-first search of the whole graph",
      range: (bound) => `one subspace of each orbit against all, m = r + 1 ≤ ${bound}`,
      expected: (bound) => sumOverWidths(bound, (r, m) => (m === r + 1 ? pairCount(r, m) : 0n)),
      cases: starCases,
      check: checkDistance,
    }),
    everyCase("search", {
      upTo: MAX_SEARCH,
      what: "distances by the search from both sides against breadth-first search of the whole graph",
      range: (bound) => `one subspace of each orbit against all, 1 ≤ r < m ≤ ${bound}`,
      expected: (bound) => sumOverWidths(bound, (r, m) => (r < m ? pairCount(r, m) : 0n)),
      cases: searchCases,
      check: checkDistance,
    }),
    {
      name: "diameters",
      long: true,
      run: ({ maxM, progress }) => {
        const bound = Math.min(maxM, MAX_DIAMETER);
        const found: Diameter[] = [];
        const verdict = exhaustive({
          what: "exact diameters of the intersection graph, for m = r + 1 by the closed form 2·⌊3r/2⌋ too",
          range: `1 ≤ r < m ≤ ${bound}`,
          expected: sumOverWidths(bound, (r, m) => (r < m ? 1n : 0n)),
          cases: diameters(bound),
          check: (item) => {
            found.push(item);
            return checkDiameter(item);
          },
          progress,
        });
        return { ...verdict, table: diameterTable(found) };
      },
    },
    certificates("certificates", {
      upTo: MAX_CERTIFIED,
      what:
        "shortest paths with a bound that the checker follows: a potential on all subspaces, or the star " +
        "graph",
      range: (bound) =>
        `from one subspace of each orbit to each other, neurons reversed, 1 ≤ r < m ≤ ${bound}, d_in = d_out = 1`,
      expected: (bound) => pathInstanceCount(bound),
      instances: (bound) =>
        pathInstances(bound, "ext-geodesic", (theta, from, to) => {
          const found = shortestPath(theta, from, to);
          return found && { line: found.path.list(), optimal: found.optimal };
        }),
    }),
  ],
  properties,
};

const MAX_DIAMETER = 7;

/** More than there are subspaces at these sizes. */
const BUDGET = 1_000_000;

/** Two subspaces, their distance in the whole graph, and by the way that paths are found. */
export interface DistanceCase {
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly inGraph: number;
  readonly found: number | undefined;
}

/** Both distances are the same. */
export function checkDistance({ p, q, inGraph, found }: DistanceCase): string | undefined {
  if (inGraph === found) return undefined;
  return `from [${p.key}] to [${q.key}]: ${inGraph} edges in the graph, ${found ?? "none"} found`;
}

/** One subspace of each orbit against all, with distances by breadth-first search of the whole graph. */
export function* distanceCases(
  r: number,
  m: number,
  find: (p: LabelledPartition, q: LabelledPartition) => number | undefined,
): Generator<DistanceCase> {
  const graph = new IntersectionGraph(r, m);
  for (const orbit of orbits(r, m)) {
    const p = orbitRepresentative(orbit);
    for (const [vertex, inGraph] of graph.distancesFrom(graph.vertexOf(p)).entries()) {
      const q = graph.partitionAt(vertex);
      yield { p, q, inGraph, found: find(p, q) };
    }
  }
}

/** Edges of a shortest path between points of two subspaces that lie in no other. */
export function edgesBetweenPoints(p: LabelledPartition, q: LabelledPartition): number | undefined {
  const theta = standardNetwork(p.r, 1, 1);
  const found = shortestPath(theta, genericPoint(theta, p), genericPoint(theta, q));
  if (found?.optimal !== true) return undefined;
  return found.method === "equal points" ? 0 : found.path.segments - 1;
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

/** Pairs of a representative and any subspace. */
const pairCount = (r: number, m: number): bigint => orbitCount(r, m) * labelledPartitionCount(r, m);

/**
 * The diameter is what the search finds between two subspaces so far apart, and for m = r + 1 the closed
 * form.
 */
export function checkDiameter({ r, m, diameter, between: [p, q] }: Diameter): string | undefined {
  const found = edgesBySearch(p, q);
  if (found !== diameter) return `(${r},${m}): diameter ${diameter}, the search finds ${found ?? "no way"}`;
  if (m > r + 1 || diameter === starDiameter(r)) return undefined;
  return `(${r},${m}): diameter ${diameter}, by the closed form ${starDiameter(r)}`;
}

/** A row a width r, a column a width m. */
export function diameterTable(found: readonly Diameter[]): FoundTable {
  const widest = Math.max(...found.map(({ m }) => m));
  const columns = Array.from({ length: Math.max(widest - 1, 0) }, (_, index) => index + 2);
  /** Empty where no diameter was computed. */
  const at = (r: number, m: number): string =>
    found
      .filter((item) => item.r === r && item.m === m)
      .map(({ diameter }) => diameter.toString())
      .join();
  return {
    title: "Diameters of the intersection graph; two points are at most one segment more apart",
    head: ["r", ...columns.map((m) => `m = ${m}`)],
    rows: columns.map((m) => [`${m - 1}`, ...columns.map((other) => at(m - 1, other))]),
  };
}
