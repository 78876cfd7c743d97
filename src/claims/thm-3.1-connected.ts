import { entry } from "../exact/entry.js";
import { connectedCertificate } from "../certificate/connectedCertificate.js";
import { CodeIndex } from "../combinatorics/partitions/codeIndex.js";
import { DisjointSets } from "../combinatorics/disjointSets.js";
import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { meetingCriterion } from "../combinatorics/partitions/meetingCriterion.js";
import { orbitRepresentative, orbits } from "../combinatorics/partitions/orbits.js";
import type { AffineSubspace } from "../manifold/subspaces/affineSubspace.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { intersectionByEquations, intersectionDimension } from "../manifold/subspaces/intersection.js";
import { IntersectionGraph } from "../manifold/graph/intersectionGraph.js";
import { neighbours } from "../manifold/graph/neighbours.js";
import { properties } from "../../properties/thm-3.1-connected.js";
import { randomIrreducible } from "../network/randomNetwork.js";
import { type Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { orbitCount } from "./instances/orbitCount.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import { type VertexCase, checkVertex, graphEvidence } from "./instances/graphVertices.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

const MAX_MOVES = 7;
const MAX_PAIRWISE = 6;
const MAX_CERTIFIED = 5;

export const claim: Claim = {
  id: "thm-3.1-connected",
  title: "The expansion manifold is connected for m > r",
  statement:
    "For m > r any two points of Θ_{r→m}(θ^r) are joined by segments inside it. For m = r it consists of " +
    "r! isolated points. (Affine subspaces are connected, so the first sentence also follows from their " +
    "intersection graph, which is checked.)",
  source: "Şimşek et al. 2021, Theorem 3.1",
  hypotheses: ["θ^r irreducible", "r ≥ 1"],
  evidence: [
    graphEvidence,
    everyCase("moves", {
      upTo: MAX_MOVES,
      usually: MAX_MOVES - 1,
      what: "moves between intersecting subspaces lead from each subspace to the first",
      range: (bound) => `all subspaces, 1 ≤ r < m ≤ ${bound}`,
      expected: (bound) => sumOverWidths(bound, (r, m) => (r < m ? labelledPartitionCount(r, m) : 0n)),
      cases: moveCases,
      check: checkVertex,
    }),
    everyCase("meeting criterion", {
      upTo: MAX_PAIRWISE,
      usually: MAX_PAIRWISE - 1,
      what:
        "whether two subspaces intersect, and in which dimension: criterion and graph agree with exact " +
        "linear algebra",
      range: (bound) =>
        `P an orbit representative under S_m × S_r, all Q, 1 ≤ r ≤ m ≤ ${bound}, d_in = ` +
        `${MEETING_DIMENSIONS[0]}, d_out = ${MEETING_DIMENSIONS[1]}`,
      expected: (bound) => sumOverWidths(bound, (r, m) => orbitCount(r, m) * labelledPartitionCount(r, m)),
      cases: meetingCases,
      check: checkMeeting,
    }),
    certificates("certificates", {
      upTo: MAX_CERTIFIED,
      what:
        "a spanning tree of the subspaces of a random network, with a common point of each subspace and " +
        "its parent",
      range: (bound, seed) => `1 ≤ r < m ≤ ${bound}, d_in = 2, d_out = 1, seed ${seed}`,
      expected: (bound) => BigInt((bound * (bound - 1)) / 2),
      instances: treeInstances,
    }),
  ],
  properties,
  theorems: ["meeting_criterion", "theta_connected", "theta_at_minimal_width"],
};

/** d_in and d_out, different so that an exchange of them is noticed. */
const MEETING_DIMENSIONS = [1, 2] as const;

/**
 * Two labelled partitions with their subspaces, the dimension of the intersection by the criterion, undefined
 * if it is empty, and whether they are adjacent in the intersection graph.
 */
export interface MeetingCase {
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly left: AffineSubspace;
  readonly right: AffineSubspace;
  readonly claimed: number | undefined;
  readonly adjacent: boolean;
}

/** The combinatorial criterion and the graph against exact linear algebra on both sets of equations. */
export function checkMeeting({ p, q, left, right, claimed, adjacent }: MeetingCase): string | undefined {
  const exact = intersectionByEquations(left, right);
  const pair = `[${p.key}] ∩ [${q.key}]`;
  if (exact !== claimed)
    return `${pair}: ${claimed ?? "empty"} by the criterion, ${exact ?? "empty"} by the equations`;
  if (adjacent === (exact !== undefined && !p.equals(q))) return undefined;
  return `${pair}: ${adjacent ? "adjacent" : "not adjacent"} in the graph, ${exact ?? "empty"} by the equations`;
}

function* meetingCases(maxM: number): Generator<MeetingCase> {
  for (const [r, m] of widths(maxM)) {
    const theta = standardNetwork(r, ...MEETING_DIMENSIONS);
    const representatives = [...orbits(r, m)].map((orbit) => {
      const p = orbitRepresentative(orbit);
      return {
        p,
        left: gammaSubspace(theta, p),
        neighbourKeys: new Set(neighbours(p).map(({ key }) => key)),
      };
    });
    for (const q of labelledPartitions(r, m)) {
      const right = gammaSubspace(theta, q);
      for (const { p, left, neighbourKeys } of representatives) {
        const claimed = intersectionDimension(p, q, ...MEETING_DIMENSIONS);
        yield { p, q, left, right, claimed, adjacent: neighbourKeys.has(q.key) };
      }
    }
  }
}

/**
 * All subspaces, and whether moves connect them to the first, each move checked by the meeting criterion: a
 * zero block joins the block of label 1; a unit that shares its label leaves its block and joins that of the
 * next label. That these moves suffice is checked, not assumed.
 */
function* moveCases(maxM: number): Generator<VertexCase> {
  for (const [r, m] of widths(maxM)) {
    if (r === m) continue;
    const index = new CodeIndex(r, m);
    const vertexOf = ({ codes }: LabelledPartition): number => index.indexOf(new Int32Array(codes));
    const sets = new DisjointSets(index.size);
    for (const partition of labelledPartitions(r, m)) {
      const start = vertexOf(partition);
      for (const move of movesOf(partition)) {
        const stops = [partition, ...move];
        const end = entry(stops, move.length);
        const isValid = move.every((next, step) => meetingCriterion(entry(stops, step), next));
        if (isValid) sets.union(start, vertexOf(end));
      }
    }
    for (const partition of labelledPartitions(r, m)) {
      const reached = sets.find(vertexOf(partition)) === sets.find(0);
      yield { name: `[${partition.key}]`, isolated: false, reached, extra: m - r };
    }
  }
}

function* movesOf(partition: LabelledPartition): Generator<readonly LabelledPartition[]> {
  const { codes, r, zeroBlockCount } = partition;
  if (zeroBlockCount > 0) {
    const lastBlock = 1 - zeroBlockCount;
    yield [
      LabelledPartition.of(
        codes.map((code) => (code === lastBlock ? 1 : code)),
        r,
      ),
    ];
    return;
  }
  for (const [unit, code] of codes.entries()) {
    if (codes.filter((other) => other === code).length < 2) continue;
    const next = (code % r) + 1;
    const outside = codes.map((other, index) => (index === unit ? 0 : other));
    yield [
      LabelledPartition.of(outside, r),
      LabelledPartition.of(
        outside.map((other) => (other === 0 ? next : other)),
        r,
      ),
    ];
  }
}

export function* treeInstances(maxM: number, seed: number): Generator<Instance> {
  for (const [r, m] of widths(maxM)) {
    if (r === m) continue;
    const theta = randomIrreducible(r, 2, 1, seed);
    const certificate = connectedCertificate(theta, new IntersectionGraph(r, m));
    yield { certificate, asked: { claim: "thm-3.1-connected", r, m } };
  }
}
