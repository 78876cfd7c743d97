import { InputError } from "../exact/inputError.js";
import { type Rational, formatRational, rational } from "../exact/rational.js";
import { RationalVector } from "../exact/rationalVector.js";
import { type Neuron, type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { DataSet } from "./data.js";
import type { Rectified } from "./rectified.js";

/**
 * The input with a last coordinate 1 more, whose weight is a bias.
 *
 * @example withBias(RationalVector.parse("1/2")).key === "1/2,1"
 */
export function withBias(input: RationalVector): RationalVector {
  return RationalVector.of([...input.numerators, input.denominator], input.denominator);
}

/**
 * A direction v with distinct v·x_k: the first (1, t, t², …), t = 0, 1, 2, …, that has them. Each pair of inputs
 * rules out d_in − 1 values of t at most, as the roots of a polynomial.
 *
 * @param inputs distinct points of Q^{d_in}, one at least.
 * @throws InputError naming two inputs that are equal.
 * @example separatingDirection([RationalVector.parse("1", "0"), RationalVector.parse("1", "2")]).key === "1,1"
 */
export function separatingDirection(inputs: readonly RationalVector[]): RationalVector {
  const keys = inputs.map((input) => input.key);
  const second = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (second >= 0) {
    throw new InputError(
      `inputs ${keys.indexOf(keys[second] ?? "") + 1} and ${second + 1} are equal`,
      "give every input once: no network has two values at one",
    );
  }
  const dimension = inputs[0]?.dimension ?? 0;
  for (let t = 0n; ; t++) {
    const direction = RationalVector.of(Array.from({ length: dimension }, (_, power) => t ** BigInt(power)));
    const places = new Set(inputs.map((input) => formatRational(direction.dot(input))));
    if (places.size === inputs.length) return direction;
  }
}

/**
 * A network of one hidden layer, with biases, that fits d distinct inputs exactly with a width of d or more (Cooper,
 * 2018, Lemma 3.3). All hidden units look along one direction v that tells the inputs apart, and unit i switches on
 * midway between the inputs i − 1 and i in the order of v·x: the values of the units at the inputs then are a
 * triangular matrix, with σ at positive places on its diagonal, and the outgoing vectors follow one by one.
 *
 * @param width d at least; units beyond d switch on after all inputs and have outgoing vector 0.
 * @returns a network on Q^{d_in + 1}, to be evaluated at {@link withBias} of the inputs.
 * @throws InputError if two inputs are equal, the width is less than d, or σ is 0 at a place on the diagonal.
 * @example interpolate(dataSet([RationalVector.parse("2")], [RationalVector.parse("6")]), relu, 1).neurons[0]?.outgoing.key === "6"
 */
export function interpolate(data: DataSet, activation: Rectified, width: number): TwoLayerNetwork {
  const { inputs, targets } = data;
  if (!Number.isSafeInteger(width) || width < inputs.length) {
    throw new InputError(
      `width ${width} for ${inputs.length} inputs`,
      "take as many hidden units as there are inputs, or more",
    );
  }
  const direction = separatingDirection(inputs);
  const points = inputs
    .map((input, index) => ({ place: direction.dot(input), target: targets[index] ?? input }))
    .sort((left, right) => left.place.compare(right.place));
  const outputDimension = targets[0]?.dimension ?? 0;
  const units: Unit[] = [];
  for (const { place, target } of points) {
    const threshold = midway(points[units.length - 1]?.place, place);
    const missing = units.reduce((rest, unit) => {
      return rest.minus(unit.outgoing.times(activation.value(place.sub(unit.threshold))));
    }, target);
    const value = activation.value(place.sub(threshold));
    units.push({ threshold, outgoing: missing.times(reciprocal(value, activation.name)) });
  }
  const beyond = (points.at(-1)?.place ?? rational(0n)).add(1n);
  while (units.length < width) {
    units.push({ threshold: beyond, outgoing: RationalVector.zero(outputDimension) });
  }
  const neurons = units.map((unit) => hiddenUnit(direction, unit));
  return twoLayerNetwork(direction.dimension + 1, outputDimension, neurons);
}

/** A hidden unit σ(v·x − threshold) and its outgoing vector. */
interface Unit {
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

function hiddenUnit(direction: RationalVector, { threshold, outgoing }: Unit): Neuron {
  const incoming = RationalVector.fromRationals([...direction.toRationals(), threshold.neg()]);
  return { incoming, outgoing };
}
