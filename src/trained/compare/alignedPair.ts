import { entry } from "../../exact/entry.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type BiasedLayers, widthsOf } from "./biasedLayers.js";
import type { Orders } from "./exactOrders.js";
import type { NearestOrders } from "./nearestOrders.js";
import { turnedLayer } from "./turnedLayer.js";

/**
 * Two networks of equal widths whose units correspond in order. Each computes what it did: narrower layers
 * are filled up with units that have the incoming weights of those they stand for, and no output.
 */
export interface AlignedPair {
  readonly a: BiasedLayers;
  readonly b: BiasedLayers;
  /** For each place of a hidden layer the unit of B, as it was, that is there now. */
  readonly orders: Orders;
  /** Whether both units at a place of a hidden layer, counted from 0, are the networks' own. */
  readonly isPaired: (layer: number, place: number) => boolean;
}

/** The networks with B's units in the orders and with the signs that bring them near to A's. */
export function alignedPair(
  a: BiasedLayers,
  b: BiasedLayers,
  { orders, signs }: Pick<NearestOrders, "orders" | "signs">,
  symmetry: ActivationSymmetry,
): AlignedPair {
  const widths = orders.map(({ length }) => length);
  const inputs = Math.max(...[a, b].flatMap(({ weights }) => entry(weights, 0).map((row) => row.dimension)));
  const turned = orders.reduce(
    (network, order, layer) => {
      const matches = order.map((unit, place) => ({
        unit,
        sign: entry(entry(signs, layer), place),
        scale: rational(1n),
      }));
      const next = turnedLayer(network, layer + 1, matches, symmetry);
      if (next === undefined) throw new RangeError("mirrored units leave a linear part");
      return next;
    },
    filledUp(b, widths, inputs),
  );
  const [ours, theirs] = [widthsOf(a), widthsOf(b)];
  const isOfA = (layer: number, place: number): boolean => place < entry(ours, layer);
  const isOfB = (layer: number, place: number): boolean =>
    entry(entry(orders, layer), place) < entry(theirs, layer);
  const filled = filledUp(a, widths, inputs);
  return {
    a: withRowsOf(turned, filled, isOfA),
    b: withRowsOf(filled, turned, isOfB),
    orders,
    isPaired: (layer, place) => isOfA(layer, place) && isOfB(layer, place),
  };
}

/** The second network, where the units that aren't its own have the incoming weights of the first's. */
function withRowsOf(
  first: BiasedLayers,
  second: BiasedLayers,
  isOwn: (layer: number, place: number) => boolean,
): BiasedLayers {
  const hidden = second.weights.length - 1;
  return {
    weights: second.weights.map((rows, layer) =>
      layer === hidden
        ? rows
        : rows.map((row, place) => (isOwn(layer, place) ? row : entry(entry(first.weights, layer), place))),
    ),
    biases: second.biases.map((bias, layer) => {
      const places = [...entry(second.weights, layer).keys()];
      if (layer === hidden || places.every((place) => isOwn(layer, place))) return bias;
      const other = entry(first.biases, layer);
      return RationalVector.fromRationals(
        places.map((place) => (isOwn(layer, place) ? bias : other).at(place)),
      );
    }),
  };
}

/** The network with units of weights 0 after those of narrower layers. */
function filledUp(
  { weights, biases }: BiasedLayers,
  widths: readonly number[],
  inputs: number,
): BiasedLayers {
  return {
    weights: weights.map((rows, layer) => {
      const columns = layer === 0 ? inputs : entry(widths, layer - 1);
      const missing = (layer < widths.length ? entry(widths, layer) : rows.length) - rows.length;
      const fillers = Array.from({ length: missing }, () => RationalVector.zero(columns));
      return [...rows.map((row) => longer(row, columns)), ...fillers];
    }),
    biases: biases.map((bias, layer) => (layer < widths.length ? longer(bias, entry(widths, layer)) : bias)),
  };
}

function longer(vector: RationalVector, dimension: number): RationalVector {
  if (vector.dimension === dimension) return vector;
  return vector.followedBy(RationalVector.zero(dimension - vector.dimension));
}
