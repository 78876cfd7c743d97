import { certifiedInertia } from "../src/exact/inertia/inertia.js";
import { squaredError } from "../src/landscape/loss/cost.js";
import { skewActivation } from "../src/landscape/activations/exampleActivations.js";
import { hessian } from "../src/landscape/loss/hessian.js";
import { jacobian } from "../src/landscape/loss/jacobian.js";
import { fittedData, outputRank } from "../src/landscape/zeroLoss/zeroLossSet.js";
import { networks, withInputs } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

export const properties: readonly Property[] = [
  property(
    "cooper-2.3/rank",
    "at a random network and data that it fits, the number of positive eigenvalues of the squared error's " +
      "Hessian is the rank of the residuals' derivatives, and no eigenvalue is negative",
    withInputs(
      networks(3).filter(({ units }) => units.length > 0),
      (network) => network,
    ),
    ([network, inputs]) => {
      const data = fittedData(network, inputs, (x) => skewActivation.derivative(0, x));
      const { inertia } = certifiedInertia(hessian(network, data, skewActivation, squaredError).numerators);
      const parameters = network.units.length * (network.inputDimension + network.outputDimension);
      const rank = outputRank(jacobian(network, inputs, skewActivation), parameters);
      return inertia.positive === rank && inertia.negative === 0 && inertia.zero === parameters - rank;
    },
  ),
];
