import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { Interval } from "../../exact/intervals/interval.js";
import type { RealActivation } from "../activations/realActivation.js";
import type { DataSet } from "../loss/data.js";
import type { EnclosedCost } from "./enclosedCost.js";
import { type PointPass, pointPass, tangentPass } from "./hiddenPasses.js";
import { type IntervalMultiLayer, intervalPoints } from "./intervalMultiLayer.js";

/**
 * What the loss of a network depends on besides its weights.
 *
 * @example ({ data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) })
 *   .cost.name === "squared"
 */
export interface LossSetting {
  readonly data: DataSet;
  readonly activation: RealActivation;
  readonly cost: EnclosedCost;
}

/**
 * Loss, gradient and Hessian of all networks of a box, in the order of `parametersOf`. The loss is a sum over
 * the data.
 *
 * @example enclosedDerivatives(intervalMultiLayer(asMultiLayer(theta), 128), setting).hessian.length === 2
 */
export interface EnclosedDerivatives {
  readonly loss: Interval;
  readonly gradient: readonly Interval[];
  /** The lower triangle: row i has the entries 0 … i. */
  readonly hessian: readonly (readonly Interval[])[];
}

/** A weight or a bias: what joins unit `unit` of a layer, from 1 on, to a unit below, or to 1 for a bias. */
interface Parameter {
  readonly layer: number;
  readonly unit: number;
  readonly below: number | "bias";
}

/**
 * Loss, gradient and Hessian by the chain rule, for any number of layers. A weight acts through the
 * preactivation z_i of its unit: ∂L/∂w_ij = δ_i·h_j with δ = ∂L/∂z. So ∂δ/∂z_i and ∂h/∂z_i, one pass for each
 * unit, give all second derivatives: for a weight w_kl of the same or a later layer,
 * ∂²L/∂w_kl∂w_ij = (∂δ_k/∂z_i·h_l + δ_k·∂h_l/∂z_i)·h_j.
 *
 * @param hear called after each datum.
 * @throws InputError if the data don't fit the network or the cost.
 * @example enclosedDerivatives(intervalMultiLayer(asMultiLayer(theta), 128), { data, activation, cost }).loss
 */
export function enclosedDerivatives(
  layers: IntervalMultiLayer,
  { data, activation, cost }: LossSetting,
  hear: (done: number, total: number) => void = () => undefined,
): EnclosedDerivatives {
  requireArguments({ "{ weights }": { layers }, action: { hear } });
  cost.requireData(data);
  const parameters = parameterList(layers);
  const zero = Interval.of(0n, 0n, layers.precision);
  const sums = { loss: zero, gradient: parameters.map(() => zero) };
  const hessian = parameters.map((_, index) => new Array<Interval>(index + 1).fill(zero));
  const points = intervalPoints(layers, data);
  for (const [index, { input, target }] of points.entries()) {
    const pass = pointPass(layers, input, activation, (output) => cost.at(output, target));
    sums.loss = sums.loss.plus(pass.cost.value);
    sums.gradient = sums.gradient.map((sum, place) => {
      const { layer, unit, below } = entry(parameters, place);
      const force = entry(entry(pass.forces, layer - 1), unit);
      return sum.plus(below === "bias" ? force : force.times(entry(entry(pass.hidden, layer - 1), below)));
    });
    addSecondDerivatives(hessian, parameters, layers, pass);
    hear(index + 1, points.length);
  }
  return { ...sums, hessian };
}

/** In the order of `parametersOf`. */
function parameterList({ weights, biases }: IntervalMultiLayer): Parameter[] {
  return weights.flatMap((rows, index): Parameter[] => {
    const layer = index + 1;
    return [
      ...rows.flatMap((row, unit) => row.map((_, below) => ({ layer, unit, below }))),
      ...(biases === undefined ? [] : rows.map((_, unit) => ({ layer, unit, below: "bias" as const }))),
    ];
  });
}

function addSecondDerivatives(
  hessian: Interval[][],
  parameters: readonly Parameter[],
  layers: IntervalMultiLayer,
  pass: PointPass,
): void {
  const changes = layers.weights.map((rows, index) =>
    rows.map((_, unit) => {
      const { hidden, forces } = tangentPass(layers, pass, index + 1, unit);
      return parameters.map(({ layer, unit: other, below }): Interval | undefined => {
        if (layer <= index) return undefined;
        const turned = entry(entry(forces, layer - 1), other);
        if (below === "bias") return turned;
        const product = turned.times(entry(entry(pass.hidden, layer - 1), below));
        if (layer === index + 1) return product;
        const force = entry(entry(pass.forces, layer - 1), other);
        return product.plus(force.times(entry(entry(hidden, layer - 1), below)));
      });
    }),
  );
  for (const [column, { layer, unit, below }] of parameters.entries()) {
    const change = entry(entry(changes, layer - 1), unit);
    const input = below === "bias" ? undefined : entry(entry(pass.hidden, layer - 1), below);
    for (let row = column; row < parameters.length; row += 1) {
      const turned = change[row];
      if (turned === undefined) throw new RangeError(`no change of parameter ${row}`);
      const entries = entry(hessian, row);
      const value = input === undefined ? turned : turned.times(input);
      entries[column] = entry(entries, column).plus(value);
    }
  }
}
