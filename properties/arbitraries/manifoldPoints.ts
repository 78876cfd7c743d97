import fc from "fast-check";
import { entry } from "../../src/exact/entry.js";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { labelledPartitionOf } from "./labelledPartition.js";
import { irreducibleNetworks } from "./network.js";

/** θ^r and two points of one width in Θ_{r→m}(θ^r). */
export type PointPair = readonly [theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork];

/**
 * Points that lie in several subspaces more often than not: zero blocks sit at a w_t or at a few other
 * places, and many outgoing vectors vanish or cancel in parts.
 */
export function specialPoints(theta: TwoLayerNetwork, m: number): fc.Arbitrary<TwoLayerNetwork> {
  const [r, dimension] = [theta.units.length, theta.outputDimension];
  const share = fc.integer({ min: -1, max: 1 }).map((value) => multiple(dimension, value));
  return fc
    .tuple(
      labelledPartitionOf(r, m),
      fc.array(fc.nat(r + 1), { minLength: m, maxLength: m }),
      fc.array(fc.oneof(share, fc.constant(multiple(dimension, 0))), { minLength: m, maxLength: m }),
    )
    .map(([partition, places, shares]) => pointIn(theta, partition, places, shares));
}

/** Two such points for r ≤ maxR and m of r to r + spare. */
export function specialPairs(
  minR: number,
  maxR: number,
  minSpare: number,
  spare: number,
): fc.Arbitrary<PointPair> {
  return irreducibleNetworks(minR, maxR)
    .chain((theta) => fc.tuple(fc.constant(theta), fc.integer({ min: minSpare, max: spare })))
    .chain(([theta, extra]) => {
      const point = specialPoints(theta, theta.units.length + extra);
      return fc.tuple(fc.constant(theta), point, point);
    });
}

function multiple(dimension: number, value: number): RationalVector {
  return RationalVector.of(new Array<bigint>(dimension).fill(BigInt(value)));
}

/** Block by block: a zero block's place is w_t, or one of two others; the first unit makes up the sum. */
function pointIn(
  theta: TwoLayerNetwork,
  partition: LabelledPartition,
  places: readonly number[],
  shares: readonly RationalVector[],
): TwoLayerNetwork {
  const units = new Array<Unit>(partition.m);
  const fill = (members: readonly number[], target: Unit | undefined): void => {
    const first = entry(members, 0);
    const place = entry(places, first);
    const elsewhere = { incoming: multiple(theta.inputDimension, 100 + place) };
    const { incoming } = target ?? (place < theta.units.length ? entry(theta.units, place) : elsewhere);
    let missing = target === undefined ? multiple(theta.outputDimension, 0) : target.outgoing;
    for (const member of members.slice(1)) {
      const outgoing = entry(shares, member);
      missing = missing.minus(outgoing);
      units[member] = { incoming, outgoing };
    }
    units[first] = { incoming, outgoing: missing };
  };
  partition.labelledBlocks.forEach((members, label) => {
    fill(members, entry(theta.units, label));
  });
  partition.zeroBlocks.forEach((members) => {
    fill(members, undefined);
  });
  return twoLayerNetwork(theta.inputDimension, theta.outputDimension, units);
}
