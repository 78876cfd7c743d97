import { counted } from "../exact/counted.js";
import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { lcm } from "../exact/numbers/integer.js";
import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { functionKey } from "./multiLayerKey.js";
import { type MultiLayerNetwork, hiddenWidths, multiLayerNetwork } from "./multiLayerNetwork.js";
import { seededIntegers } from "./seededIntegers.js";

/**
 * How a network is made wider. With "split" each added neuron is a copy of one that is there, and copies
 * share its outgoing weights equally (Net2Net, Chen et al. 2016). With "pad" it has no outgoing weights, and
 * each of its incoming ones is that of a neuron of its layer, drawn at random, so that sizes are alike.
 *
 * @example expandNetwork(network, [2, 2], { how: "pad" }).origins[0] // [0, 1]
 */
export interface ExpansionOptions {
  readonly how: "split" | "pad";
  /** Of what is drawn. Left out, neurons are split in turn, and weights drawn by seed 0. */
  readonly seed?: number;
}

/**
 * A wider network of the same function.
 *
 * @example expandNetwork(network, [3, 2], { how: "split" }).network.weights.length === 3
 */
export interface Expansion {
  readonly network: MultiLayerNetwork;
  /**
   * For each hidden layer and each neuron the one that it has the incoming weights of, counted from 0;
   * undefined for one that was padded.
   */
  readonly origins: readonly (readonly (number | undefined)[])[];
}

/**
 * A network of given hidden widths that computes the same for every activation: exactly, as weights are
 * rationals. The neurons that were there keep their places. Layers are widened from the last to the first, so
 * that the result lies in the manifold Θ of Eq. (8). The two networks' reductions are compared at the end.
 *
 * Splitting a neuron k times divides by k. So floats stay floats if k is a power of two, as it is at twice
 * the width.
 *
 * @param hidden a width for each hidden layer, at least its own.
 * @throws InputError if a width is missing, or smaller than the network's; RangeError if it isn't an integer.
 * @example expandNetwork(network, [2, 4], { how: "split" }).origins[1] // [0, 1, 0, 1]
 */
export function expandNetwork(
  network: MultiLayerNetwork,
  hidden: readonly number[],
  options: ExpansionOptions,
): Expansion {
  requireArguments({ layeredNetwork: { network }, "size[]": { hidden }, "{ how }": { options } });
  const { how, seed } = options;
  requireWider(hiddenWidths(network), hidden);
  let layers: Layers = network;
  const origins: (number | undefined)[][] = [];
  for (let layer = hidden.length - 1; layer >= 0; layer -= 1) {
    const widen = how === "split" ? splitLayer : paddedLayer;
    const widened = widen(layers, layer, entry(hidden, layer), seed);
    layers = widened.layers;
    origins.unshift(widened.origins);
  }
  const wide = multiLayerNetwork(layers.weights, layers.biases);
  requireSameFunction(network, wide);
  return speaking({ network: wide, origins });
}

/**
 * Requires that two networks compute the same for every activation, by what both reduce to.
 *
 * @throws RangeError if they don't.
 */
export function requireSameFunction(network: MultiLayerNetwork, wide: MultiLayerNetwork): void {
  if (functionKey(wide) !== functionKey(network))
    throw new RangeError("the wider network computes something else");
}

type Layers = Pick<MultiLayerNetwork, "weights" | "biases">;

interface Widened {
  readonly layers: Layers;
  readonly origins: (number | undefined)[];
}

function requireWider(widths: readonly number[], hidden: readonly number[]): void {
  if (hidden.length !== widths.length) {
    throw new InputError(
      `${counted(hidden.length, "width")}, the network has ${counted(widths.length, "hidden layer")}`,
      "give a width for each hidden layer",
    );
  }
  widths.forEach((width, layer) => {
    const wanted = entry(hidden, layer);
    if (wanted >= width) return;
    throw new InputError(
      `width ${wanted} for hidden layer ${layer + 1}, which has ${counted(width, "neuron")}`,
      `give ${width} or more; equiloss reduce makes networks narrower`,
    );
  });
}

function splitLayer(layers: Layers, layer: number, wanted: number, seed: number | undefined): Widened {
  const { length: width } = entry(layers.weights, layer);
  const draw = seed === undefined ? undefined : seededIntegers(seed, `split layer ${layer + 1}`);
  const origins = Array.from({ length: wanted }, (_, place) => {
    if (place < width) return place;
    return draw === undefined ? place % width : draw(0, width - 1);
  });
  const shares = new Array<bigint>(width).fill(0n);
  for (const origin of origins) shares[origin] = entry(shares, origin) + 1n;
  const multiple = shares.reduce(lcm, 1n);
  return {
    layers: widenedBy(layers, layer, {
      rows: (rows) => origins.map((origin) => entry(rows, origin)),
      bias: (bias) => RationalVector.fromRationals(origins.map((origin) => bias.at(origin))),
      next: ({ numerators, denominator }) =>
        RationalVector.of(
          origins.map((origin) => entry(numerators, origin) * (multiple / entry(shares, origin))),
          denominator * multiple,
        ),
    }),
    origins,
  };
}

function paddedLayer(layers: Layers, layer: number, wanted: number, seed = 0): Widened {
  const { length: width } = entry(layers.weights, layer);
  const draw = seededIntegers(seed, `pad layer ${layer + 1}`);
  const added = wanted - width;
  const drawn = (vectors: readonly RationalVector[], dimension: number): RationalVector =>
    RationalVector.fromRationals(
      Array.from({ length: dimension }, (_, place) => entry(vectors, draw(0, width - 1)).at(place)),
    );
  return {
    layers: widenedBy(layers, layer, {
      rows: (rows) => [
        ...rows,
        ...Array.from({ length: added }, () => drawn(rows, entry(rows, 0).dimension)),
      ],
      bias: (bias) => {
        const others = Array.from({ length: added }, () => bias.at(draw(0, width - 1)));
        return RationalVector.fromRationals([...bias.toRationals(), ...others]);
      },
      next: (row) => row.followedBy(RationalVector.zero(added)),
    }),
    origins: Array.from({ length: wanted }, (_, place) => (place < width ? place : undefined)),
  };
}

/** What becomes of a layer's rows and biases, and of each row of the next. */
interface Widening {
  readonly rows: (rows: readonly RationalVector[]) => readonly RationalVector[];
  readonly bias: (bias: RationalVector) => RationalVector;
  readonly next: (row: RationalVector) => RationalVector;
}

function widenedBy({ weights, biases }: Layers, layer: number, { rows, bias, next }: Widening): Layers {
  return {
    weights: weights.map((matrix, index) =>
      index === layer ? rows(matrix) : index === layer + 1 ? matrix.map(next) : matrix,
    ),
    biases: biases?.map((vector, index) => (index === layer ? bias(vector) : vector)),
  };
}
