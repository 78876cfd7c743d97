import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import type { Rational } from "../src/exact/numbers/rational.js";
import type { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { layerSteps, reduceMultiLayerBySteps } from "../src/network/multiLayerReductionSteps.js";
import { reduceMultiLayer } from "../src/network/multiLayerReduction.js";
import { irreducibleKey } from "../src/network/multiLayerKey.js";
import { asMultiLayer } from "../src/network/anyNetwork.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  layerWidths,
  pairAt,
} from "../src/network/multiLayerNetwork.js";
import { reduce } from "../src/network/reduction.js";
import { sameNetwork } from "../src/network/twoLayerNetwork.js";
import { listOf } from "./arbitraries/listOf.js";
import { layerNetworks, sequentialExpansions } from "./arbitraries/multiLayer.js";
import { networks, rationals, vectors } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** c_0 + c_1 z + c_2 z², and |z|, which is not a polynomial. */
const activations = listOf(rationals, 3).map((coefficients): readonly ((z: Rational) => Rational)[] => [
  (z) => coefficients.reduceRight((value, coefficient) => value.mul(z).add(coefficient)),
  (z) => z.abs(),
]);

/** A case and a point of its network's input space. */
function atPoint<Case extends { readonly network: MultiLayerNetwork }>(
  cases: fc.Arbitrary<Case>,
): fc.Arbitrary<readonly [Case, RationalVector]> {
  return cases.chain((item) => fc.tuple(fc.constant(item), vectors(layerWidths(item.network)[0])));
}

export const properties: readonly Property[] = [
  property(
    "mlp-invariance/keeps-function",
    "expanding all hidden layers, in any order, keeps the function, with and without biases, here for " +
      "polynomial activations and |z| at rational points",
    fc.tuple(atPoint(sequentialExpansions(2, 3, 2)), activations),
    ([[{ theta, network }, x], functions]) =>
      functions.every((activation) =>
        evaluateMultiLayer(network, x, activation).equals(evaluateMultiLayer(theta, x, activation)),
      ),
  ),
  property(
    "mlp-invariance/reduces-back",
    "a network expanded in any order of the layers reduces to the original network, up to permutations of " +
      "hidden units, and units of one block of a labelled partition stay together",
    sequentialExpansions(1, 3, 2),
    ({ theta, partitions, network }) => {
      const { matrices, labelledPartitions } = reduceMultiLayer(network);
      const together = partitions.every(({ codes }, layer) => {
        const reduced = entry(labelledPartitions, layer);
        return codes.every((code, unit) => reduced[unit] === reduced[codes.indexOf(code)]);
      });
      return together && irreducibleKey(matrices) === irreducibleKey(theta);
    },
  ),
  property(
    "mlp-invariance/any-step-order",
    "reduction steps in any layers and any order end in the irreducible network of one forward and one " +
      "backward pass, up to permutations",
    fc.tuple(layerNetworks(1, 3, 3), listOf(fc.nat(1000), 9)),
    ([network, choices]) => {
      let taken = 0;
      const end = reduceMultiLayerBySteps(network, (steps) => entry(choices, taken++) % steps.length);
      return irreducibleKey(end) === irreducibleKey(reduceMultiLayer(network).matrices);
    },
  ),
  property(
    "mlp-invariance/one-pass",
    "one forward and one backward pass give an irreducible network of the same function, here for " +
      "polynomial activations and |z| at rational points, and labelled partitions whose numbers of labels " +
      "are its widths",
    fc.tuple(atPoint(layerNetworks(1, 3, 3).map((network) => ({ network }))), activations),
    ([[{ network }, x], functions]) => {
      const { irreducible, matrices, widths, labelledPartitions } = reduceMultiLayer(network);
      const labels = labelledPartitions.map((codes) => new Set(codes.filter((code) => code > 0)).size);
      const same = functions.every(
        (activation) =>
          irreducible === undefined ||
          evaluateMultiLayer(irreducible, x, activation).equals(evaluateMultiLayer(network, x, activation)),
      );
      return same && layerSteps(matrices).length === 0 && labels.join() === widths.join();
    },
  ),
  property(
    "mlp-invariance/two-layers",
    "for two layers this is the reduction by the measure, with the same units in the same order and the " +
      "same labelled partition",
    networks(6).filter(({ units }) => units.length > 0),
    (network) => {
      const [layered, byMeasure] = [reduceMultiLayer(asMultiLayer(network)), reduce(network)];
      const irreducible = layered.irreducible && pairAt(layered.irreducible, 1);
      return (
        layered.labelledPartitions.join() === byMeasure.labelledPartition.join() &&
        (irreducible === undefined
          ? byMeasure.irreducible.units.length === 0
          : sameNetwork(irreducible, byMeasure.irreducible))
      );
    },
  ),
];
