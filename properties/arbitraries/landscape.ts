import fc from "fast-check";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import {
  type Activation,
  polynomialActivation,
  rationalActivation,
} from "../../src/landscape/activations/activation.js";
import { type Cost, boundedError, quarticError, squaredError } from "../../src/landscape/loss/cost.js";
import { type DataSet, dataSet } from "../../src/landscape/loss/data.js";
import type { TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { irreducibleNetworks, rationals, vectors } from "./network.js";

const coefficients: fc.Arbitrary<Rational[]> = fc.array(rationals, { minLength: 1, maxLength: 4 });

/** A polynomial of degree up to 3. */
const polynomialActivations: fc.Arbitrary<Activation> = coefficients.map(polynomialActivation);

/** A quotient with the denominator (a + bx)² + c, c > 0, which has no zero. */
const rationalActivations: fc.Arbitrary<Activation> = fc
  .tuple(coefficients, rationals, rationals, fc.integer({ min: 1, max: 5 }))
  .map(([numerator, a, b, c]) =>
    rationalActivation(numerator, [a.mul(a).add(rational(BigInt(c))), a.mul(b).mul(rational(2n)), b.mul(b)]),
  );

/** Either kind. */
export const activations: fc.Arbitrary<Activation> = fc.oneof(polynomialActivations, rationalActivations);

/** A cost: convex or not, with second derivatives that vanish at f = y or not. */
export const costs: fc.Arbitrary<Cost> = fc.constantFrom(squaredError, quarticError, boundedError);

/** Up to `maxSize` data for networks of the given dimensions. */
function dataSets(inputDimension: number, outputDimension: number, maxSize: number): fc.Arbitrary<DataSet> {
  return fc
    .array(fc.tuple(vectors(inputDimension), vectors(outputDimension)), { minLength: 1, maxLength: maxSize })
    .map((pairs) =>
      dataSet(
        pairs.map(([input]) => input),
        pairs.map(([, target]) => target),
      ),
    );
}

/** All that a loss is a function of. */
export interface Landscape {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Activation;
  readonly cost: Cost;
}

/** A network of width up to `maxWidth` with up to two data. */
export function landscapes(maxWidth: number): fc.Arbitrary<Landscape> {
  return irreducibleNetworks(0, maxWidth).chain((network) =>
    fc.record({
      network: fc.constant(network),
      data: dataSets(network.inputDimension, network.outputDimension, 2),
      activation: activations,
      cost: costs,
    }),
  );
}
