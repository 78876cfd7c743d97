import fc from "fast-check";
import { entry } from "../../src/exact/entry.js";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../src/network/randomMultiLayer.js";
import { listOf } from "./listOf.js";
import { expansionsOf, halves } from "./network.js";
import { permutation } from "./permutation.js";

/** d_in, r_1, …, r_{L−1}, d_out for a number of hidden layers between the bounds, each from 1 to maxWidth. */
function shapes(
  minHidden: number,
  maxHidden: number,
  maxWidth: number,
): fc.Arbitrary<{ readonly widths: number[]; readonly hasBiases: boolean }> {
  const width = fc.integer({ min: 1, max: maxWidth });
  return fc.record({
    widths: fc.array(width, { minLength: minHidden + 2, maxLength: maxHidden + 2 }),
    hasBiases: fc.boolean(),
  });
}

/** A network that is irreducible in every hidden layer, with or without biases, of hidden widths 1 to 3. */
export function irreducibleMultiLayer(minHidden: number, maxHidden: number): fc.Arbitrary<MultiLayerNetwork> {
  return fc
    .tuple(shapes(minHidden, maxHidden, 3), fc.integer())
    .map(([shape, seed]) => randomMultiLayer(shape, seed));
}

/** A network with entries in {−1/2, 0, 1/2}, with or without biases, reducible more often than not. */
export function layerNetworks(
  minHidden: number,
  maxHidden: number,
  maxWidth: number,
): fc.Arbitrary<MultiLayerNetwork> {
  return shapes(minHidden, maxHidden, maxWidth).chain(({ widths, hasBiases }) => {
    const matrices = widths.slice(1).map((rows, index) => listOf(halves(entry(widths, index)), rows));
    const biases = hasBiases ? fc.tuple(...widths.slice(1).map(halves)) : fc.constant(undefined);
    return fc
      .tuple(fc.tuple(...matrices), biases)
      .map(([weights, vectors]) => multiLayerNetwork(weights, vectors));
  });
}

/** A network made from an irreducible one by expanding each hidden layer once. */
export interface SequentialExpansion {
  readonly theta: MultiLayerNetwork;
  /** The hidden layers 1, …, L − 1 in the order in which they were expanded. */
  readonly order: readonly number[];
  /** P_1, …, P_{L−1}. */
  readonly partitions: readonly LabelledPartition[];
  readonly network: MultiLayerNetwork;
}

/**
 * Expands the pair of each hidden layer in turn, as Eq. (8) of the paper does from the last to the first: to
 * a random point of a random subspace, with up to `spare` more units.
 */
export function sequentialExpansionsOf(
  theta: MultiLayerNetwork,
  order: readonly number[],
  spare: number,
): fc.Arbitrary<SequentialExpansion> {
  const start: SequentialExpansion = { theta, order, partitions: [], network: theta };
  return order.reduce<fc.Arbitrary<SequentialExpansion>>(
    (expanded, layer) =>
      expanded.chain(({ network, partitions }) =>
        expansionsOf(pairAt(network, layer), 0, spare).map((expansion) => {
          const all = [...partitions];
          all[layer - 1] = expansion.partition;
          return { theta, order, partitions: all, network: withPair(network, layer, expansion.network) };
        }),
      ),
    fc.constant(start),
  );
}

/** Expansions of a random irreducible network, layer by layer in a random order. */
export function sequentialExpansions(
  minHidden: number,
  maxHidden: number,
  spare: number,
): fc.Arbitrary<SequentialExpansion> {
  return irreducibleMultiLayer(minHidden, maxHidden)
    .chain((theta) => fc.tuple(fc.constant(theta), permutation(hiddenWidths(theta).length)))
    .chain(([theta, order]) =>
      sequentialExpansionsOf(
        theta,
        order.map((index) => index + 1),
        spare,
      ),
    );
}
