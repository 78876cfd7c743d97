import type { Parity } from "../../combinatorics/signed/parity.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { isIrreducible } from "../../network/irreducible.js";
import type { TwoLayerNetwork, Unit } from "../../network/twoLayerNetwork.js";

/** The mirror image of a unit: (−w, −a) for an odd activation, (−w, a) for an even one. */
export function mirroredUnit({ incoming, outgoing }: Unit, parity: Parity): Unit {
  return { incoming: incoming.negated(), outgoing: parity === "odd" ? outgoing.negated() : outgoing };
}

/** The network with those units mirrored whose sign is negative. */
export function mirroredNetwork(
  network: TwoLayerNetwork,
  signs: readonly number[],
  parity: Parity,
): TwoLayerNetwork {
  const units = network.units.map((unit, index) =>
    entry(signs, index) < 0 ? mirroredUnit(unit, parity) : unit,
  );
  return speaking({ ...network, units });
}

/**
 * Whether a network is irreducible for an activation of this parity: no w_t is 0, no two are equal or
 * opposite, and no a_t is 0. So the network with the mirror images of its units beside them is irreducible.
 * (For even parity one of the w_t could be 0. Such a unit adds a constant, and is left out here.)
 *
 * @example isIrreducibleMirrored(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"], ["3"])]), "odd")
 *   === false
 */
export function isIrreducibleMirrored(network: TwoLayerNetwork, parity: Parity): boolean {
  requireArguments({ network: { network }, parity: { parity } });
  return isIrreducible(withImages(network, parity));
}

/** A network, and the mirror images of its units after these. */
export function withImages(network: TwoLayerNetwork, parity: Parity): TwoLayerNetwork {
  const images = network.units.map((unit) => mirroredUnit(unit, parity));
  return { ...network, units: [...network.units, ...images] };
}

/**
 * Requires a network, irreducible for the partition's parity, with as many units as it has labels.
 *
 * @throws RangeError unless they match.
 */
export function requireSignedMatching(theta: TwoLayerNetwork, partition: SignedLabelledPartition): void {
  requireArguments({ network: { theta }, signedPartition: { partition } });
  if (theta.units.length !== partition.r) {
    throw new RangeError(
      `a network of width ${theta.units.length} and a partition with ${partition.r} labels`,
    );
  }
  if (!isIrreducibleMirrored(theta, partition.parity))
    throw new RangeError(`a network that is reducible for an ${partition.parity} activation`);
}
