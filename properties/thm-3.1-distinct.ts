import fc from "fast-check";
import { includesSubspace } from "../src/manifold/subspaces/affineSubspace.js";
import { gammaSubspace } from "../src/manifold/subspaces/gammaSubspace.js";
import { labelledPartitionOf } from "./arbitraries/labelledPartition.js";
import { irreducibleNetworks } from "./arbitraries/network.js";
import { relabelledPairs, sameWhenRelabelled } from "./arbitraries/relabelledPairs.js";
import { type Property, property } from "./property.js";

const twoSubspaces = irreducibleNetworks(1, 3)
  .chain((theta) => fc.tuple(fc.constant(theta), fc.integer({ min: 0, max: 3 })))
  .chain(([theta, spare]) => {
    const partition = labelledPartitionOf(theta.units.length, theta.units.length + spare);
    return fc.tuple(fc.constant(theta), partition, partition);
  });

export const properties: readonly Property[] = [
  property(
    "thm-3.1-distinct/any-network",
    "for random irreducible θ^r, Γ_P(θ^r) includes Γ_Q(θ^r) only if P = Q",
    twoSubspaces,
    ([theta, p, q]) => includesSubspace(gammaSubspace(theta, p), gammaSubspace(theta, q)) === p.equals(q),
  ),
  property(
    "thm-3.1-distinct/relabelling",
    "S_m × S_r, acting on P and Q together, preserves whether Γ_P(θ^r) includes Γ_Q(θ^r)",
    relabelledPairs(3),
    (pair) =>
      sameWhenRelabelled(pair, (theta, p, q) =>
        includesSubspace(gammaSubspace(theta, p), gammaSubspace(theta, q)),
      ),
  ),
];
