import { entry } from "../../../src/exact/entry.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { expandNetwork } from "../../../src/network/expandedNetwork.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  multiLayerNetwork,
} from "../../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";

type Draw = (least: number, most: number) => number;

/** What a planted pair is made of. */
export interface Plant {
  /** Inputs, widths of θ, outputs. */
  readonly widths: readonly number[];
  readonly hasBiases: boolean;
  /** How many neurons each hidden layer has more. */
  readonly more: number;
  /** Constant c of σ = c + odd, by which neurons are mirrored; undefined to mirror none. */
  readonly mirrored: Rational | undefined;
  /** The largest change of a weight. */
  readonly noise: Rational;
  readonly seed: number;
}

/** θ and two networks that are wider, in other orders, perhaps mirrored, and a little off. */
export interface NearPair {
  readonly theta: MultiLayerNetwork;
  readonly a: MultiLayerNetwork;
  readonly b: MultiLayerNetwork;
}

export function nearPair(plant: Plant): NearPair {
  const theta = randomMultiLayer({ widths: plant.widths, hasBiases: plant.hasBiases }, plant.seed);
  const made = (name: string): MultiLayerNetwork => {
    const draw = seededIntegers(plant.seed, `near pair ${name}`);
    const to = hiddenWidths(theta).map((width) => width + plant.more);
    const how = draw(0, 1) === 0 ? "split" : "pad";
    let network = expandNetwork(theta, to, { how, seed: draw(0, 1000) }).network;
    hiddenWidths(theta).forEach((_, layer) => {
      network = permuted(network, layer, draw);
    });
    if (plant.mirrored !== undefined) network = turned(network, plant.mirrored, draw);
    return noisy(network, plant.noise, draw);
  };
  return { theta, a: made("a"), b: made("b") };
}

function permuted({ weights, biases }: MultiLayerNetwork, layer: number, draw: Draw): MultiLayerNetwork {
  const order = [...entry(weights, layer).keys()];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(0, last);
    [order[last], order[other]] = [entry(order, other), entry(order, last)];
  }
  const pick = (vector: RationalVector): RationalVector =>
    RationalVector.fromRationals(order.map((place) => vector.at(place)));
  return multiLayerNetwork(
    weights.map((rows, at) =>
      at === layer ? order.map((unit) => entry(rows, unit)) : at === layer + 1 ? rows.map(pick) : rows,
    ),
    biases?.map((bias, at) => (at === layer ? pick(bias) : bias)),
  );
}

/** A network of two layers with neurons mirrored at random: (−w, −b, −a), which leaves 2c·a in the output. */
function turned({ weights, biases }: MultiLayerNetwork, constant: Rational, draw: Draw): MultiLayerNetwork {
  const [rows, outputs] = [entry(weights, 0), entry(weights, 1)];
  const factors = rows.map(() => rational(draw(0, 1) === 0 ? 1n : -1n));
  const signed = (vector: RationalVector): RationalVector =>
    RationalVector.fromRationals(vector.toRationals().map((value, at) => value.mul(entry(factors, at))));
  const left = outputs.map((row) =>
    row
      .toRationals()
      .reduce(
        (sum, weight, at) =>
          entry(factors, at).n === 1n && entry(factors, at).s < 0n ? sum.add(weight) : sum,
        rational(0n),
      )
      .mul(constant)
      .mul(2n),
  );
  return multiLayerNetwork(
    [rows.map((row, unit) => row.times(entry(factors, unit))), outputs.map(signed)],
    biases && [signed(entry(biases, 0)), entry(biases, 1).plus(RationalVector.fromRationals(left))],
  );
}

function noisy({ weights, biases }: MultiLayerNetwork, size: Rational, draw: Draw): MultiLayerNetwork {
  const off = (vector: RationalVector): RationalVector =>
    RationalVector.fromRationals(
      vector.toRationals().map((value) => value.add(size.mul(rational(BigInt(draw(-64, 64)), 64n)))),
    );
  return multiLayerNetwork(
    weights.map((rows) => rows.map(off)),
    biases?.map(off),
  );
}
