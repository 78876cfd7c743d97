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
 * The loss Σ_k ½|f(x_k|θ) − y_k|² of all networks of a box, the squared error of {@link loss} for a real activation.
 *
 * @throws InputError if the data don't have the network's dimensions.
 * @example intervalLoss(intervalMultiLayer(asMultiLayer(theta), 128), data, realActivation("softplus")).sign // 1, or undefined at a perfect fit
 */
export function intervalLoss(
  layers: IntervalMultiLayer,
  data: DataSet,
  activation: RealActivation,
): Interval {
  const squares = intervalPoints(layers, data).flatMap(({ input, target }) =>
    residual(intervalOutput(layers, input, activation), target).map((entry) => entry.power(2)),
  );
  return Interval.sum(squares, layers.precision).scaled(-1);
}

/**
 * The gradient of {@link intervalLoss}, one interval for each parameter, by the chain rule from the last layer to the first.
 *
 * @throws InputError if the data don't have the network's dimensions.
 * @example largestMagnitude(intervalGradient(layers, data, realActivation("tanh"))) // bounds every derivative at a critical point
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
    (total, gradient) => total.map((entry, index) => entry.plus(gradient[index] ?? entry)),
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
  let force = residual(preactivations.at(-1) ?? [], point.target);
  const forces: Interval[][] = [];
  for (let index = layers.weights.length - 1; index >= 0; index -= 1) {
    forces.unshift(force);
    const back = transposed(layers.weights[index] ?? []).map((column) =>
      inner(column, force, layers.precision),
    );
    // Of the layer below; there is none below the first.
    force = (preactivations[index - 1] ?? []).flatMap((z, unit) =>
      back.slice(unit, unit + 1).map((pull) => pull.times(activation.derivative(z))),
    );
  }
  return {
    precision: layers.precision,
    weights: forces.map((entries, index) =>
      entries.map((entry) => (inputs[index] ?? []).map((input) => entry.times(input))),
    ),
    biases: layers.biases === undefined ? undefined : forces,
  };
}

/** What each layer takes in, and what it hands on to the activation, or to the output. */
function forwardPass(
  layers: IntervalMultiLayer,
  { input }: IntervalPoint,
  activation: RealActivation,
): { readonly inputs: Interval[][]; readonly preactivations: Interval[][] } {
  const inputs: Interval[][] = [[...input]];
  const preactivations: Interval[][] = [];
  layers.weights.forEach((_, index) => {
    const value = affine(layers, index, inputs[index] ?? []);
    preactivations.push(value);
    if (index + 1 < layers.weights.length) inputs.push(value.map((entry) => activation.value(entry)));
  });
  return { inputs, preactivations };
}

/** f − y. */
export function residual(output: readonly Interval[], target: readonly Interval[]): Interval[] {
  return output.flatMap((entry, index) => target.slice(index, index + 1).map((other) => entry.minus(other)));
}

function transposed(rows: readonly (readonly Interval[])[]): Interval[][] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row.slice(column, column + 1)));
}
