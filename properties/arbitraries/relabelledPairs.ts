import fc from "fast-check";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import {
  type Permutation,
  relabelLabels,
  relabelUnits,
} from "../../src/combinatorics/partitions/relabelling.js";
import type { TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { labelledPartitionOf } from "./labelledPartition.js";
import { irreducibleNetworks } from "./network.js";
import { permutation } from "./permutation.js";

/** θ^r, two labelled partitions of one size, and an element of S_m × S_r. */
export interface RelabelledPair {
  readonly theta: TwoLayerNetwork;
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly units: Permutation;
  readonly labels: Permutation;
}

/** For 1 ≤ r ≤ 3 and up to `spare` more units; both partitions are the same in a fourth of the cases. */
export function relabelledPairs(spare: number): fc.Arbitrary<RelabelledPair> {
  return irreducibleNetworks(1, 3)
    .chain((theta) => fc.tuple(fc.constant(theta), fc.integer({ min: 0, max: spare })))
    .chain(([theta, more]) => {
      const r = theta.units.length;
      const partition = labelledPartitionOf(r, r + more);
      return fc
        .record({ p: partition, other: partition, units: permutation(r + more), labels: permutation(r) })
        .chain(({ p, other, units, labels }) =>
          fc.nat(3).map((same) => ({ theta, p, q: same === 0 ? p : other, units, labels })),
        );
    });
}

/**
 * Whether a relation of two subspaces says of P and Q what it says of both relabelled; θ^r stays as it is.
 */
export function sameWhenRelabelled(
  { theta, p, q, units, labels }: RelabelledPair,
  relation: (
    theta: TwoLayerNetwork,
    p: LabelledPartition,
    q: LabelledPartition,
  ) => boolean | number | undefined,
): boolean {
  const moved = (partition: LabelledPartition): LabelledPartition =>
    relabelLabels(relabelUnits(partition, units), labels);
  return relation(theta, p, q) === relation(theta, moved(p), moved(q));
}
