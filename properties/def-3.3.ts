import fc from "fast-check";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { onExpansionManifold } from "../src/manifold/subspaces/expansionManifold.js";
import { gammaHolds } from "../src/manifold/subspaces/gammaSubspace.js";
import { subspacesHolding } from "../src/manifold/subspaces/subspacesHolding.js";
import { reduce } from "../src/network/reduction.js";
import { expansions, networks } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** Two networks of the same dimensions, the first irreducible: mostly of different measures. */
const unrelated = fc
  .tuple(networks(4), networks(5))
  .filter(
    ([left, right]) =>
      left.inputDimension === right.inputDimension && left.outputDimension === right.outputDimension,
  )
  .map(([left, right]) => ({ theta: reduce(left).irreducible, network: right }));

const related = expansions(0, 3, 3);

/**
 * A network and its reduction, with one more unit that is silent at the incoming vector of another: it lies
 * in several subspaces of Θ. Or a network and the reduction of another, with one outgoing vector negated: it
 * is close to Θ.
 */
const close = fc.tuple(networks(4), fc.boolean(), fc.nat(3)).map(([network, crowded, at]) => {
  const chosen = network.units[at % network.units.length];
  if (chosen === undefined) return { theta: network, network };
  const silent = { ...chosen, outgoing: RationalVector.zero(network.outputDimension) };
  const negated = { ...chosen, outgoing: chosen.outgoing.negated() };
  const source = crowded
    ? network
    : { ...network, units: network.units.map((unit) => (unit === chosen ? negated : unit)) };
  const units = crowded ? [...network.units, silent] : network.units;
  return { theta: reduce(source).irreducible, network: { ...network, units } };
});

export const properties: readonly Property[] = [
  property(
    "def-3.3/fibre",
    "a network has the measure of θ^r if and only if it lies in some Γ_P(θ^r)",
    fc.oneof(unrelated, related, close),
    ({ theta, network }) => {
      const holding = [...subspacesHolding(theta, network)];
      return (
        holding.every((partition) => gammaHolds(theta, partition, network)) &&
        holding.length > 0 === onExpansionManifold(theta, network)
      );
    },
  ),
  property(
    "def-3.3/finds-own",
    "the subspaces found for a point constructed in Γ_P(θ^r) include Γ_P(θ^r)",
    related,
    ({ theta, partition, network }) =>
      [...subspacesHolding(theta, network)].some((found) => found.equals(partition)),
  ),
];
