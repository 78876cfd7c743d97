import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import type { DataSet } from "../loss/data.js";
import { type IntervalMultiLayer, affine, inner, intervalPoints } from "./intervalMultiLayer.js";
import { residual } from "./intervalLoss.js";
import type { RealActivation } from "../activations/realActivation.js";

/** A layer's input or output with its ∂_s, ∂_t and ∂_s∂_t at θ + sδ + tε, s = t = 0. */
interface Jet {
  readonly value: readonly Interval[];
  readonly left: readonly Interval[];
  readonly right: readonly Interval[];
  readonly mixed: readonly Interval[];
}

/**
 * δᵀHε with the Hessian H of {@link intervalLoss}, which is ∂_s∂_t of the loss at θ + sδ + tε. It is computed
 * by the chain rule from layer to layer. For ε = δ it is the second derivative along a line. A critical point
 * is a strict saddle if it is surely negative.
 *
 * @param left δ, in the network's shape.
 * @param right ε, in the network's shape.
 * @throws InputError if the data don't have the network's dimensions.
 * @throws RangeError if a direction has another shape or precision.
 * @example secondVariation(layers, delta, delta, data, realActivation("tanh")).sign // −1 at a strict saddle
 */
export function secondVariation(
  layers: IntervalMultiLayer,
  left: IntervalMultiLayer,
  right: IntervalMultiLayer,
  data: DataSet,
  activation: RealActivation,
): Interval {
  requireShape(layers, left);
  requireShape(layers, right);
  const { precision } = layers;
  const terms = intervalPoints(layers, data).map(({ input, target }) => {
    const still = input.map(() => Interval.of(0n, 0n, precision));
    const start: Jet = { value: input, left: still, right: still, mixed: still };
    const output = layers.weights.reduce<Jet>(
      (jet, _, index) =>
        transported({ layers, left, right }, index, index === 0 ? jet : activated(jet, activation)),
      start,
    );
    return inner(output.left, output.right, precision).plus(
      inner(residual(output.value, target), output.mixed, precision),
    );
  });
  return Interval.sum(terms, precision);
}

interface Plane {
  readonly layers: IntervalMultiLayer;
  readonly left: IntervalMultiLayer;
  readonly right: IntervalMultiLayer;
}

/** The jet of (W + sδW + tεW)h + b + sδb + tεb. */
function transported({ layers, left, right }: Plane, index: number, jet: Jet): Jet {
  const linear = (directions: IntervalMultiLayer, h: readonly Interval[]): Interval[] =>
    affine({ ...directions, biases: undefined }, index, h);
  return {
    value: affine(layers, index, jet.value),
    left: sums(affine(left, index, jet.value), linear(layers, jet.left)),
    right: sums(affine(right, index, jet.value), linear(layers, jet.right)),
    mixed: sums(linear(left, jet.right), sums(linear(right, jet.left), linear(layers, jet.mixed))),
  };
}

/** The jet of σ(h). */
function activated({ value, left, right, mixed }: Jet, activation: RealActivation): Jet {
  const slopes = value.map((entry) => activation.derivative(entry));
  const bends = value.map((entry) => activation.secondDerivative(entry));
  return {
    value: value.map((entry) => activation.value(entry)),
    left: products(slopes, left),
    right: products(slopes, right),
    mixed: sums(products(bends, products(left, right)), products(slopes, mixed)),
  };
}

function sums(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  return left.map((value, index) => value.plus(entry(right, index)));
}

function products(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  return left.map((value, index) => value.times(entry(right, index)));
}

function requireShape(layers: IntervalMultiLayer, direction: IntervalMultiLayer): void {
  const [expected, shape] = [layers, direction].map(({ weights, biases }) =>
    JSON.stringify([
      weights.map((rows) => rows.map((row) => row.length)),
      biases?.map((bias) => bias.length),
    ]),
  );
  if (shape !== expected) throw new RangeError("a direction of another shape than the network");
}
