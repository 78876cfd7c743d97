import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { type Parity, mirroringOf } from "../combinatorics/signed/parity.js";
import { signedLabelledPartitions } from "../combinatorics/signed/signedEnumeration.js";
import type { SignedLabelledPartition } from "../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../exact/entry.js";
import { type AffineSubspace, includesSubspace } from "../manifold/subspaces/affineSubspace.js";
import { intersectionByEquations } from "../manifold/subspaces/intersection.js";
import { signedGammaDimension, signedGammaSubspace } from "../manifold/signed/signedGammaSubspace.js";
import { signedIntersectionDimension } from "../manifold/signed/signedIntersection.js";
import { shortestSignedPath } from "../manifold/signed/shortestSignedPath.js";
import { SignedIntersectionGraph } from "../manifold/signed/signedIntersectionGraph.js";
import { signedNeighbours } from "../manifold/signed/signedNeighbours.js";
import { properties } from "../../properties/ext-parity-connected.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import { type VertexCase, checkVertex } from "./instances/graphVertices.js";
import { mirroredPathCertificates } from "./instances/mirroredPathInstances.js";
import { PARITIES, representatives, signedOrbitCount } from "./instances/signedCases.js";
import { checkDimension } from "./thm-3.1-dim.js";

const MAX_M = 4;

export const claim: Claim = {
  id: "ext-parity-connected",
  title: "Mirrored neurons: the expansion manifold of an odd or an even activation",
  statement:
    "For an odd activation (w, a) may be mirrored to (−w, −a), and w = 0 makes a unit silent; for an even " +
    "one (w, a) may be mirrored to (−w, a). The networks of width m so obtained from θ^r form one affine " +
    "subspace Γ± for each signed labelled partition, of dimension (m − r − j)·d_out + j·d_in with j zero " +
    "blocks that are not silent; none includes another. Two of them meet if and only if each block of the " +
    "join of their double covers holds the same labels ±t in both, and at most one. For m > r their union " +
    "is connected; for m = r it consists of 2^r r! isolated points",
  argument:
    "Connectedness for all m > r: from any subspace one edge leads to a placement, where each label has one " +
    "unit and all others are zero blocks of one unit; and a free unit takes over any label with either " +
    "sign in two edges. So labels move, and signs change, as in Theorem 3.1",
  limits:
    "That these are all networks with the function of θ^r is another claim, which needs more of the " +
    "activation. For an even one w = 0 is not among the w_t: that unit would be its own mirror image",
  source: "extension of Şimşek et al. 2021, Theorem 3.1, which excludes these symmetries (footnote 2)",
  hypotheses: ["a_t ≠ 0, w_t ≠ 0, and w_s ≠ ±w_t for s ≠ t", "for an even σ, σ(0) ≠ 0", "r ≥ 1"],
  provedInPart: {
    part: "connected, isolated points",
    leavesOpen:
      "the criterion for two subspaces to meet, and in which dimension. That they are distinct, and their " +
      "dimension, is proved for ext-parity-count",
  },
  evidence: [
    everyCase("graph", {
      upTo: MAX_M,
      what: "in the graph of all meeting pairs every subspace is reached if m > r, and is isolated if m = r",
      range: (bound) => `all subspaces, odd and even, 1 ≤ r ≤ m ≤ ${bound}`,
      expected: (bound) => ofBoth(bound, signedCount),
      cases: graphCases,
      check: checkVertex,
    }),
    everyCase("meeting criterion", {
      upTo: MAX_M,
      what:
        "whether two subspaces meet, and in which dimension: double covers and graph agree with exact " +
        "linear algebra",
      range: (bound) =>
        `P of each orbit, all Q, odd and even, 1 ≤ r ≤ m ≤ ${bound}, d_in = ${DIMENSIONS[0]}, d_out = ` +
        `${DIMENSIONS[1]}`,
      expected: (bound) => ofBoth(bound, pairCount),
      cases: meetingCases,
      check: checkSignedMeeting,
    }),
    everyCase("inclusions", {
      upTo: MAX_M,
      what: "inclusion, decided by exact linear algebra, implies equality",
      range: (bound) => `P of each orbit, all Q, odd and even, 1 ≤ r ≤ m ≤ ${bound}, d_in = 2, d_out = 1`,
      expected: (bound) => ofBoth(bound, pairCount),
      cases: (bound) => pairs(bound, 2, 1),
      check: checkSignedInclusion,
    }),
    everyCase("dimensions", {
      upTo: MAX_M - 1,
      what: "the formula agrees with certified ranks of equations and of directions",
      range: (bound) => `all subspaces, odd and even, 1 ≤ r ≤ m ≤ ${bound}, (d_in, d_out) = (1, 2), (3, 1)`,
      expected: (bound) => 2n * ofBoth(bound, signedCount),
      cases: dimensionCases,
      check: ({ subspace, claimed }) => checkDimension(subspace, claimed),
    }),
    mirroredPathCertificates("ext-parity-connected", {
      upTo: MAX_M,
      what: "paths by placements, or for m = r + 1 by the star graph, whatever their length",
      find: (theta, from, to, parity) => {
        const path = shortestSignedPath(theta, from, to, parity, { budget: 1 });
        return path && { ...path, optimal: false };
      },
    }),
  ],
  properties,
  theorems: [
    "signed_theta_is_fibre",
    "signed_theta_connected",
    "signed_theta_at_minimal_width",
    "signed_unit_subspaces",
  ],
};

