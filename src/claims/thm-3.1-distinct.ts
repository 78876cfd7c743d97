import { labelledPartitions } from "../combinatorics/enumeration.js";
import type { LabelledPartition } from "../combinatorics/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/labelledPartitionCount.js";
import { orbitRepresentative, orbits } from "../combinatorics/orbits.js";
import { RationalVector } from "../exact/rationalVector.js";
import { type AffineSubspace, includes } from "../manifold/affineSubspace.js";
import { gammaSubspace } from "../manifold/gammaSubspace.js";
import { subspacesHolding } from "../manifold/subspacesHolding.js";
import { type Neuron, type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/thm-3.1-distinct.js";
import type { Claim } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import { orbitCount } from "./orbitCount.js";
import { standardNetwork, sumOverWidths, widths } from "./ranges.js";
import { sampled } from "./sampled.js";

const MAX_PAIRWISE = 6;

/**
 * A point of Γ_P that no other subspace holds: zero blocks at points of their own, and outgoing weights
 * 3, 9, 27, … with the last making the block's sum, so that no proper part of a block sums to 0 or to a_t.
 * (Parts without the last unit sum to a positive multiple of 3; parts with it miss one from the block's sum.)
 */
export function witness(theta: TwoLayerNetwork, partition: LabelledPartition): TwoLayerNetwork {
  const units = new Array<Neuron>(partition.m);
  const fill = (members: readonly number[], incoming: RationalVector, sum: bigint): void => {
    let missing = sum;
    members.forEach((member, position) => {
      const value = position === members.length - 1 ? missing : 3n ** BigInt(position + 1);
      missing -= value;
      units[member] = { incoming, outgoing: RationalVector.of([value]) };
    });
  };
  partition.labelledBlocks.forEach((members, label) => {
    const unit = theta.neurons[label];
    if (unit !== undefined) fill(members, unit.incoming, unit.outgoing.numerators[0] ?? 0n);
  });
  partition.zeroBlocks.forEach((members, block) => {
    fill(members, RationalVector.of([BigInt(partition.r + 1 + block)]), 0n);
  });
  return twoLayerNetwork(1, 1, units);
}

const unitNetworks = new Map<number, TwoLayerNetwork>();

/** θ^r with w_t = t and a_t = 1, for which {@link witness} is made; kept, as it is asked for by the million. */
export function unitNetwork(r: number): TwoLayerNetwork {
  const known = unitNetworks.get(r);
  if (known !== undefined) return known;
  const one = RationalVector.of([1n]);
  const units = Array.from({ length: r }, (_, index) => ({
    incoming: RationalVector.of([BigInt(index + 1)]),
    outgoing: one,
  }));
  const made = twoLayerNetwork(1, 1, units);
  unitNetworks.set(r, made);
  return made;
}

/** If P's own witness lies in Γ_P and in no other Γ_Q, then no other Γ_Q includes Γ_P. */
export function checkWitness(partition: LabelledPartition, point: TwoLayerNetwork): string | undefined {
  const holding = [...subspacesHolding(unitNetwork(partition.r), point)];
  if (holding.length === 1 && holding[0]?.equals(partition) === true) return undefined;
  return `the witness of [${partition.key}] is held by ${holding.map(({ key }) => `[${key}]`).join(" ")}`;
}

/** Two labelled partitions of one size with their subspaces. */
export interface InclusionCase {
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly inner: AffineSubspace;
  readonly outer: AffineSubspace;
}

/** Inclusion, decided on the equations, must mean equality of the partitions. */
export function checkInclusion({ p, q, inner, outer }: InclusionCase): string | undefined {
  if (includes(outer, inner) === p.equals(q)) return undefined;
  return `[${q.key}] ${p.equals(q) ? "does not include itself" : `includes [${p.key}]`}`;
}

function* pairs(maxM: number): Generator<InclusionCase> {
  for (const [r, m] of widths(maxM)) {
    const theta = standardNetwork(r, 2, 2);
    const inners = [...orbits(r, m)]
      .map(orbitRepresentative)
      .map((p) => ({ p, inner: gammaSubspace(theta, p) }));
    for (const q of labelledPartitions(r, m)) {
      const outer = gammaSubspace(theta, q);
      for (const { p, inner } of inners) yield { p, q, inner, outer };
    }
  }
}

function* partitions(maxM: number): Generator<LabelledPartition> {
  for (const [r, m] of widths(maxM)) yield* labelledPartitions(r, m);
}

export const claim: Claim = {
  id: "thm-3.1-distinct",
  title: "No subspace of the expansion manifold includes another",
  source: "Şimşek et al. 2021, Theorem 3.1",
  statement: "Γ_P(θ^r) ⊆ Γ_Q(θ^r) only if P = Q",
  hypotheses: ["θ^r irreducible"],
  evidence: [
    {
      name: "witnesses",
      run: ({ maxM, progress }) =>
        exhaustive({
          what: "a point of Γ_P lies in no other Γ_Q, by the search that def-3.3 compares with trying every Q",
          range: `all labelled partitions, 1 ≤ r ≤ m ≤ ${maxM}, d_in = d_out = 1`,
          expected: sumOverWidths(maxM, labelledPartitionCount),
          cases: partitions(maxM),
          check: (partition) => checkWitness(partition, witness(unitNetwork(partition.r), partition)),
          progress,
        }),
    },
    {
      name: "pairs",
      run: ({ maxM, progress }) => {
        const bound = Math.min(maxM, MAX_PAIRWISE);
        return exhaustive({
          what: "inclusion by exact linear algebra means equality",
          range: `P an orbit representative under S_m × S_r, all Q, 1 ≤ r ≤ m ≤ ${bound}, d_in = d_out = 2`,
          expected: sumOverWidths(bound, (r, m) => orbitCount(r, m) * labelledPartitionCount(r, m)),
          cases: pairs(bound),
          check: checkInclusion,
          progress,
        });
      },
    },
    ...properties.map(sampled),
  ],
  cites: {
    properties: properties.map((property) => property.name),
    tests: ["test/claims/thm-3.1-distinct.test.ts"],
  },
};
