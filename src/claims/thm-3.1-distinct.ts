import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { orbitRepresentative, orbits } from "../combinatorics/partitions/orbits.js";
import { type AffineSubspace, includesSubspace } from "../manifold/subspaces/affineSubspace.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { subspacesHolding } from "../manifold/subspaces/subspacesHolding.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/thm-3.1-distinct.js";
import type { Claim } from "./evidence/claim.js";
import { countedBySize } from "./evidence/countedBySize.js";
import { genericPoint } from "./instances/genericPoint.js";
import { orbitCount } from "./instances/orbitCount.js";
import { isLarge } from "./evidence/ranged.js";
import { standardNetwork, sumOverWidths } from "./evidence/ranges.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_PAIRWISE = 6;

export const claim: Claim = {
  id: "thm-3.1-distinct",
  title: "No subspace of the expansion manifold includes another",
  statement: "Γ_P(θ^r) ⊆ Γ_Q(θ^r) only if P = Q",
  source: "Şimşek et al. 2021, Theorem 3.1",
  hypotheses: ["θ^r irreducible", "d_in, d_out ≥ 1"],
  evidence: [
    everyCase("witnesses", {
      what: "a point of Γ_P lies in no other Γ_Q, by the search that def-3.3 compares with trying every Q",
      range: (maxM) =>
        `all labelled partitions, 1 ≤ r ≤ m ≤ ${Math.min(maxM, largestOfAll(maxM))}` +
        (maxM > largestOfAll(maxM) ? `, one of each orbit under S_m × S_r to m = ${maxM}` : "") +
        ", d_in = d_out = 1",
      expected: (maxM) => sumOverWidths(maxM, witnessCount(maxM)),
      cases: (maxM) => countedBySize(maxM, witnessCases(maxM), witnessCount(maxM)),
      check: checkWitness,
    }),
    everyCase("pairs", {
      upTo: MAX_PAIRWISE,
      usually: MAX_PAIRWISE - 1,
      what: "inclusion, decided by exact linear algebra, implies equality",
      range: (bound) =>
        `P an orbit representative under S_m × S_r, all Q, 1 ≤ r ≤ m ≤ ${bound}, d_in = d_out = 2`,
      expected: (bound) => sumOverWidths(bound, pairCount),
      cases: (bound) => countedBySize(bound, pairs, pairCount),
      check: checkInclusion,
    }),
  ],
  properties,
  theorems: ["no_subspace_includes_another"],
};

/** Up to this m every labelled partition has a witness; beyond it, one of each orbit. */
const largestOfAll = (maxM: number): number => (isLarge(maxM) ? 7 : 6);

/** θ^r, a labelled partition, and a point constructed to lie in no other subspace. */
export interface WitnessCase {
  readonly theta: TwoLayerNetwork;
  readonly partition: LabelledPartition;
  readonly point: TwoLayerNetwork;
}

/** If the witness of P lies in Γ_P and in no other Γ_Q, then no other Γ_Q includes Γ_P. */
export function checkWitness({ theta, partition, point }: WitnessCase): string | undefined {
  const holding = [...subspacesHolding(theta, point)];
  if (holding.length === 1 && holding[0]?.equals(partition) === true) return undefined;
  return `the witness of [${partition.key}] lies in ${holding.map(({ key }) => `[${key}]`).join(" ")}`;
}

/** Two labelled partitions of one size with their subspaces. */
export interface InclusionCase {
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly inner: AffineSubspace;
  readonly outer: AffineSubspace;
}

/** By the equations, Γ_Q includes Γ_P if and only if P = Q. */
export function checkInclusion({ p, q, inner, outer }: InclusionCase): string | undefined {
  if (includesSubspace(outer, inner) === p.equals(q)) return undefined;
  return `[${q.key}] ${p.equals(q) ? "does not include itself" : `includes [${p.key}]`}`;
}

function* pairs(r: number, m: number): Generator<InclusionCase> {
  const theta = standardNetwork(r, 2, 2);
  const inners = [...orbits(r, m)]
    .map(orbitRepresentative)
    .map((p) => ({ p, inner: gammaSubspace(theta, p) }));
  for (const q of labelledPartitions(r, m)) {
    const outer = gammaSubspace(theta, q);
    for (const { p, inner } of inners) yield { p, q, inner, outer };
  }
}

/** The number of pairs of an orbit representative and any subspace. */
export const pairCount = (r: number, m: number): bigint => orbitCount(r, m) * labelledPartitionCount(r, m);

/** The cases of one size, in a run to maxM. */
function witnessCases(maxM: number): (r: number, m: number) => Generator<WitnessCase> {
  return function* (r, m) {
    const theta = standardNetwork(r, 1, 1);
    const all = m <= largestOfAll(maxM);
    const listed = all ? labelledPartitions(r, m) : [...orbits(r, m)].map(orbitRepresentative);
    for (const partition of listed) yield { theta, partition, point: genericPoint(theta, partition) };
  };
}

const witnessCount =
  (maxM: number) =>
  (r: number, m: number): bigint =>
    m <= largestOfAll(maxM) ? labelledPartitionCount(r, m) : orbitCount(r, m);
