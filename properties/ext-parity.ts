import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { rational } from "../src/exact/numbers/rational.js";
import { parseSymmetry } from "../src/network/activations/namedSymmetries.js";
import { equalSymmetricMeasures, symmetricMeasureOf } from "../src/network/activations/symmetricMeasure.js";
import { reduceFor } from "../src/network/activations/symmetricReduction.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { networks } from "./arbitraries/network.js";
import { listOf } from "./arbitraries/listOf.js";
import { type Property, property } from "./property.js";

const NAMES = ["tanh", "sigmoid", "softplus", "silu", "gaussian", "relu", "leaky:1/10", "leaky:-1"];

/** A network with a second copy of some of its units: the same, mirrored, or mirrored and stretched. */
const withMirrored = fc
  .tuple(networks(5), listOf(fc.integer({ min: -3, max: 3 }), 5))
  .map(([network, factors]): TwoLayerNetwork => {
    const { inputDimension, outputDimension, units } = network;
    const more = units.map(({ incoming, outgoing }, index) => {
      const factor = rational(BigInt(entry(factors, index)));
      return { incoming: incoming.times(factor), outgoing: outgoing.times(factor) };
    });
    return twoLayerNetwork(inputDimension, outputDimension, [...units, ...more]);
  });

export const properties: readonly Property[] = [
  property(
    "ext-parity/measure",
    "the reduced network has the network's odd or even measure and polynomial part, and no more units",
    fc.tuple(withMirrored, fc.constantFrom(...NAMES)),
    ([network, name]) => {
      const symmetry = parseSymmetry(name);
      const { irreducible } = reduceFor(network, symmetry);
      const [before, after] = [network, irreducible].map((one) => symmetricMeasureOf(one, symmetry));
      if (before === undefined || after === undefined) return false;
      return irreducible.units.length <= network.units.length && equalSymmetricMeasures(before, after);
    },
  ),
  property(
    "ext-parity/fates",
    "each unit's incoming vector is sign · scale times that of the unit that it becomes",
    fc.tuple(withMirrored, fc.constantFrom(...NAMES)),
    ([network, name]) => {
      const { irreducible, labelledPartition, signs, scales } = reduceFor(network, parseSymmetry(name));
      return network.units.every(({ incoming }, index) => {
        const code = entry(labelledPartition, index);
        if (code <= 0) return true;
        const factor = entry(scales, index).mul(BigInt(entry(signs, index)));
        return entry(irreducible.units, code - 1)
          .incoming.times(factor)
          .equals(incoming);
      });
    },
  ),
];
