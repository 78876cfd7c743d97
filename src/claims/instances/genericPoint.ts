import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { entry } from "../../exact/entry.js";

const vectors = new Map<bigint, RationalVector>();

/** One dimension is enough: equalities decide which subspaces hold a point. Cached, as millions recur. */
function vector(value: bigint): RationalVector {
  const cached = vectors.get(value) ?? RationalVector.of([value]);
  vectors.set(value, cached);
  return cached;
}

/**
 * A point, over standardNetwork(r, 1, 1), that lies in the subspace of a partition and in no other.
 *
 * Zero blocks have w = −1, −2, …, unlike the units of θ^r. In each block the k-th unit has a = (r+1)·2^k, and
 * the last one completes the block's sum, a_t ≤ r or 0. So no proper part of a block has the sum 0 or a_t:
 * without the last unit its sum is a positive multiple of r + 1, with it the block's sum less such a
 * multiple.
 *
 * @example genericPoint(theta, LabelledPartition.of([1, 1, 0], 1)) // (1; 2), (1; −1), (−1; 0)
 */
export function genericPoint(theta: TwoLayerNetwork, partition: LabelledPartition): TwoLayerNetwork {
  const units = new Array<Unit>(partition.m);
  const step = BigInt(partition.r + 1);
  const fill = (members: readonly number[], incoming: RationalVector, sum: bigint): void => {
    let missing = sum;
    members.forEach((member, position) => {
      const value = position === members.length - 1 ? missing : step << BigInt(position);
      missing -= value;
      units[member] = { incoming, outgoing: vector(value) };
    });
  };
  partition.labelledBlocks.forEach((members, label) => {
    const unit = theta.units[label];
    if (unit !== undefined) fill(members, unit.incoming, entry(unit.outgoing.numerators, 0));
  });
  partition.zeroBlocks.forEach((members, block) => {
    fill(members, vector(BigInt(-1 - block)), 0n);
  });
  return twoLayerNetwork(1, 1, units);
}
