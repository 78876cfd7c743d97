import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { InputError } from "../exact/inputError.js";
import type { Rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";

/**
 * A unit ϑ = (w, a): incoming vector w ∈ Q^{d_in}, outgoing vector a ∈ Q^{d_out} (§3).
 *
 * @example unitOf(["1", "2"], ["3"]).outgoing.key === "3"
 */
export interface Unit {
  readonly incoming: RationalVector;
  readonly outgoing: RationalVector;
}

/**
 * A two-layer network θ = (ϑ_1, …, ϑ_m) over Q (§3, before Def. 3.1): f(x|θ) = Σ_i a_i σ(w_i · x). The
 * dimensions are separate fields, since a network of width 0, which computes the zero function, has them too.
 *
 * @example twoLayerNetwork(2, 1, []).inputDimension === 2
 */
export interface TwoLayerNetwork {
  readonly inputDimension: number;
  readonly outputDimension: number;
  readonly units: readonly Unit[];
}

/**
 * A network from its units.
 *
 * @param inputDimension d_in ≥ 1.
 * @param outputDimension d_out ≥ 1.
 * @throws InputError if a dimension is not a positive integer or a unit has other dimensions.
 * @example twoLayerNetwork(1, 1, [unitOf(["1/2"], ["3"])]).units.length === 1
 */
export function twoLayerNetwork(
  inputDimension: number,
  outputDimension: number,
  units: readonly Unit[],
): TwoLayerNetwork {
  for (const dimension of [inputDimension, outputDimension]) {
    if (!Number.isSafeInteger(dimension) || dimension < 1) {
      throw new InputError(
        `a network has dimension ${dimension}`,
        "use positive integers for d_in and d_out",
      );
    }
  }
  units.forEach(({ incoming, outgoing }, index) => {
    if (incoming.dimension !== inputDimension || outgoing.dimension !== outputDimension) {
      throw new InputError(
        `neuron ${index + 1} has dimensions ${incoming.dimension} and ${outgoing.dimension}, ` +
          `the network ${inputDimension} and ${outputDimension}`,
        "give every neuron d_in incoming and d_out outgoing weights",
      );
    }
  });
  return speaking({ inputDimension, outputDimension, units });
}

/**
 * A unit from its weights, each written "p" or "p/q".
 *
 * @throws InputError if a weight is not a rational.
 * @example unitOf(["1", "-1/2"], ["3"]).incoming.dimension === 2
 */
export function unitOf(incoming: readonly string[], outgoing: readonly string[]): Unit {
  requireArguments({ "text[]": { incoming, outgoing } });
  return speaking({
    incoming: RationalVector.parse(...incoming),
    outgoing: RationalVector.parse(...outgoing),
  });
}

/**
 * f(x|θ) ∈ Q^{d_out} for a concrete activation Q → Q.
 *
 * @param x a point of Q^{d_in}.
 * @throws RangeError if x has another dimension.
 * @example evaluate(twoLayerNetwork(1, 1, [unitOf(["2"], ["3"])]), RationalVector.parse("5"),
 *   (z) => z.mul(z)).key
 *   === "300"
 */
export function evaluate(
  network: TwoLayerNetwork,
  x: RationalVector,
  activation: (preactivation: Rational) => Rational,
): RationalVector {
  requireArguments({ network: { network }, vector: { x } });
  let value = RationalVector.zero(network.outputDimension);
  for (const { incoming, outgoing } of network.units) {
    value = value.plus(outgoing.times(activation(incoming.dot(x))));
  }
  return value;
}

/**
 * The network with units ϑ_{π(1)}, …, ϑ_{π(m)} (P_π θ, "Notation" of §1).
 *
 * @param permutation π, as the m images counted from 0.
 * @throws RangeError if it isn't a permutation of 0…m−1.
 * @example permuteUnits(from, [1, 0]).units[0] === from.units[1]
 */
export function permuteUnits(network: TwoLayerNetwork, permutation: readonly number[]): TwoLayerNetwork {
  requireArguments({ network: { network }, "number[]": { permutation } });
  const seen = new Set(permutation);
  if (permutation.length !== network.units.length || seen.size !== permutation.length) {
    throw new RangeError(
      `[${permutation.join(", ")}] is not a permutation of ${network.units.length} neurons`,
    );
  }
  const units = permutation.map((source) => {
    const moved = network.units[source];
    if (moved === undefined) throw new RangeError(`no neuron ${source} among ${network.units.length}`);
    return moved;
  });
  return speaking({ ...network, units });
}

/** The weights of a unit as one string: two units have equal strings if and only if they are equal. */
export function unitKey({ incoming, outgoing }: Unit): string {
  return `${incoming.key};${outgoing.key}`;
}

/** Whether two units have the same weights. */
export function sameUnit(left: Unit, right: Unit): boolean {
  return left.incoming.equals(right.incoming) && left.outgoing.equals(right.outgoing);
}

/** Units of a network that share their incoming vector. */
export interface UnitGroup {
  readonly incoming: RationalVector;
  /** The units, ascending and counted from 0. */
  readonly members: readonly number[];
  /** The units without output, whose outgoing vector is zero. */
  readonly silent: readonly number[];
  /** The outgoing vectors of all. */
  readonly outgoing: readonly RationalVector[];
}

/**
 * The units of a network by incoming vector, in order of first appearance. One pass. `reduce` and
 * `redundancies` group units by their own code, so that comparing reduction with the measure (claim
 * `def-3.1`) doesn't rest on a shared grouping.
 *
 * @example unitsByIncoming(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["5"], ["0"]), unitOf(["1"],
 *   ["3"])])).map(({ members }) => members)
 *   // [[0, 2], [1]]
 */
export function unitsByIncoming({ units }: TwoLayerNetwork): UnitGroup[] {
  const groups = new Map<string, MutableGroup>();
  for (const [index, { incoming, outgoing }] of units.entries()) {
    const { key } = incoming;
    const silent = outgoing.isZero() ? [index] : [];
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { incoming, members: [index], silent, outgoing: [outgoing] });
    else {
      group.members.push(index);
      group.silent.push(...silent);
      group.outgoing.push(outgoing);
    }
  }
  return [...groups.values()];
}

