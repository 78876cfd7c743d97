import { entry, lastEntry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { DataSet } from "../loss/data.js";
import { separatingDirection } from "./independence.js";
import type { Rectified } from "../activations/rectified.js";

/**
 * The input with an additional last coordinate 1, whose weight is a bias.
 *
 * @example withBias(RationalVector.parse("1/2")).key === "1/2,1"
 */
export function withBias(input: RationalVector): RationalVector {
  return RationalVector.of([...input.numerators, input.denominator], input.denominator);
}

/**
 * A network of one hidden layer, with biases, that fits d distinct inputs exactly with a width of d or more
 * (Cooper, 2018, Lemma 3.3). The incoming vectors of all hidden units are one direction v with distinct v·x.
 * Unit i switches on midway between the inputs i − 1 and i in the order of v·x. So the values of the units at
 * the inputs form a triangular matrix, with σ at positive places on its diagonal, and the outgoing vectors
 * follow one by one.
 *
 * @param width at least d; further units switch on after all inputs and have outgoing vector 0.
 * @returns a network on Q^{d_in + 1}, to be evaluated at {@link withBias} of the inputs.
 * @throws InputError if two inputs are equal, the width is less than d, or σ is 0 at a place on the diagonal.
 * @example interpolate(dataSet([RationalVector.parse("2")], [RationalVector.parse("6")]), relu, 1)
 *   .units[0]?.outgoing.key === "6"
 */
export function interpolate(data: DataSet, activation: Rectified, width: number): TwoLayerNetwork {
  const { inputs, targets } = data;
  if (!Number.isSafeInteger(width) || width < inputs.length) {
    throw new InputError(
      `width ${width} for ${inputs.length} inputs`,
      "take as many hidden neurons as there are inputs, or more",
    );
  }
  const direction = separatingDirection(inputs, entry(inputs, 0).dimension);
  const points = inputs
    .map((input, index) => ({ place: direction.dot(input), target: entry(targets, index) }))
    .sort((left, right) => left.place.compare(right.place));
  const outputDimension = entry(targets, 0).dimension;
  const steps: Step[] = [];
  for (const { place, target } of points) {
    const threshold = midway(points[steps.length - 1]?.place, place);
    const remainder = steps.reduce((rest, step) => {
      return rest.minus(step.outgoing.times(activation.value(place.sub(step.threshold))));
    }, target);
    const value = activation.value(place.sub(threshold));
    steps.push({ threshold, outgoing: remainder.times(reciprocal(value, activation.name)) });
  }
  const beyond = lastEntry(points).place.add(1n);
  while (steps.length < width) {
    steps.push({ threshold: beyond, outgoing: RationalVector.zero(outputDimension) });
  }
  const units = steps.map((step) => hiddenUnit(direction, step));
  return twoLayerNetwork(direction.dimension + 1, outputDimension, units);
}

/** Where along v a hidden unit σ(v·x − threshold) switches on, and its outgoing vector. */
interface Step {
  readonly threshold: Rational;
  readonly outgoing: RationalVector;
}

/** Strictly between two places; one below the first. */
function midway(previous: Rational | undefined, place: Rational): Rational {
  return previous === undefined ? place.sub(1n) : previous.add(place).div(2n);
}

function reciprocal(value: Rational, name: string): Rational {
  if (value.n !== 0n) return value.inverse();
  throw new InputError(
    `the activation ${name} is 0 at a positive place`,
    "take one that is positive for x > 0",
  );
}

function hiddenUnit(direction: RationalVector, { threshold, outgoing }: Step): Unit {
  const incoming = RationalVector.fromRationals([...direction.toRationals(), threshold.neg()]);
  return { incoming, outgoing };
}
