import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { entry } from "../../exact/entry.js";

const vectors = new Map<bigint, RationalVector>();

/**
 * One dimension each way is enough: what subspaces hold a point is a matter of equalities. Kept, as they
 * recur by the million.
 */
function vector(value: bigint): RationalVector {
  const known = vectors.get(value) ?? RationalVector.of([value]);
  vectors.set(value, known);
  return known;
}

/**
 * A point, over standardNetwork(r, 1, 1), that lies in the subspace of a partition and in no other.
 *
 * Zero blocks sit at −1, −2, …, where no unit of θ^r is. In each block the k-th unit has (r+1)·2^k, and the
 * last one what is missing to the block's sum. So some but not all units of a block never sum to 0 or to a_t
 * ≤ r: without the last unit that is a positive multiple of r + 1, with it a_t or 0 less such a multiple.
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
