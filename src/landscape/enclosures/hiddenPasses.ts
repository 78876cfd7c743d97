import { entry, lastEntry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import type { RealActivation } from "../activations/realActivation.js";
import type { EnclosedCostJet } from "./enclosedCost.js";
import { type IntervalMultiLayer, affine, inner } from "./intervalMultiLayer.js";

type Vector = readonly Interval[];

/** A network at one datum: what each layer gets and passes on, and the derivatives of the cost. */
export interface PointPass {
  /** h^(0) = x, h^(1), …, h^(L−1): the input of each layer. */
  readonly hidden: readonly Vector[];
  /** σ' and σ'' at z^(1), …, z^(L−1). */
  readonly slopes: readonly Vector[];
  readonly bends: readonly Vector[];
  readonly cost: EnclosedCostJet;
  /** δ^(ℓ) = ∂c/∂z^(ℓ), ℓ = 1…L. */
  readonly forces: readonly Vector[];
  /** ∂c/∂h^(ℓ), ℓ = 1…L − 1: the forces of layer ℓ + 1, carried back. */
  readonly carried: readonly Vector[];
}

/** One pass forward and one back. @throws RangeError if the input has another dimension. */
export function pointPass(
  layers: IntervalMultiLayer,
  input: Vector,
  activation: RealActivation,
  costAt: (output: Vector) => EnclosedCostJet,
): PointPass {
  const hidden: Vector[] = [input];
  const preactivations: Vector[] = layers.weights.map((_, index) => {
    const z = affine(layers, index, entry(hidden, index));
    if (index + 1 < layers.weights.length) hidden.push(z.map((place) => activation.value(place)));
    return z;
  });
  const inner = preactivations.slice(0, -1);
  const slopes = inner.map((z) => z.map((place) => activation.derivative(place)));
  const bends = inner.map((z) => z.map((place) => activation.secondDerivative(place)));
  const cost = costAt(lastEntry(preactivations));
  const forces: Vector[] = [cost.gradient];
  const carried: Vector[] = [];
  for (let layer = layers.weights.length - 1; layer >= 1; layer -= 1) {
    const back = carriedBack(layers, layer, entry(forces, 0));
    carried.unshift(back);
    forces.unshift(products(back, entry(slopes, layer - 1)));
  }
  return { hidden, slopes, bends, cost, forces, carried };
}

/** ∂/∂z of a preactivation of `unit` in `layer`, for that layer and those after it. */
export interface TangentPass {
  /** Of h^(0), …, h^(L−1); lists without entries before the layer. */
  readonly hidden: readonly Vector[];
  /** Of δ^(1), …, δ^(L); lists without entries before the layer. */
  readonly forces: readonly Vector[];
}

/** How the passes change with one preactivation. @param layer from 1 on. */
export function tangentPass(
  layers: IntervalMultiLayer,
  { slopes, bends, cost, carried }: PointPass,
  layer: number,
  unit: number,
): TangentPass {
  const { precision } = layers;
  const depth = layers.weights.length;
  const one = Interval.of(1n, 1n, 0).atPrecision(precision);
  const zero = Interval.of(0n, 0n, precision);
  const start = entry(layers.weights, layer - 1).map((_, index) => (index === unit ? one : zero));
  const preactivations: Vector[] = [start];
  const hidden: Vector[] = Array.from({ length: layer }, () => []);
  for (let above = layer + 1; above <= depth; above += 1) {
    const h = products(lastEntry(preactivations), entry(slopes, above - 2));
    hidden.push(h);
    preactivations.push(affine({ ...layers, biases: undefined }, above - 1, h));
  }
  const output = lastEntry(preactivations);
  const forces: Vector[] = [cost.hessian.map((row) => inner(row, output, precision))];
  for (let below = depth - 1; below >= layer; below -= 1) {
    const turned = products(carriedBack(layers, below, entry(forces, 0)), entry(slopes, below - 1));
    const bent = products(entry(carried, below - 1), entry(bends, below - 1));
    const change = products(bent, entry(preactivations, below - layer));
    forces.unshift(turned.map((value, index) => value.plus(entry(change, index))));
  }
  return { hidden, forces: [...Array.from({ length: layer - 1 }, () => []), ...forces] };
}

/** Wᵀδ, with the matrix above `layer`. */
function carriedBack({ weights, precision }: IntervalMultiLayer, layer: number, force: Vector): Interval[] {
  const rows = entry(weights, layer);
  return entry(rows, 0).map((_, column) =>
    inner(
      rows.map((row) => entry(row, column)),
      force,
      precision,
    ),
  );
}

function products(left: Vector, right: Vector): Interval[] {
  return left.map((value, index) => value.times(entry(right, index)));
}
