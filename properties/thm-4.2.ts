import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { determinant } from "../src/exact/matrices/determinant.js";
import { type Rational, formatRational, rational } from "../src/exact/numbers/rational.js";
import type { RationalVector } from "../src/exact/vectors/rationalVector.js";
import {
  independentExponents,
  powerRows,
  separatingDirection,
} from "../src/landscape/zeroLoss/independence.js";
import { moments } from "../src/landscape/activations/moments.js";
import { onExpansionManifold } from "../src/manifold/subspaces/expansionManifold.js";
import { equalMeasures, measureOf } from "../src/network/measure.js";
import {
  type TwoLayerNetwork,
  evaluate,
  permuteUnits,
  twoLayerNetwork,
  unorderedKey,
} from "../src/network/twoLayerNetwork.js";
import { expansions, irreducibleNetworks, networks } from "./arbitraries/network.js";
import { listOf } from "./arbitraries/listOf.js";
import { type Property, property } from "./property.js";
import { rationalActivation } from "./rem-4.2.js";

type Pair = readonly [TwoLayerNetwork, TwoLayerNetwork];

/** Networks of the same dimensions: of one measure, of one measure but for the last unit, or unrelated. */
const pairs: fc.Arbitrary<Pair> = fc
  .tuple(networks(5), listOf(fc.nat(9), 5), fc.nat(2))
  .map(([network, picks, how]): Pair => {
    const { units, inputDimension, outputDimension } = network;
    const make = (units: TwoLayerNetwork["units"]) => twoLayerNetwork(inputDimension, outputDimension, units);
    const split = units.flatMap(({ incoming, outgoing }, index) => [
      { incoming, outgoing: outgoing.times(rational(BigInt(entry(picks, index)))) },
      { incoming, outgoing: outgoing.times(rational(1n - BigInt(entry(picks, index)))) },
    ]);
    if (how === 0) return [network, make(split)];
    if (how === 1) return [network, make(split.slice(0, -1))];
    return [make(units.slice(0, 2)), make(units.slice(2))];
  });

/** A direction that separates the incoming vectors of both, and their images. */
function projected([left, right]: Pair): { direction: RationalVector; numbers: readonly Rational[] } {
  const points = [...left.units, ...right.units].map(({ incoming }) => incoming);
  const distinct = [...new Map(points.map((point) => [point.key, point])).values()];
  const direction = separatingDirection(distinct, left.inputDimension);
  return { direction, numbers: distinct.map((point) => point.dot(direction)) };
}

/** Whether both have the same derivatives at 0 along a separating line, at exponents of a nonzero minor. */
function sameMoments(pair: Pair, support: readonly number[]): boolean {
  const { direction, numbers } = projected(pair);
  const exponents = independentExponents(numbers, support);
  const [left, right] = [moments(pair[0], direction, exponents), moments(pair[1], direction, exponents)];
  return left.every((moment, index) => right[index]?.equals(moment) === true);
}

/** 0 and increasing exponents of both parities, with random gaps: as many of each as a case needs. */
const supports = listOf(fc.integer({ min: 1, max: 4 }), 12).map((gaps) => {
  let exponent = 0;
  const sums = gaps.map((gap) => (exponent += gap));
  return [0, ...sums.flatMap((sum, index) => [2 * (sum + index), 2 * (sum + index) + 1])];
});

/** Whether the functions are equal on a separating line, where the numerator is of degree below 2k. */
function sameOnLine(pair: Pair): boolean {
  const { direction, numbers } = projected(pair);
  const count = 2 * numbers.length;
  const times = Array.from({ length: count }, (_, index) => rational(BigInt(index)));
  return times.every((time) => {
    const [left, right] = pair.map((network) => evaluate(network, direction.times(time), rationalActivation));
    return left !== undefined && right?.equals(left) === true;
  });
}

const positiveNumbers = fc
  .uniqueArray(
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }))
      .map(([p, q]) => rational(BigInt(p), BigInt(q))),
    { minLength: 1, maxLength: 5, selector: formatRational },
  )
  .map((numbers) => numbers.sort((left, right) => left.compare(right)));

export const properties: readonly Property[] = [
  property(
    "thm-4.2/equal-measures",
    "networks have equal measures if and only if their derivatives at 0 agree at exponents of a nonzero " +
      "minor, for random supports",
    fc.tuple(pairs, supports),
    ([pair, support]) => sameMoments(pair, support) === equalMeasures(measureOf(pair[0]), measureOf(pair[1])),
  ),
  property(
    "thm-4.2/inside-theta",
    "a student has the teacher's derivatives at 0 if and only if it is on the teacher's expansion manifold",
    fc.tuple(expansions(1, 3, 3), fc.boolean()),
    ([{ theta, network }, complete]) => {
      const units = complete ? network.units : network.units.slice(1);
      const student = twoLayerNetwork(network.inputDimension, network.outputDimension, units);
      const support = Array.from({ length: 24 }, (_, n) => n);
      return sameMoments([theta, student], support) === onExpansionManifold(theta, student);
    },
  ),
  property(
    "thm-4.2/unique",
    "irreducible networks with the same derivatives at 0 are permutations of each other: the teacher is " +
      "unique",
    fc.tuple(irreducibleNetworks(1, 4), fc.boolean()),
    ([network, changed]) => {
      const other = permuteUnits(
        network,
        network.units.map((_, index) => network.units.length - 1 - index),
      );
      const [first, ...rest] = other.units;
      if (first === undefined) return false;
      const doubled = { incoming: first.incoming, outgoing: first.outgoing.times(rational(2n)) };
      const compared = changed ? { ...other, units: [doubled, ...rest] } : other;
      const support = Array.from({ length: 24 }, (_, n) => n);
      return sameMoments([network, compared], support) === (unorderedKey(network) === unorderedKey(compared));
    },
  ),
  property(
    "thm-4.2/rational-activation",
    "with σ(z) = (1 + z)/(1 + z²), which meets the condition, networks compute one function if and only if " +
      "their measures are equal",
    pairs,
    (pair) => sameOnLine(pair) === equalMeasures(measureOf(pair[0]), measureOf(pair[1])),
  ),
  property(
    "thm-4.2/positive-numbers",
    "for positive numbers in ascending order det(λ_i^{n_j}) > 0, whatever the exponents n_1 < … < n_k",
    fc.tuple(positiveNumbers, fc.uniqueArray(fc.nat(30), { minLength: 5, maxLength: 5 })),
    ([numbers, exponents]) => {
      const ascending = exponents.slice(0, numbers.length).sort((left, right) => left - right);
      return determinant(powerRows(numbers, ascending)) > 0n;
    },
  ),
];
