import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { dataSet } from "../src/landscape/loss/data.js";
import { relu, smoothRelu } from "../src/landscape/activations/exampleActivations.js";
import { interpolate, withBias } from "../src/landscape/zeroLoss/interpolation.js";
import { evaluate } from "../src/network/twoLayerNetwork.js";
import { dimensions, vectors } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** Up to six distinct inputs with targets. */
const data = dimensions.chain(([inputDimension, outputDimension]) =>
  fc
    .uniqueArray(fc.record({ input: vectors(inputDimension), target: vectors(outputDimension) }), {
      minLength: 1,
      maxLength: 6,
      selector: ({ input }) => input.key,
    })
    .map((points) =>
      dataSet(
        points.map(({ input }) => input),
        points.map(({ target }) => target),
      ),
    ),
);

export const properties: readonly Property[] = [
  property(
    "cooper-3.3/interpolation",
    "for random distinct inputs in dimensions up to 3 and targets in dimensions up to 3, the network of " +
      "width h = d to d + 2 fits exactly",
    fc.tuple(data, fc.nat(2), fc.constantFrom(relu, smoothRelu)),
    ([{ inputs, targets }, surplus, activation]) => {
      const width = inputs.length + surplus;
      const network = interpolate({ inputs, targets }, activation, width);
      const fits = inputs.every((input, index) =>
        evaluate(network, withBias(input), activation.value).equals(entry(targets, index)),
      );
      return network.units.length === width && fits;
    },
  ),
];
