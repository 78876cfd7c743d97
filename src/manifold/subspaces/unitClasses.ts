import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { equalMeasures, measureOf } from "../../network/measure.js";
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

/**
 * The subspace that holds a point and has one block for each class of equal incoming vectors. Every point of
 * Θ has one. Takes one pass.
 */
export function coarsestSubspace(theta: TwoLayerNetwork, point: TwoLayerNetwork): LabelledPartition {
  const codes = perUnit(unitClasses(theta, point), point.units.length, ({ label }, number) =>
    label > 0 ? label : 0 - number,
  );
  return LabelledPartition.canonical(codes, theta.units.length);
}

/**
 * A subspace that holds both points; undefined if there is none. It takes one pass, no matter how many
 * subspaces hold either point.
 *
 * Put the weights of each unit of both points side by side, and so those of each unit of θ with itself. Then
 * Γ_P(θ) holds both points if and only if Γ_P of the doubled θ holds the doubled point: a block's incoming
 * vectors are equal if both halves are, and its outgoing vectors have the right sum if both halves have.
 *
 * @param theta an irreducible network of width r.
 * @param from a point of Θ_{r→m}(θ^r), as `to`.
 * @example commonSubspace(theta, theta, theta)?.codes // 1…r
 */
export function commonSubspace(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
): LabelledPartition | undefined {
  const [doubled, both] = [sideBySide(theta, theta), sideBySide(from, to)];
  return equalMeasures(measureOf(doubled), measureOf(both)) ? coarsestSubspace(doubled, both) : undefined;
}

/**
 * Two networks of one width side by side: unit i has w_i of the one and then of the other as its incoming
 * vector, and so for a_i.
 *
 * @throws RangeError if the widths differ.
 * @example sideBySide(theta, theta).inputDimension === 2 * theta.inputDimension
 */
export function sideBySide(left: TwoLayerNetwork, right: TwoLayerNetwork): TwoLayerNetwork {
  if (left.units.length !== right.units.length) {
    throw new RangeError(`networks of widths ${left.units.length} and ${right.units.length}`);
  }
  return {
    inputDimension: left.inputDimension + right.inputDimension,
    outputDimension: left.outputDimension + right.outputDimension,
    units: left.units.map(({ incoming, outgoing }, index) => {
      const other = entry(right.units, index);
      return { incoming: incoming.followedBy(other.incoming), outgoing: outgoing.followedBy(other.outgoing) };
    }),
  };
}
