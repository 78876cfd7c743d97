import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type Place, constantLeft, leavesRest, restOf } from "../../network/activations/place.js";
import { arranged } from "../../network/multiLayerKey.js";
import { matricesWithPair, pairAt } from "../../network/multiLayerNetwork.js";
import type { Unit } from "../../network/twoLayerNetwork.js";
import { type BiasedLayers, withBiases } from "./biasedLayers.js";
import type { Match } from "./layerMatching.js";

/** A unit that stands where another was, and what a change of its sign leaves. */
interface Turned {
  readonly unit: Unit;
  /** For the next layer's bias. */
  readonly constant: RationalVector;
  /** The outgoing weights times the incoming ones, if a linear part is left. */
  readonly linear: RationalVector | undefined;
}

/**
 * The network with the units of a hidden layer in the order of the matches, each with the sign and scale of
 * the unit that it matches. It computes the same for the activation. Undefined if linear parts are left, for
 * which a network has no place, and don't cancel.
 *
 * @param layer counted from 1.
 */
export function turnedLayer(
  network: BiasedLayers,
  layer: number,
  matches: readonly Match[],
  symmetry: ActivationSymmetry,
): BiasedLayers | undefined {
  if (matches.every(({ sign, scale }) => sign === 1 && scale.equals(1n)))
    return permutedLayer(
      network,
      layer,
      matches.map(({ unit }) => unit),
    );
  const pair = pairAt(network, layer);
  const place = { symmetry, hasBias: true };
  const turned = matches.map((match) => turnedUnit(entry(pair.units, match.unit), match, place));
  const linear = turned.flatMap((unit) => (unit.linear === undefined ? [] : [unit.linear]));
  const [first] = linear;
  if (first !== undefined && !RationalVector.sum(first.dimension, linear).isZero()) return undefined;
  const units = turned.map(({ unit }) => unit);
  const constants = turned.map(({ constant }) => constant);
  const { weights, biases } = withBiases(matricesWithPair(network, layer, { ...pair, units }));
  const added = RationalVector.sum(pair.outputDimension, constants);
  return { weights, biases: biases.map((bias, index) => (index === layer ? bias.plus(added) : bias)) };
}

/** The network with the units of a layer in another order, which takes no arithmetic. */
function permutedLayer(
  { weights, biases }: BiasedLayers,
  layer: number,
  order: readonly number[],
): BiasedLayers {
  return {
    weights: weights.map((rows, index) => {
      if (index === layer) return rows.map((row) => arranged(row, order));
      return index === layer - 1 ? order.map((unit) => entry(rows, unit)) : rows;
    }),
    biases: biases.map((bias, index) => (index === layer - 1 ? arranged(bias, order) : bias)),
  };
}

function turnedUnit({ incoming, outgoing }: Unit, { sign, scale }: Match, place: Place): Turned {
  const scaled = scale.equals(1n)
    ? { incoming, outgoing }
    : { incoming: incoming.times(scale.inverse()), outgoing: outgoing.times(scale) };
  const nothing = RationalVector.zero(outgoing.dimension);
  if (sign === 1) return { unit: scaled, constant: nothing, linear: undefined };
  const direction = scaled.incoming.negated();
  return {
    unit: {
      incoming: direction,
      outgoing: place.symmetry.parity === "odd" ? scaled.outgoing.negated() : scaled.outgoing,
    },
    constant: constantLeft(scaled.outgoing, direction, place),
    linear: leavesRest(place) ? outer(scaled.outgoing, restOf(direction, place)) : undefined,
  };
}

function outer(left: RationalVector, right: RationalVector): RationalVector {
  return RationalVector.fromRationals(
    left.toRationals().flatMap((factor) => right.times(factor).toRationals()),
  );
}
