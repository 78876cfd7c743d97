import { gammaDimension, gammaSubspace } from "../src/manifold/subspaces/gammaSubspace.js";
import { expansions } from "./arbitraries/network.js";
import { solutionDimension } from "./prop-4.3.js";
import { type Property, property } from "./property.js";

export const properties: readonly Property[] = [
  property(
    "thm-3.1-dim/any-network",
    "for random irreducible θ^r, the exact rank of the equations of Γ_P gives (m − r − j)·d_out + j·d_in " +
      "≥ min(d_in, d_out)(m − r)",
    expansions(1, 3, 4),
    ({ theta, partition }) => {
      const dimension = solutionDimension(gammaSubspace(theta, partition));
      const bound = Math.min(theta.inputDimension, theta.outputDimension) * (partition.m - partition.r);
      const claimed = gammaDimension(partition, theta.inputDimension, theta.outputDimension);
      return dimension === claimed && dimension >= bound;
    },
  ),
];
