import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { isIrreducible } from "../src/network/irreducible.js";
import { equalMeasures, measureOf } from "../src/network/measure.js";
import { reduce } from "../src/network/reduction.js";
import { reduceBySteps } from "../src/network/reductionSteps.js";
import { evaluate, unorderedKey } from "../src/network/twoLayerNetwork.js";
import { listOf } from "./arbitraries/listOf.js";
import { expansions, networks, rationals, vectors } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** A network and choices among steps: the n-th choice is the n-th number modulo the number of steps. */
const networkAndChoices = fc.tuple(networks(7), listOf(fc.nat(1000), 7));

/** A network, a point, and a polynomial activation c_0 + c_1 z + c_2 z² + c_3 z³. */
const networkAtPoint = networks(6).chain((network) =>
  fc.tuple(fc.constant(network), vectors(network.inputDimension), listOf(rationals, 4)),
);

export const properties: readonly Property[] = [
  property(
    "def-3.1/any-order",
    "reduction steps in any order end in an irreducible network of the same measure, unique up to " +
      "permutation",
    networkAndChoices,
    ([network, choices]) => {
      let taken = 0;
      const end = reduceBySteps(network, (steps) => entry(choices, taken++) % steps.length);
      return (
        isIrreducible(end) &&
        equalMeasures(measureOf(end), measureOf(network)) &&
        unorderedKey(end) === unorderedKey(reduce(network).irreducible)
      );
    },
  ),
  property(
    "def-3.1/keeps-function",
    "a network and its reduction compute the same function, here for polynomial activations at rational " +
      "points",
    networkAtPoint,
    ([network, x, coefficients]) => {
      const activation = (z: (typeof coefficients)[number]): typeof z =>
        coefficients.reduceRight((value, coefficient) => value.mul(z).add(coefficient));
      const after = evaluate(reduce(network).irreducible, x, activation);
      return evaluate(network, x, activation).equals(after);
    },
  ),
  property(
    "def-3.1/finds-known",
    "a network obtained from an irreducible one by splitting units and adding groups that cancel reduces " +
      "to it",
    expansions(0, 4, 4),
    ({ theta, network }) => unorderedKey(reduce(network).irreducible) === unorderedKey(theta),
  ),
];
