import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { mirroredUnit } from "../../manifold/signed/mirroredNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { genericPoint } from "./genericPoint.js";

/**
 * A point, over standardNetwork(r, 1, 1), that lies in the subspace of a signed partition and in no other.
 *
 * Units that aren't silent are those of `genericPoint`, mirrored where the sign is −1, with zero blocks at
 * −(r + 1), −(r + 2), …, which are not ±w_t. Silent units have a = 1, 3, 9, …, of which no signed sum is 0.
 *
 * @example genericSignedPoint(theta, SignedLabelledPartition.of([1, 0], [-1, 0], 1, "odd"))
 * // (−1; −2), (0; 1)
 */
export function genericSignedPoint(
  theta: TwoLayerNetwork,
  { codes, signs, r, parity }: SignedLabelledPartition,
): TwoLayerNetwork {
  const active = [...codes.keys()].filter((unit) => signs[unit] !== 0);
  const blocks = LabelledPartition.canonical(
    active.map((unit) => entry(codes, unit)),
    r,
  );
  const shift = RationalVector.of([BigInt(r)]);
  const point = genericPoint(theta, blocks).units.map((unit, place) =>
    entry(blocks.codes, place) > 0 ? unit : { ...unit, incoming: unit.incoming.minus(shift) },
  );
  let weight = 1n;
  const units = codes.map((_, unit) => {
    const place = active.indexOf(unit);
    if (place < 0) {
      const silent = { incoming: RationalVector.zero(1), outgoing: RationalVector.of([weight]) };
      weight *= 3n;
      return silent;
    }
    return signs[unit] === -1 ? mirroredUnit(entry(point, place), parity) : entry(point, place);
  });
  return twoLayerNetwork(1, 1, units);
}
