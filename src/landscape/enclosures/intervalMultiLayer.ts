import { entry, lastEntry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerMatrices } from "../../network/multiLayerNetwork.js";
import type { DataSet } from "../loss/data.js";
import type { ActivationValues } from "../activations/namedValues.js";

/**
 * One interval for every parameter of a network of several layers, all of one precision: a box of networks, a
 * gradient or a direction.
 *
 * @example enclosedLandscape(minimum.network, { data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) })
 *   .critical?.center.precision === 160
 */
export interface IntervalMultiLayer {
  readonly precision: number;
  /** In the shape of {@link MultiLayerMatrices.weights}: layers, rows, entries. */
  readonly weights: readonly (readonly (readonly Interval[])[])[];
  /** In the shape of {@link MultiLayerMatrices.biases}. */
  readonly biases: readonly (readonly Interval[])[] | undefined;
}

/**
 * The narrowest intervals around a network's parameters. They are points if the parameters are doubles and
 * the precision is high enough.
 *
 * @throws RangeError if {@link Interval.of} doesn't take the precision.
 * @example intervalMultiLayer(asMultiLayer(theta), 64).weights.length === 2
 */
export function intervalMultiLayer(network: MultiLayerMatrices, precision: number): IntervalMultiLayer {
  return {
    precision,
    weights: network.weights.map((rows) => rows.map((row) => enclosed(row, precision))),
    biases: network.biases?.map((bias) => enclosed(bias, precision)),
  };
}

/** The narrowest intervals around a vector's coordinates. */
export function enclosed(vector: RationalVector, precision: number): Interval[] {
  return vector.toRationals().map((entry) => Interval.enclosing(entry, precision));
}

/**
 * f(x|θ) for all networks of a box. The activation follows each layer but the last (Eq. 7).
 *
 * @param x one interval of the box's precision for every input.
 * @throws RangeError if x has another dimension or precision.
 * @example intervalOutput(layers, enclosed(x, 128), realActivation("tanh")).length // d_out
 */
export function intervalOutput(
  layers: IntervalMultiLayer,
  x: readonly Interval[],
  activation: ActivationValues,
): Interval[] {
  return layers.weights.reduce<Interval[]>(
    (value, _, index) =>
      affine(layers, index, index === 0 ? value : value.map((place) => activation.value(place))),
    [...x],
  );
}

/** W h + b of a layer, counted from 0. @throws RangeError if h has another dimension or precision. */
export function affine(layers: IntervalMultiLayer, index: number, h: readonly Interval[]): Interval[] {
  const bias = layers.biases === undefined ? undefined : entry(layers.biases, index);
  return entry(layers.weights, index).map((row, output) => {
    const product = inner(row, h, layers.precision);
    return bias === undefined ? product : product.plus(entry(bias, output));
  });
}

/** The inner product. @throws RangeError if the dimensions or precisions differ. */
export function inner(left: readonly Interval[], right: readonly Interval[], precision: number): Interval {
  if (left.length !== right.length) {
    throw new RangeError(`vectors of dimensions ${left.length} and ${right.length}`);
  }
  return Interval.sum(
    left.map((value, index) => value.times(entry(right, index))),
    precision,
  );
}

/** A datum as intervals. */
export interface IntervalPoint {
  readonly input: readonly Interval[];
  readonly target: readonly Interval[];
}

/**
 * The data as intervals of the network's precision.
 *
 * @throws InputError if they don't have the network's dimensions.
 */
export function intervalPoints(layers: IntervalMultiLayer, { inputs, targets }: DataSet): IntervalPoint[] {
  const inputDimension = entry(entry(layers.weights, 0), 0).length;
  const outputDimension = lastEntry(layers.weights).length;
  return inputs.map((input, index) => {
    const target = entry(targets, index);
    if (input.dimension !== inputDimension || target.dimension !== outputDimension) {
      throw new InputError(
        `input ${index + 1} and its target have dimensions ${input.dimension} and ${target.dimension}, ` +
          `the network ${inputDimension} and ${outputDimension}`,
        "give data of the network's dimensions",
      );
    }
    return { input: enclosed(input, layers.precision), target: enclosed(target, layers.precision) };
  });
}

/**
 * All intervals in one list: W^(1) by rows, b^(1) if there is one, W^(2), and so on.
 *
 * @example parametersOf(intervalMultiLayer(asMultiLayer(theta), 64)).length === theta.units.length * 2
 */
export function parametersOf({ weights, biases }: IntervalMultiLayer): Interval[] {
  return weights.flatMap((rows, index) => [
    ...rows.flat(),
    ...(biases === undefined ? [] : entry(biases, index)),
  ]);
}

/**
 * The parameters of a list in the order of {@link parametersOf}, in the given shape.
 *
 * @throws RangeError if the list has another length.
 */
export function withParameters(
  shape: IntervalMultiLayer,
  parameters: readonly Interval[],
): IntervalMultiLayer {
  let next = 0;
  const take = (count: number): Interval[] => parameters.slice(next, (next += count));
  const parts = shape.weights.map((rows, index) => {
    const weights = rows.map((row) => take(row.length));
    return { weights, bias: shape.biases === undefined ? [] : take(entry(shape.biases, index).length) };
  });
  if (next !== parameters.length) throw new RangeError(`${parameters.length} values for ${next} parameters`);
  return {
    precision: shape.precision,
    weights: parts.map(({ weights }) => weights),
    biases: shape.biases === undefined ? undefined : parts.map(({ bias }) => bias),
  };
}

/**
 * The largest |x| in any of the intervals. For an enclosed gradient, this bounds each derivative with
 * certainty.
 *
 * @example formatRational(largestMagnitude(layers)) // "3" for weights 2 and -3
 */
export function largestMagnitude(layers: IntervalMultiLayer): Rational {
  return parametersOf(layers).reduce((largest, { magnitude }) => {
    return magnitude.compare(largest) > 0 ? magnitude : largest;
  }, rational(0n));
}
