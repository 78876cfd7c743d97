import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { certifiedRank } from "../src/exact/matrices/certifiedRank.js";
import { clearDenominators } from "../src/exact/vectors/integerMatrix.js";
import type { Rational } from "../src/exact/numbers/rational.js";
import { rational } from "../src/exact/numbers/rational.js";
import { type AffineSubspace, holdsPoint } from "../src/manifold/subspaces/affineSubspace.js";
import { criticalSubspace } from "../src/manifold/subspaces/criticalSubspace.js";
import { gammaHolds } from "../src/manifold/subspaces/gammaSubspace.js";
import { toPoint } from "../src/manifold/subspaces/parameterSpace.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import type { LabelledPartition } from "../src/combinatorics/partitions/labelledPartition.js";
import { listOf } from "./arbitraries/listOf.js";
import { expansions, rationals } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** An irreducible network, a surjection (a labelled partition without zero blocks), and β. */
const surjectionAndShares = fc.tuple(expansions(1, 3, 3), listOf(rationals, 6));

/** Def. 4.1 unit by unit: the last β of a block makes the sum 1. */
function criticalNetwork(
  theta: TwoLayerNetwork,
  surjection: LabelledPartition,
  betas: readonly Rational[],
): TwoLayerNetwork {
  const units = new Array<Unit>(surjection.m);
  surjection.labelledBlocks.forEach((members, label) => {
    const { incoming, outgoing } = entry(theta.units, label);
    let missing = rational(1n);
    members.forEach((member, position) => {
      const beta = position === members.length - 1 ? missing : entry(betas, member);
      missing = missing.sub(beta);
      units[member] = { incoming, outgoing: outgoing.times(beta) };
    });
  });
  return twoLayerNetwork(theta.inputDimension, theta.outputDimension, units);
}

/** The dimension that the equations leave, if they have a solution. */
export function solutionDimension({ ambientDimension, equations }: AffineSubspace): number {
  const coefficients = clearDenominators(equations).map((row) => row.slice(0, ambientDimension));
  return ambientDimension - certifiedRank(coefficients, ambientDimension).rank;
}

export const properties: readonly Property[] = [
  property(
    "prop-4.3/points",
    "a point constructed from β as in Def. 4.1 lies in Γ̄ and in the Γ of the same surjection; the " +
      "equations of Γ̄ leave dimension m − r",
    surjectionAndShares.filter(([{ partition }]) => partition.zeroBlockCount === 0),
    ([{ theta, partition }, shares]) => {
      const network = criticalNetwork(theta, partition, shares);
      const subspace = criticalSubspace(theta, partition);
      return (
        holdsPoint(subspace, toPoint(network)) &&
        gammaHolds(theta, partition, network) &&
        solutionDimension(subspace) === partition.m - partition.r
      );
    },
  ),
];
