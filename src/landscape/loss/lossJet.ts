import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { parameterCount, toPoint } from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import { type DataSet, requireFittingData } from "./data.js";
import { Jet } from "./jets.js";
import { spaceOf } from "./unitParameters.js";

/**
 * The loss with gradient and Hessian by automatic differentiation: the second route to {@link gradient} and
 * {@link hessian}. It uses no derivative of the activation or of the cost, only the coefficients of their
 * polynomials. It takes the parameters from the point, in the order of parameterSpace.ts.
 *
 * @throws InputError if the data don't fit the network, or where the activation or the cost has no value.
 */
export function lossJet(network: TwoLayerNetwork, data: DataSet, activation: Activation, cost: Cost): Jet {
  requireFittingData(network, data);
  const { inputDimension, outputDimension, units } = network;
  const dimension = parameterCount(spaceOf(network));
  const variables = toPoint(network)
    .toRationals()
    .map((value, index) => Jet.variable(dimension, index, value));
  const incoming = rowsOf(variables.slice(0, inputDimension * units.length), inputDimension);
  const outgoing = rowsOf(variables.slice(inputDimension * units.length), outputDimension);
  const half = rational(1n, 2n);
  const zero = Jet.constant(dimension, rational(0n));
  return data.inputs.reduce((sum, x, index) => {
    const values = incoming.map((weights) => {
      const products = weights.map((weight, input) => weight.scaled(x.at(input)));
      return composed(activation, total(zero, products));
    });
    const residuals = entry(data.targets, index)
      .toRationals()
      .map((target, output) =>
        total(
          Jet.constant(dimension, target.neg()),
          values.map((value, unit) => value.times(entry(entry(outgoing, unit), output))),
        ),
      );
    const squares = residuals.map((residual) => residual.times(residual));
    return sum.plus(composed(cost.profile, total(zero, squares).scaled(half)));
  }, zero);
}

/** σ(z) = P(z)/Q(z), by Horner's rule on jets. @throws InputError if Q(z) = 0. */
export function composed({ numerator, denominator }: Activation, z: Jet): Jet {
  return horner(numerator, z).over(horner(denominator, z));
}

function horner(coefficients: readonly Rational[], z: Jet): Jet {
  const constant = (value: Rational): Jet => Jet.constant(z.gradient.length, value);
  return coefficients.reduceRight(
    (sum, coefficient) => sum.times(z).plus(constant(coefficient)),
    constant(rational(0n)),
  );
}

function total(start: Jet, summands: readonly Jet[]): Jet {
  return summands.reduce((sum, summand) => sum.plus(summand), start);
}

function rowsOf(variables: readonly Jet[], length: number): Jet[][] {
  return variables.flatMap((_, index) =>
    index % length === 0 ? [variables.slice(index, index + length)] : [],
  );
}
