import { entry } from "../../exact/entry.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { unitsByIncoming } from "../../network/unitsByIncoming.js";

/** Units with the same incoming vector, and the unit of θ^r that has it, if there is one. */
export interface UnitClass {
  /** The units, ascending and counted from 0; at least one. */
  readonly members: readonly number[];
  /** The label t whose w_t is their incoming vector, or 0. */
  readonly label: number;
}

/** The units of a network by incoming vector, in order of first appearance, in one pass. */
export function unitClasses(theta: TwoLayerNetwork, network: TwoLayerNetwork): UnitClass[] {
  const labelOf = new Map(theta.units.map(({ incoming }, index) => [incoming.key, index + 1]));
  return unitsByIncoming(network).map((members) => {
    const { incoming } = entry(network.units, entry(members, 0));
    // 0 means that no unit of θ^r has this incoming vector.
    return { members, label: labelOf.get(incoming.key) ?? 0 };
  });
}

/** The outgoing vector a_t of the unit of θ^r where a class sits; undefined if none sits there. */
export function massOf(theta: TwoLayerNetwork, { label }: UnitClass): RationalVector | undefined {
  return label === 0 ? undefined : entry(theta.units, label - 1).outgoing;
}

/** A value for each of the m units, computed from its class and the number of the class. */
export function perUnit(
  classes: readonly UnitClass[],
  m: number,
  valueOf: (unitClass: UnitClass, number: number) => number,
): Int32Array {
  const values = new Int32Array(m);
  classes.forEach((unitClass, number) => {
    const value = valueOf(unitClass, number);
    for (const member of unitClass.members) values[member] = value;
  });
  return values;
}
