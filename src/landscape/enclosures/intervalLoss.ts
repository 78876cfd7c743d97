import { entry, lastEntry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import type { DataSet } from "../loss/data.js";
import {
  type IntervalMultiLayer,
  type IntervalPoint,
  affine,
  inner,
  intervalOutput,
  intervalPoints,
  parametersOf,
  withParameters,
} from "./intervalMultiLayer.js";
import type { RealActivation } from "../activations/realActivation.js";

/**
 * The loss Σ_k ½|f(x_k|θ) − y_k|² of all networks of a box, the squared error of {@link loss} for a real
 * activation.
 *
 * @throws InputError if the data don't have the network's dimensions.
 * @example intervalLoss(layers, data, realActivation("softplus")).sign // 1, or undefined at a perfect fit
 */
export function intervalLoss(
  layers: IntervalMultiLayer,
  data: DataSet,
  activation: RealActivation,
): Interval {
  const squares = intervalPoints(layers, data).flatMap(({ input, target }) =>
    residual(intervalOutput(layers, input, activation), target).map((value) => value.power(2)),
  );
  return Interval.sum(squares, layers.precision).scaled(-1);
}

/**
 * The gradient of {@link intervalLoss}, one interval for each parameter, by the chain rule from the last
 * layer to the first.
 *
 * @throws InputError if the data don't have the network's dimensions.
 * @example largestMagnitude(intervalGradient(layers, data, realActivation("tanh"))) // bounds each derivative
 */
export function intervalGradient(
  layers: IntervalMultiLayer,
  data: DataSet,
  activation: RealActivation,
): IntervalMultiLayer {
  const zero = Interval.of(0n, 0n, layers.precision);
  const gradients = intervalPoints(layers, data).map((point) =>
    parametersOf(gradientAt(layers, point, activation)),
  );
  const sums = gradients.reduce(
    (total, gradient) => total.map((value, index) => value.plus(entry(gradient, index))),
    parametersOf(layers).map(() => zero),
  );
  return withParameters(layers, sums);
}

function gradientAt(
  layers: IntervalMultiLayer,
  point: IntervalPoint,
  activation: RealActivation,
): IntervalMultiLayer {
  const { inputs, preactivations } = forwardPass(layers, point, activation);
  let force = residual(lastEntry(preactivations), point.target);
  const forces: Interval[][] = [];
  for (let index = layers.weights.length - 1; index >= 0; index -= 1) {
    forces.unshift(force);
    if (index === 0) break;
    const back = transposed(entry(layers.weights, index)).map((column) =>
      inner(column, force, layers.precision),
    );
    force = entry(preactivations, index - 1).map((z, unit) =>
      entry(back, unit).times(activation.derivative(z)),
    );
  }
  return {
    precision: layers.precision,
    weights: forces.map((entries, index) =>
      entries.map((value) => entry(inputs, index).map((input) => value.times(input))),
    ),
    biases: layers.biases === undefined ? undefined : forces,
  };
}

/** The input of each layer, and what it passes to the activation, or to the output. */
function forwardPass(
  layers: IntervalMultiLayer,
  { input }: IntervalPoint,
  activation: RealActivation,
): { readonly inputs: Interval[][]; readonly preactivations: Interval[][] } {
  const inputs: Interval[][] = [[...input]];
  const preactivations: Interval[][] = [];
  layers.weights.forEach((_, index) => {
    const value = affine(layers, index, entry(inputs, index));
    preactivations.push(value);
    if (index + 1 < layers.weights.length) inputs.push(value.map((place) => activation.value(place)));
  });
  return { inputs, preactivations };
}

/** f − y. */
export function residual(output: readonly Interval[], target: readonly Interval[]): Interval[] {
  return output.map((value, index) => value.minus(entry(target, index)));
}

function transposed(rows: readonly (readonly Interval[])[]): Interval[][] {
  return entry(rows, 0).map((_, column) => rows.map((row) => entry(row, column)));
}
