import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { type TwoLayerNetwork, type Unit, unitsByIncoming } from "../../network/twoLayerNetwork.js";
import { inGamma } from "./gammaSubspace.js";

/** Units with the same incoming vector, and the unit of θ^r that has it, if there is one. */
export interface UnitClass {
  /** The units, ascending and counted from 0; at least one. */
  readonly members: readonly number[];
  /** The units without output, whose outgoing vector is zero. */
  readonly silent: readonly number[];
  /** The label t whose w_t is their incoming vector, or 0 if there is none. */
  readonly label: number;
  /** The unit (w_t, a_t) of θ^r; undefined for label 0. */
  readonly unit: Unit | undefined;
}

/** Where θ^r has no unit. */
const NO_LABEL = { label: 0, unit: undefined };

/** The units of a network by incoming vector, in order of first appearance, in one pass. */
export function unitClasses(theta: TwoLayerNetwork, network: TwoLayerNetwork): UnitClass[] {
  const labelled = new Map(theta.units.map((unit, index) => [unit.incoming.key, { label: index + 1, unit }]));
  return unitsByIncoming(network).map(({ incoming, members, silent }) => {
    const { label, unit } = labelled.get(incoming.key) ?? NO_LABEL;
    return { members, silent, label, unit };
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
 * If any subspace holds both, so does that of the coarsest partition with equal incoming vectors on its
 * blocks at both points: its blocks are the cells where a class of one meets a class of the other, labelled t
 * where both sit at w_t. A partition P that holds both refines it, block t of P lies in the cell where both
 * points have w_t, and sums over a cell are sums over blocks of P.
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
  const [r, m] = [theta.units.length, from.units.length];
  const numbersOf = (point: TwoLayerNetwork): Int32Array =>
    perUnit(unitClasses(theta, point), m, ({ label }, number) => (label > 0 ? label : r + 1 + number));
  const numbers = numbersOf(to);
  const codes = Array.from(numbersOf(from), (number, unit) => {
    const other = entry(numbers, unit);
    // The labelled cells, and other names ≤ 0 for all others.
    return number === other && number <= r ? number : 0 - (number * (r + m + 1) + other);
  });
  if (new Set(codes.filter((code) => code > 0)).size < r) return undefined;
  const cells = LabelledPartition.canonical(codes, r);
  return [from, to].every((point) => inGamma(theta, cells, point)) ? cells : undefined;
}