interface MutableGroup extends UnitGroup {
  readonly members: number[];
  readonly silent: number[];
  readonly outgoing: RationalVector[];
}

/**
 * The classes of two or more equal units ϑ_i = ϑ_j, counted from 0, by first appearance: the network lies in
 * the symmetry subspace H_{i_1,…,i_k} (Def. 2.2) if and only if i_1, …, i_k are in one class.
 *
 * @example equalUnits(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["2"])])) // [[0, 1]]
 */
export function equalUnits({ units }: TwoLayerNetwork): number[][] {
  return placesByKey(units.map(unitKey)).filter(({ length }) => length > 1);
}

/**
 * The places of each key in a list, the keys in order of first appearance.
 *
 * @example placesByKey(["a", "b", "a"]) // [[0, 2], [1]]
 */
export function placesByKey(keys: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  for (const [place, key] of keys.entries()) {
    const group = places.get(key);
    if (group === undefined) places.set(key, [place]);
    else group.push(place);
  }
  return [...places.values()];
}

/**
 * A string that is equal for two networks if and only if one has the units of the other in some order.
 */
export function unorderedKey(network: TwoLayerNetwork): string {
  const keys = network.units.map(unitKey).sort();
  return `${network.inputDimension}>${network.outputDimension}|${keys.join("|")}`;
}

/** Whether two networks have the same units in the same order. */
export function sameNetwork(left: TwoLayerNetwork, right: TwoLayerNetwork): boolean {
  return (
    left.inputDimension === right.inputDimension &&
    left.outputDimension === right.outputDimension &&
    left.units.length === right.units.length &&
    left.units.every((unit, index) => {
      const other = right.units[index];
      return other !== undefined && sameUnit(unit, other);
    })
  );
}
