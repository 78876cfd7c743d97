import { entry, lastEntry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "./cost.js";
import type { DataSet } from "./data.js";

/** The values of all layers at an input: h^(0) = x, z^(ℓ) = W^(ℓ) h^(ℓ−1) + b^(ℓ), h^(ℓ) = σ(z^(ℓ)). */
interface LayerPass {
  /** h^(0), …, h^(L−1). */
  readonly values: readonly RationalVector[];
  /** z^(1), …, z^(L); the last one is the output. */
  readonly preactivations: readonly RationalVector[];
}

/**
 * All preactivations of hidden units at an input, layer by layer.
 *
 * @throws InputError if the activation has no value at one of them.
 * @throws RangeError if the input has another dimension.
 * @example hiddenPreactivations(network, x, activation) // one for each hidden unit
 */
export function hiddenPreactivations(
  network: MultiLayerNetwork,
  input: RationalVector,
  activation: Activation,
): Rational[] {
  const { preactivations } = layerPass(network, input, activation);
  return preactivations.slice(0, -1).flatMap((layer) => layer.toRationals());
}

/**
 * The derivatives of all outputs (f(x_1|θ), …, f(x_N|θ)) in the parameters: N·d_out rows, those of x_1 first,
 * in the order of multiLayerSpace.ts. By backpropagation: with δ^(L) a unit vector, ∂W^(ℓ) = δ^(ℓ) h^(ℓ−1)ᵀ,
 * ∂b^(ℓ) = δ^(ℓ) and δ^(ℓ) = σ'(z^(ℓ)) ∘ W^(ℓ+1)ᵀ δ^(ℓ+1) (Rumelhart, Hinton and Williams, 1986).
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if the activation has no value at some preactivation.
 * @throws RangeError if an input has another dimension.
 * @example multiLayerJacobian(asMultiLayer(theta), [x], activation) // one row for each output at x
 */
export function multiLayerJacobian(
  network: MultiLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): RationalVector[] {
  return inputs.flatMap((input) => {
    const pass = layerPass(network, input, activation);
    return lastEntry(network.weights).map((_, output, { length }) => {
      const unit = Array.from({ length }, (_, row) => rational(row === output ? 1n : 0n));
      return derivatives(network, pass.values, pulledBack(network, pass, unit, activation));
    });
  });
}

/**
 * The gradient of Σ_k c(f(x_k|θ), y_k), in the order of multiLayerSpace.ts.
 *
 * @throws InputError where the activation or the cost has no value.
 * @throws RangeError if the data have other dimensions.
 * @example multiLayerGradient(network, data, activation, squaredError).isZero() // true at a critical point
 */
export function multiLayerGradient(
  network: MultiLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): RationalVector {
  const terms = layerForces(network, data, activation, cost).map(({ values, forces }) =>
    derivatives(network, values, forces),
  );
  const { weights, biases } = network;
  const rows = biases === undefined ? weights.flat() : [...weights.flat(), ...biases];
  return RationalVector.sum(
    rows.reduce((sum, { dimension }) => sum + dimension, 0),
    terms,
  );
}

/** What a cost does to the layers at a datum. */
export interface LayerForces {
  /** h^(0), …, h^(L−1). */
  readonly values: readonly RationalVector[];
  /** ∂c/∂z^(1), …, ∂c/∂z^(L). */
  readonly forces: readonly (readonly Rational[])[];
}

/**
 * The values of all layers at each datum, and the gradients of its cost in all preactivations.
 *
 * @throws InputError where the activation or the cost has no value.
 * @throws RangeError if the data have other dimensions.
 */
export function layerForces(
  network: MultiLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): LayerForces[] {
  return data.inputs.map((input, index) => {
    const pass = layerPass(network, input, activation);
    const force = cost.gradient(lastEntry(pass.preactivations), entry(data.targets, index));
    return { values: pass.values, forces: pulledBack(network, pass, force, activation) };
  });
}

function layerPass(
  { weights, biases }: MultiLayerNetwork,
  x: RationalVector,
  activation: Activation,
): LayerPass {
  const values = [x];
  const preactivations: RationalVector[] = [];
  for (const [index, rows] of weights.entries()) {
    const input = entry(values, index);
    const product = RationalVector.fromRationals(rows.map((row) => row.dot(input)));
    const sum = biases === undefined ? product : product.plus(entry(biases, index));
    preactivations.push(sum);
    if (index + 1 < weights.length)
      values.push(RationalVector.fromRationals(sum.toRationals().map((z) => activation.derivative(0, z))));
  }
  return { values, preactivations };
}

/** δ^(1), …, δ^(L), from the derivatives δ^(L) in the outputs. */
function pulledBack(
  { weights }: MultiLayerNetwork,
  { preactivations }: LayerPass,
  inOutputs: readonly Rational[],
  activation: Activation,
): Rational[][] {
  const forces = [[...inOutputs]];
  for (let layer = weights.length - 1; layer > 0; layer--) {
    const above = RationalVector.fromRationals(entry(forces, 0));
    const slopes = entry(preactivations, layer - 1)
      .toRationals()
      .map((z) => activation.derivative(1, z));
    const columns = RationalVector.transposed(entry(weights, layer), slopes.length);
    forces.unshift(slopes.map((slope, unit) => entry(columns, unit).dot(above).mul(slope)));
  }
  return forces;
}

/** The derivatives in all parameters, from those in all preactivations. */
function derivatives(
  { biases }: MultiLayerNetwork,
  values: readonly RationalVector[],
  forces: readonly (readonly Rational[])[],
): RationalVector {
  const parts = forces.map((changes, layer) =>
    outerProduct(RationalVector.fromRationals(changes), entry(values, layer)),
  );
  const inBiases = biases === undefined ? [] : [RationalVector.fromRationals(forces.flat())];
  return [...parts, ...inBiases].reduce((whole, part) => whole.followedBy(part));
}

/** The products of all coordinates, row by row: one reduction to lowest terms, not one for each product. */
function outerProduct(left: RationalVector, right: RationalVector): RationalVector {
  return RationalVector.of(
    left.numerators.flatMap((change) => right.numerators.map((value) => change * value)),
    left.denominator * right.denominator,
  );
}
