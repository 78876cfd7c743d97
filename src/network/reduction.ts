import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { Unit, TwoLayerNetwork } from "./twoLayerNetwork.js";

/**
 * The irreducible network that a network reduces to, and what becomes of its units.
 *
 * @example reduce(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["3"])])).labelledPartition
 *   // [1, 1]
 */
export interface Reduction {
  /**
   * The irreducible network of the same measure, with units in order of first appearance. Its width is 0 if
   * everything cancels.
   */
  readonly irreducible: TwoLayerNetwork;
  /**
   * Codes of the coarsest labelled partition whose subspace holds the network: units are in one block if and
   * only if they share an incoming vector; code t ≥ 1 is unit t of `irreducible`, and 0, −1, … are the groups
   * whose outgoing vectors sum to zero, in order of first appearance.
   */
  readonly labelledPartition: readonly number[];
}

/**
 * Reduces a network (Def. 3.1): each distinct incoming vector makes a group, the outgoing vectors of a group
 * are added up, and groups of sum zero are dropped. Linear in the number of weights. The grouping here is
 * separate from `unitsByIncoming`, on which the measure rests, since claim `def-3.1` and tests check this
 * function by the measure.
 *
 * @throws InputError if a group's sum needs a common denominator of more than 65,536 bits.
 * @example reduce(twoLayerNetwork(1, 1, [unitOf(["1"], ["0"]), unitOf(["3"], ["5"])])).labelledPartition
 *   // [0, 1]
 */
export function reduce(network: TwoLayerNetwork): Reduction {
  requireArguments({ network: { network } });
  const groups = new Map<string, { incoming: RationalVector; outgoing: RationalVector[]; code: number }>();
  const groupOf = network.units.map(({ incoming, outgoing }) => {
    const { key } = incoming;
    const group = groups.get(key);
    if (group !== undefined) {
      group.outgoing.push(outgoing);
      return group;
    }
    const first = { incoming, outgoing: [outgoing], code: 0 };
    groups.set(key, first);
    return first;
  });
  const units: Unit[] = [];
  let zeroBlocks = 0;
  for (const group of groups.values()) {
    const outgoing = RationalVector.sum(network.outputDimension, group.outgoing);
    group.code = outgoing.isZero() ? 0 - zeroBlocks++ : units.push({ incoming: group.incoming, outgoing });
  }
  const irreducible = speaking({ ...network, units });
  return speaking({ irreducible, labelledPartition: groupOf.map(({ code }) => code) });
}
