import { type TwoLayerNetwork, type Unit, unitsByIncoming } from "../../network/twoLayerNetwork.js";

/** Units with the same incoming vector, and the unit of θ^r that has it, if there is one. */
export interface UnitClass {
  /** The units, ascending and counted from 0; at least one. */
  readonly members: readonly number[];
  /** The label t whose w_t is their incoming vector, or 0. */
  readonly label: number;
  /** The unit (w_t, a_t) of θ^r; undefined for label 0. */
  readonly unit: Unit | undefined;
}

/** The units of a network by incoming vector, in order of first appearance, in one pass. */
export function unitClasses(theta: TwoLayerNetwork, network: TwoLayerNetwork): UnitClass[] {
  const places = new Map(theta.units.map((unit, index) => [unit.incoming.key, { label: index + 1, unit }]));
  return unitsByIncoming(network).map(({ incoming, members }) => {
    const place = places.get(incoming.key);
    return place === undefined ? { members, label: 0, unit: undefined } : { members, ...place };
  });
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
