import fc from "fast-check";
import { type Rational, rational } from "../src/exact/numbers/rational.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../src/landscape/activations/activation.js";
import { skewActivation } from "../src/landscape/activations/exampleActivations.js";
import { jacobian } from "../src/landscape/loss/jacobian.js";
import { monomialFeatures, unattainable } from "../src/landscape/zeroLoss/outputSpan.js";
import { fittedData, outputRank } from "../src/landscape/zeroLoss/zeroLossSet.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { listOf } from "./arbitraries/listOf.js";
import { rationals, vectors } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** Entries are often 0 and often equal: the points where ranks drop. */
const special = (dimension: number): fc.Arbitrary<RationalVector> =>
  listOf(fc.integer({ min: -1, max: 1 }), dimension).map((entries) => RationalVector.of(entries.map(BigInt)));

/** A scalar network, often reducible, and fewer inputs than parameters, often repeated. */
const scalarNetworkAndInputs = fc
  .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }))
  .chain(([dimension, width]) =>
    fc.tuple(
      listOf(fc.record({ incoming: special(dimension), outgoing: special(1) }), width).map((units) =>
        twoLayerNetwork(dimension, 1, units),
      ),
      fc.array(special(dimension), { minLength: 1, maxLength: width * (dimension + 1) - 1 }),
    ),
  );

/** A vector plus ε times (t, t², …)/400 with its own t < 20: distinct entries below 1. */
function moved(vector: RationalVector, t: bigint, epsilon: Rational): RationalVector {
  const direction = Array.from({ length: vector.dimension }, (_, index) => t ** BigInt(index + 1));
  return vector.plus(RationalVector.of(direction, 400n).times(epsilon));
}

function movedNetwork(network: TwoLayerNetwork, epsilon: Rational): TwoLayerNetwork {
  const units = network.units.map(({ incoming, outgoing }, index) => ({
    incoming: moved(incoming, BigInt(index + 1), epsilon),
    outgoing: moved(outgoing, BigInt(index + 4), epsilon),
  }));
  return { ...network, units };
}

/** ε ≤ 2^−10; the rank drops only at roots of a minor, which are finitely many. */
const EPSILONS = [10n, 13n, 17n].map((power) => rational(1n, 1n << power));

export const properties: readonly Property[] = [
  property(
    "cooper-2.1/small-change",
    "for random scalar networks, also reducible ones, and d < n inputs, also equal ones: after moving " +
      "weights and inputs by some ε ≤ 2^−10, and the targets accordingly, the rank at the network is d",
    scalarNetworkAndInputs,
    ([network, inputs]) =>
      EPSILONS.some((epsilon) => {
        const near = movedNetwork(network, epsilon);
        const rows = jacobian(
          near,
          inputs.map((input, index) => moved(input, BigInt(index + 7), epsilon)),
          skewActivation,
        );
        return outputRank(rows, near.units.length * (near.inputDimension + 1)) === inputs.length;
      }),
  ),
  property(
    "cooper-2.1/features",
    "the outputs of a random network with a random polynomial activation lie in the span of the features " +
      "that show other data to be out of reach",
    fc.integer({ min: 1, max: 2 }).chain((dimension) =>
      fc.tuple(
        fc.array(rationals, { minLength: 1, maxLength: 4 }),
        fc.array(vectors(dimension), { minLength: 1, maxLength: 6 }),
        fc
          .array(fc.record({ incoming: vectors(dimension), outgoing: vectors(2) }), { maxLength: 3 })
          .map((units) => twoLayerNetwork(dimension, 2, units)),
      ),
    ),
    ([coefficients, inputs, network]) => {
      const activation = polynomialActivation(coefficients);
      const data = fittedData(network, inputs, (x) => activation.derivative(0, x));
      return !unattainable(monomialFeatures(inputs, activation), data.targets);
    },
  ),
];
