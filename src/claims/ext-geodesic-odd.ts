import { factorial } from "../combinatorics/counts/factorial.js";
import { SignedLabelledPartition } from "../combinatorics/signed/signedLabelledPartition.js";
import type { Parity } from "../exact/parity.js";
import { entry } from "../exact/entry.js";
import { starDistance } from "../manifold/graph/starGraph.js";
import { signedGammaHolds } from "../manifold/signed/signedGammaSubspace.js";
import { SignedIntersectionGraph } from "../manifold/signed/signedIntersectionGraph.js";
import { shortestSignedPath } from "../manifold/signed/shortestSignedPath.js";
import { signedSearch } from "../manifold/signed/signedSearch.js";
import { signedStarDiameter } from "../manifold/signed/signedStarGraph.js";
import { type TwoLayerNetwork, sameNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/ext-geodesic-odd.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import type { FoundTable } from "./evidence/verdict.js";
import { genericSignedPoint } from "./instances/genericSignedPoint.js";
import { mirroredPairCount, mirroredPathCertificates, turned } from "./instances/mirroredPathInstances.js";
import { PARITIES, representatives } from "./instances/signedCases.js";

const MAX_M = 4;
const MAX_CERTIFIED = 3;
const MAX_STAR = 5;

/** Where seven segments are needed. */
const SEVEN: readonly (readonly [r: number, m: number])[] = [
  [1, 2],
  [2, 4],
  [2, 5],
  [3, 6],
];

export const claim: Claim = {
  id: "ext-geodesic-odd",
  title: "Fewest segments between two networks with mirrored neurons",
  statement:
    "With mirrored neurons the fewest segments between different networks are 1 plus the least distance " +
    "between signed subspaces that contain them. For m = r + 1 the distance between placements is 2·(n' + c' " +
    "− 2·[blank displaced]), where a label that only has to change its sign is a cycle of its own, and the " +
    "diameter is 4r for an even and 4r + 2 for an odd activation. For m ≥ 2r seven segments always suffice, " +
    "and for an odd activation some networks need them at (r,m) = (1,2), (2,4), (2,5) and (3,6)",
  argument:
    "Seven for m ≥ 2r: one edge leads from any subspace to a placement, where every label has one unit. Two " +
    "moves, of two edges each, lead to any other placement: labels whose targets are free go there at once, " +
    "those that keep unit and sign stay, and all others, of which there are at most as many as units outside " +
    "both placements, step aside there first. One more edge leads to the last subspace",
  limits:
    "Farrugia-Roberts (2023) shows at most seven segments for tanh networks with biases, if a majority of " +
    "neurons is redundant. There an output bias takes up what a neuron with w = 0 adds, which is no part of " +
    "this claim: biases are here a constant input. Without this freedom seven is exact for some widths; for " +
    "others the table has what is computed",
  source: "extension; for tanh networks with biases Farrugia-Roberts (2023)",
  hypotheses: ["a_t ≠ 0, w_t ≠ 0, and w_s ≠ ±w_t for s ≠ t", "1 ≤ r < m"],
  evidence: [
    everyCase("closed form", {
      upTo: MAX_M,
      what: "distances between placements by the signed star graph agree with breadth-first search",
      range: (bound) => `one placement against all, odd and even, m = r + 1 ≤ ${bound}`,
      expected: (bound) =>
        2n * sumOverWidths(bound, (r, m) => (m === r + 1 ? 2n ** BigInt(r) * factorial(m) : 0n)),
      cases: starCases,
      check: checkStar,
    }),
    {
      name: "diameters",
      kind: "exhaustive",
      run: ({ maxM, progress }) => {
        const bound = Math.min(maxM, MAX_M);
        const starBound = Math.min(maxM, MAX_STAR);
        const visited: SignedDiameter[] = [];
        const verdict = exhaustive({
          what:
            "exact diameters of the intersection graph; for m = r + 1 also by the closed form, for m ≥ 2r at " +
            "most six edges",
          range: `odd and even, 1 ≤ r < m ≤ ${bound}, and m = r + 1 ≤ ${starBound}`,
          expected: 2n * sumOverWidths(starBound, (r, m) => (m === r + 1 || (r < m && m <= bound) ? 1n : 0n)),
          cases: signedDiameters(bound, starBound),
          check: (item) => {
            visited.push(item);
            return checkSignedDiameter(item);
          },
          progress,
        });
        return { ...verdict, table: diameterTable(visited) };
      },
    },
    everyCase("seven segments", {
      what: "with all other neurons silent, r neurons change their signs in six edges, by search, and not fewer",
      range: `(r,m) = ${SEVEN.map((pair) => `(${pair.join()})`).join(", ")}, odd`,
      expected: BigInt(SEVEN.length),
      cases: () => SEVEN,
      check: (pair) => checkSeven(pair),
    }),
    everyCase("paths", {
      upTo: MAX_M,
      what:
        "shortest paths between points of two subspaces, every segment in its subspace, have one segment more " +
        "than the graph has edges between them",
      range: (bound) => `one subspace of each orbit against one of each, mirrored and reversed, m ≤ ${bound}`,
      expected: mirroredPairCount,
      cases: pathCases,
      check: checkSignedPath,
    }),
    mirroredPathCertificates("ext-geodesic-odd", {
      upTo: MAX_CERTIFIED,
      what:
        "shortest paths with a bound that the checker verifies: a potential on all signed subspaces, or the " +
        "star graph with signs",
      find: shortestSignedPath,
    }),
  ],
  properties,
};

function* sizes(maxM: number): Generator<readonly [r: number, m: number, parity: Parity]> {
  for (const parity of PARITIES) for (const [r, m] of widths(maxM)) if (r < m) yield [r, m, parity];
}

/** Two placements for m = r + 1, and their distance in the whole graph. */
export interface StarCase {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly inGraph: number;
}

/** The distance in the graph is twice that by the closed form. */
export function checkStar({ source, target, inGraph }: StarCase): string | undefined {
  const edges = 2 * starDistance(source, target);
  return edges === inGraph
    ? undefined
    : `from [${source.join()}] to [${target.join()}]: ${inGraph} edges in the graph, ${edges} by the formula`;
}

/** Signed codes of a placement: each label has one unit, the other is a free zero block; else undefined. */
function placementCodes({
  codes,
  signs,
  r,
  m,
  freeBlockCount,
}: SignedLabelledPartition): Int32Array | undefined {
  if (m !== r + 1 || freeBlockCount !== 1) return undefined;
  return Int32Array.from(codes, (code, unit) => code * entry(signs, unit) + 0);
}

function* starCases(maxM: number): Generator<StarCase> {
  for (const [r, m, parity] of sizes(maxM)) {
    if (m !== r + 1) continue;
    const graph = new SignedIntersectionGraph(r, m, parity);
    for (const first of graph.orbitVertices()) {
      const source = placementCodes(graph.partitionAt(first));
      if (source === undefined) continue;
      for (const [vertex, inGraph] of graph.distancesFrom(first).entries()) {
        const target = placementCodes(graph.partitionAt(vertex));
        if (target !== undefined) yield { source, target, inGraph };
      }
    }
  }
}

/** The diameter of a graph; undefined if it is not connected. */
export interface SignedDiameter {
  readonly r: number;
  readonly m: number;
  readonly parity: Parity;
  readonly diameter: number | null;
}

/** The exact diameters for all 1 ≤ r < m ≤ maxM, for m = r + 1 ≤ maxStar, and for both parities. */
function* signedDiameters(maxM: number, maxStar: number): Generator<SignedDiameter> {
  for (const [r, m, parity] of sizes(maxStar)) {
    if (m > maxM && m > r + 1) continue;
    yield { r, m, parity, diameter: new SignedIntersectionGraph(r, m, parity).diameter() };
  }
}

/** The diameter is the closed form for m = r + 1, and at most 6 for m ≥ 2r. */
export function checkSignedDiameter({ r, m, parity, diameter }: SignedDiameter): string | undefined {
  const at = `(${r},${m}), ${parity}`;
  if (diameter === null) return `${at}: not connected`;
  if (m === r + 1 && diameter !== signedStarDiameter(r, parity))
    return `${at}: diameter ${diameter}, by the closed form ${signedStarDiameter(r, parity)}`;
  return m >= 2 * r && diameter > MOST_EDGES ? `${at}: diameter ${diameter}, above ${MOST_EDGES}` : undefined;
}

/** Edges between any two subspaces for m ≥ 2r; seven segments. */
const MOST_EDGES = 6;

function diameterTable(items: readonly SignedDiameter[]): FoundTable {
  return {
    title: "Diameters of the intersection graph; two points are at most one segment more apart",
    head: ["r", "m", "odd", "even"],
    rows: items.flatMap(({ r, m, parity, diameter }) => {
      if (parity === "even") return [];
      const even = items.filter((item) => item.r === r && item.m === m && item.parity === "even");
      return [[r, m, diameter, ...even.map((item) => item.diameter)].map(String)];
    }),
  };
}

/** The r units of the labels change their signs; the others are silent at both ends. */
export function checkSeven([r, m]: readonly [number, number], expected = MOST_EDGES): string | undefined {
  const codes = Array.from({ length: m }, (_, unit) => (unit < r ? unit + 1 : 0));
  const [start, goal] = [1, -1].map((sign) =>
    SignedLabelledPartition.of(
      codes,
      codes.map((code) => (code > 0 ? sign : 0)),
      r,
      "odd",
    ),
  );
  if (start === undefined || goal === undefined) return "no ends";
  const { leastEdges, way } = signedSearch([start], [goal], BUDGET);
  const isMet = leastEdges === expected && way?.length === expected + 1;
  return isMet ? undefined : `at (${r},${m}) ${leastEdges} edges, not ${expected}`;
}

/** More than there are subspaces to reach. */
const BUDGET = 1_000_000;

/** A path between two points, and the distance between their subspaces in the graph. */
export interface SignedPathCase {
  readonly theta: TwoLayerNetwork;
  readonly from: TwoLayerNetwork;
  readonly to: TwoLayerNetwork;
  readonly parity: Parity;
  readonly edges: number;
  readonly find: typeof shortestSignedPath;
}

/** The path leads from one point to the other through its subspaces, in one segment more than edges. */
export function checkSignedPath({
  theta,
  from,
  to,
  parity,
  edges,
  find,
}: SignedPathCase): string | undefined {
  const path = find(theta, from, to, parity);
  if (path === undefined) return "no path";
  const { points, partitions } = path;
  const [first, last] = [entry(points, 0), entry(points, partitions.length)];
  if (!sameNetwork(first, from) || !sameNetwork(last, to)) return "another end";
  for (const [segment, partition] of partitions.entries()) {
    const ends = [entry(points, segment), entry(points, segment + 1)];
    if (!ends.every((end) => signedGammaHolds(theta, partition, end))) return `segment ${segment} leaves Θ`;
  }
  const fewest = sameNetwork(from, to) ? 0 : edges + 1;
  return partitions.length === fewest ? undefined : `${partitions.length} segments, not ${fewest}`;
}

/** From one subspace of each orbit to one of each, with its neurons reversed and every other one mirrored. */
function* pathCases(maxM: number): Generator<SignedPathCase> {
  for (const [r, m, parity] of sizes(maxM)) {
    const theta = standardNetwork(r, 1, 1);
    const graph = new SignedIntersectionGraph(r, m, parity);
    const firsts = representatives(r, m, parity);
    const goals = firsts.map((partition) => turned(partition));
    for (const p of firsts) {
      const distances = graph.distancesFrom(graph.vertexOf(p));
      for (const q of goals) {
        const [from, to] = [genericSignedPoint(theta, p), genericSignedPoint(theta, q)];
        const edges = entry(distances, graph.vertexOf(q));
        yield { theta, from, to, parity, edges, find: shortestSignedPath };
      }
    }
  }
}
