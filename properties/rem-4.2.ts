import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import type { Rational } from "../src/exact/numbers/rational.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { reduce } from "../src/network/reduction.js";
import { evaluate, unorderedKey } from "../src/network/twoLayerNetwork.js";
import { expansions, vectors } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

/** C^∞ on all reals, and no derivative at 0 is 0, as Theorem 4.2 asks: (1 + z)(1 − z² + z⁴ − …). */
export function rationalActivation(z: Rational): Rational {
  return z.add(1n).div(z.mul(z).add(1n));
}

export const properties: readonly Property[] = [
  property(
    "rem-4.2/groups",
    "each neuron of a point of Θ is a copy of the teacher's unit of its group, or belongs to a group whose " +
      "outputs cancel",
    expansions(0, 4, 4),
    ({ theta, network }) => {
      const { irreducible, labelledPartition } = reduce(network);
      const teacher = new Map(theta.units.map((unit) => [unit.incoming.key, unit.outgoing]));
      return network.units.every(({ incoming }, index) => {
        const code = entry(labelledPartition, index);
        const group = network.units.filter((_, other) => labelledPartition[other] === code);
        const sum = RationalVector.sum(
          theta.outputDimension,
          group.map(({ outgoing }) => outgoing),
        );
        const together = group.every((unit) => unit.incoming.equals(incoming));
        const outgoing = teacher.get(incoming.key);
        if (code <= 0) return together && outgoing === undefined && sum.isZero();
        return (
          together && irreducible.units[code - 1]?.incoming.equals(incoming) === true && outgoing?.equals(sum)
        );
      });
    },
  ),
  property(
    "rem-4.2/pruning",
    "pruning leaves exactly the teacher's units and keeps the function, here for σ(z) = (1 + z)/(1 + z²)",
    expansions(0, 4, 4).chain((expansion) =>
      fc.tuple(fc.constant(expansion), vectors(expansion.theta.inputDimension)),
    ),
    ([{ theta, network }, x]) => {
      const { irreducible } = reduce(network);
      const after = evaluate(irreducible, x, rationalActivation);
      return (
        unorderedKey(irreducible) === unorderedKey(theta) &&
        evaluate(network, x, rationalActivation).equals(after)
      );
    },
  ),
];
