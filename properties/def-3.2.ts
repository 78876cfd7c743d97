import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { gammaHolds, gammaSubspace } from "../src/manifold/subspaces/gammaSubspace.js";
import { toNetwork } from "../src/manifold/subspaces/parameterSpace.js";
import { equalMeasures, measureOf } from "../src/network/measure.js";
import { permuteUnits } from "../src/network/twoLayerNetwork.js";
import { listOf } from "./arbitraries/listOf.js";
import { expansions, rationals } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** Three extra units in at most three dimensions: at most nine directions. */
const withCoefficients = fc.tuple(expansions(1, 3, 3), listOf(rationals, 9));

export const properties: readonly Property[] = [
  property(
    "def-3.2/points",
    "every point base + Σ t_i direction_i of Γ_P(θ^r) has the measure of θ^r, so computes its function " +
      "for every σ",
    withCoefficients,
    ([{ theta, partition }, coefficients]) => {
      const { base, directions } = gammaSubspace(theta, partition);
      const point = directions.reduce(
        (sum, direction, index) => sum.plus(direction.times(entry(coefficients, index))),
        base,
      );
      const network = toNetwork({ ...theta, width: partition.m }, point);
      return gammaHolds(theta, partition, network) && equalMeasures(measureOf(network), measureOf(theta));
    },
  ),
  property(
    "def-3.2/permutations",
    "permuting the units of a point of Γ_P(θ^r) keeps its measure",
    expansions(1, 4, 3).chain(({ theta, network }) =>
      fc.tuple(
        fc.constant(theta),
        fc.constant(network),
        fc.shuffledSubarray([...network.units.keys()], { minLength: network.units.length }),
      ),
    ),
    ([theta, network, order]) => equalMeasures(measureOf(permuteUnits(network, order)), measureOf(theta)),
  ),
];