/** d_in and d_out, different so that an exchange of them is noticed. */
const DIMENSIONS = [1, 2] as const;

const signedCount = (r: number, m: number, parity: Parity): bigint =>
  labelledPartitionCount(r, m, mirroringOf(parity));

const pairCount = (r: number, m: number, parity: Parity): bigint =>
  signedOrbitCount(r, m, parity) * signedCount(r, m, parity);

/** Σ of a count over 1 ≤ r ≤ m ≤ bound and both parities. */
function ofBoth(bound: number, count: (r: number, m: number, parity: Parity) => bigint): bigint {
  return PARITIES.reduce((sum, parity) => sum + sumOverWidths(bound, (r, m) => count(r, m, parity)), 0n);
}

function* sizes(maxM: number): Generator<readonly [r: number, m: number, parity: Parity]> {
  for (const parity of PARITIES) for (const [r, m] of widths(maxM)) yield [r, m, parity];
}

function* graphCases(maxM: number): Generator<VertexCase> {
  for (const [r, m, parity] of sizes(maxM)) {
    const graph = new SignedIntersectionGraph(r, m, parity);
    const distances = graph.distancesFrom(0);
    for (let vertex = 0; vertex < graph.vertexCount; vertex += 1) {
      yield {
        name: `${parity} ${String(graph.partitionAt(vertex))}`,
        isolated: graph.neighboursOf(vertex).length === 0,
        reached: entry(distances, vertex) >= 0,
        extra: m - r,
      };
    }
  }
}

/** Two signed partitions with their subspaces. */
export interface SignedPair {
  readonly p: SignedLabelledPartition;
  readonly q: SignedLabelledPartition;
  readonly left: AffineSubspace;
  readonly right: AffineSubspace;
}

/** A pair, the dimension of its intersection by double covers, and whether it is an edge of the graph. */
export interface SignedMeetingCase extends SignedPair {
  readonly claimed: number | undefined;
  readonly adjacent: boolean;
}

/** The combinatorial criterion and the graph against exact linear algebra on both sets of equations. */
export function checkSignedMeeting(item: SignedMeetingCase): string | undefined {
  const { p, q, left, right, claimed, adjacent } = item;
  const exact = intersectionByEquations(left, right);
  const pair = `${p.parity} ${String(p)} ∩ ${String(q)}`;
  if (exact !== claimed)
    return `${pair}: ${claimed ?? "empty"} by the criterion, ${exact ?? "empty"} by the equations`;
  if (adjacent === (exact !== undefined && !p.equals(q))) return undefined;
  return `${pair}: ${adjacent ? "adjacent" : "not adjacent"} in the graph, ${exact ?? "empty"} by the equations`;
}

/** By the equations, the subspace of Q includes that of P if and only if P = Q. */
export function checkSignedInclusion({ p, q, left, right }: SignedPair): string | undefined {
  if (includesSubspace(right, left) === p.equals(q)) return undefined;
  return `${p.parity} ${String(q)} ${p.equals(q) ? "does not include itself" : `includes ${String(p)}`}`;
}

/** One signed partition of each orbit with all of its size. */
function* pairs(maxM: number, inputDimension: number, outputDimension: number): Generator<SignedPair> {
  for (const [r, m, parity] of sizes(maxM)) {
    const theta = standardNetwork(r, inputDimension, outputDimension);
    const firsts = representatives(r, m, parity).map((p) => ({ p, left: signedGammaSubspace(theta, p) }));
    for (const q of signedLabelledPartitions(r, m, parity)) {
      const right = signedGammaSubspace(theta, q);
      for (const { p, left } of firsts) yield { p, q, left, right };
    }
  }
}

function* meetingCases(maxM: number): Generator<SignedMeetingCase> {
  const adjacent = new Map<string, ReadonlySet<string>>();
  for (const pair of pairs(maxM, ...DIMENSIONS)) {
    const { p, q } = pair;
    const name = `${p.parity} ${p.key}`;
    const keys = adjacent.get(name) ?? new Set(signedNeighbours(p).map(({ key }) => key));
    adjacent.set(name, keys);
    yield { ...pair, claimed: signedIntersectionDimension(p, q, ...DIMENSIONS), adjacent: keys.has(q.key) };
  }
}

/** A subspace, and the dimension that it is said to have. */
interface DimensionCase {
  readonly subspace: AffineSubspace;
  readonly claimed: number;
}

const DIMENSION_PAIRS: readonly (readonly [number, number])[] = [
  [1, 2],
  [3, 1],
];

function* dimensionCases(maxM: number): Generator<DimensionCase> {
  for (const [r, m, parity] of sizes(maxM)) {
    for (const dimensions of DIMENSION_PAIRS) {
      const theta = standardNetwork(r, ...dimensions);
      for (const partition of signedLabelledPartitions(r, m, parity)) {
        const subspace = signedGammaSubspace(theta, partition);
        yield { subspace, claimed: signedGammaDimension(partition, ...dimensions) };
      }
    }
  }
}
