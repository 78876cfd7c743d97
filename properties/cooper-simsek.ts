import { formatRational } from "../src/exact/numbers/rational.js";
import { squaredError } from "../src/landscape/loss/cost.js";
import { skewActivation } from "../src/landscape/activations/exampleActivations.js";
import { jacobian } from "../src/landscape/loss/jacobian.js";
import { loss } from "../src/landscape/loss/loss.js";
import { saturatedRank } from "../src/landscape/zeroLoss/saturatedRank.js";
import { fittedData, outputRank } from "../src/landscape/zeroLoss/zeroLossSet.js";
import { gammaDimension } from "../src/manifold/subspaces/gammaSubspace.js";
import { expansions, withInputs } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

export const properties: readonly Property[] = [
  property(
    "cooper-simsek/inclusion",
    "a random point of a random Γ_P has loss 0 on random data that θ^r fits, and there rank J ≤ min(ℓN, n " +
      "− dim Γ_P, the saturated rank)",
    withInputs(expansions(1, 3, 3), ({ theta }) => theta),
    ([{ theta, partition, network }, inputs]) => {
      const data = fittedData(theta, inputs, (x) => skewActivation.derivative(0, x));
      const { inputDimension, outputDimension, units } = network;
      const parameters = units.length * (inputDimension + outputDimension);
      const rank = outputRank(jacobian(network, inputs, skewActivation), parameters);
      return (
        formatRational(loss(network, data, skewActivation, squaredError)) === "0" &&
        rank <= parameters - gammaDimension(partition, inputDimension, outputDimension) &&
        rank <= saturatedRank(network)
      );
    },
  ),
];
