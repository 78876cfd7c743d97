import type { LabelledPartition } from "../combinatorics/labelledPartition.js";
import { RationalVector } from "../exact/rationalVector.js";
import { type Neuron, type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";

/** One dimension each way is enough: what subspaces hold a point is a matter of equalities. */
const vector = (value: bigint): RationalVector => RationalVector.of([value]);

/**
 * A point, over standardNetwork(r, 1, 1) with r ≤ 6, that lies in the subspace of a partition and in no other:
 * zero blocks sit at −1, −2, …, and in each block all units but the last have 7·2^k, so that no sum of some
 * units is 0 or t but that of all.
 *
 * @example genericPoint(theta, LabelledPartition.of([1, 1, 0], 1)) // (1; 7), (1; −6), (−1; 0)
 */
export function genericPoint(theta: TwoLayerNetwork, partition: LabelledPartition): TwoLayerNetwork {
  const units = new Array<Neuron>(partition.m);
  const fill = (members: readonly number[], incoming: RationalVector, mass: RationalVector): void => {
    let missing = mass;
    members.forEach((member, position) => {
      const isLast = position === members.length - 1;
      const outgoing = isLast ? missing : vector(7n << BigInt(position));
      missing = missing.minus(outgoing);
      units[member] = { incoming, outgoing };
    });
  };
  partition.labelledBlocks.forEach((members, label) => {
    const unit = theta.neurons[label];
    if (unit !== undefined) fill(members, unit.incoming, unit.outgoing);
  });
  partition.zeroBlocks.forEach((members, block) => {
    fill(members, vector(BigInt(-1 - block)), vector(0n));
  });
  return twoLayerNetwork(1, 1, units);
}
