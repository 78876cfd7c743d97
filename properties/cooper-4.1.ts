import fc from "fast-check";
import { dataSet } from "../src/landscape/loss/data.js";
import { skewActivation, smoothRelu } from "../src/landscape/activations/exampleActivations.js";
import { interpolate, withBias } from "../src/landscape/zeroLoss/interpolation.js";
import { rectifiedJacobian } from "../src/landscape/zeroLoss/rectifiedJacobian.js";
import { fittedData, outputRank } from "../src/landscape/zeroLoss/zeroLossSet.js";
import { dimensions, networks, vectors, withInputs } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

const distinctInputs = dimensions.chain(([inputDimension, outputDimension]) =>
  fc.uniqueArray(fc.record({ input: vectors(inputDimension), target: vectors(outputDimension) }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ input }) => input.key,
  }),
);

export const properties: readonly Property[] = [
  property(
    "cooper-4.1/codimension",
    "for random distinct inputs and targets in Q^ℓ, ℓ ≤ 3, a network of width h = d + 1 or d + 2 that " +
      "fits exactly has residuals with derivatives of rank ℓd",
    fc.tuple(distinctInputs, fc.integer({ min: 1, max: 2 })),
    ([points, surplus]) => {
      const inputs = points.map(({ input }) => input);
      const targets = points.map(({ target }) => target);
      const network = interpolate(dataSet(inputs, targets), smoothRelu, inputs.length + surplus);
      const biased = inputs.map(withBias);
      const { inputDimension, outputDimension, units } = network;
      const fitted = fittedData(network, biased, smoothRelu.value).targets;
      const rows = rectifiedJacobian(network, biased, smoothRelu);
      const parameters = units.length * (inputDimension + outputDimension);
      return (
        fitted.every((value, index) => value.key === targets[index]?.key) &&
        outputRank(rows, parameters) === outputDimension * inputs.length
      );
    },
  ),
  property(
    "cooper-4.1/narrow",
    "the outputs of a random network of width m at any inputs span a space of dimension at most m",
    withInputs(networks(2), (network) => network),
    ([network, inputs]) => {
      const { targets } = fittedData(network, inputs, (x) => skewActivation.derivative(0, x));
      return outputRank(targets, network.outputDimension) <= network.units.length;
    },
  ),
];
