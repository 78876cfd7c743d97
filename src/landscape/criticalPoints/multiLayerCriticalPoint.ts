import { entry, lastEntry } from "../../exact/entry.js";
import { certifiedNullspace } from "../../exact/matrices/certifiedNullspace.js";
import { InputError } from "../../exact/inputError.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, evaluateMultiLayer } from "../../network/multiLayerNetwork.js";
import { type MultiLayerShape, randomMultiLayer } from "../../network/randomMultiLayer.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import type { Activation } from "../activations/activation.js";
import { equationsOf, residualVectors } from "./criticalPoint.js";
import { type DataSet, dataSet } from "../loss/data.js";
import { isGenericFor } from "./genericity.js";
import { hiddenPreactivations, multiLayerJacobian } from "../loss/multiLayerGradient.js";
import { combination, distinct, nonzeroInteger, unitScale } from "./randomCriticalPoint.js";

/** A network of several layers and data at which the gradient of the squared error is exactly 0. */
export interface MultiLayerCriticalPoint {
  readonly network: MultiLayerNetwork;
  readonly activation: Activation;
  readonly data: DataSet;
  /** e_k = f(x_k|θ) − y_k. */
  readonly residuals: readonly RationalVector[];
}

/** What a random critical point of several layers is to be like. */
export interface MultiLayerCriticalRequest extends MultiLayerShape {
  /** N. If N·d_out is larger than the number of parameters, it is always enough. */
  readonly points: number;
  readonly activation: Activation;
  readonly seed: number;
}

/** Draws after which something is wrong. */
const MOST_DRAWS = 200;

/**
 * A random exact critical point of several layers: a network that is irreducible in every hidden layer,
 * distinct inputs, and targets y_k = f(x_k|θ) − e_k with residuals e_k ≠ 0 in the nullspace of Jᵀ. No weight
 * is 0, and all preactivations of hidden units are generic (genericity.ts).
 *
 * @throws InputError if none is found.
 * @example multiLayerCriticalPoint({ widths: [1, 2, 1], hasBiases: false, points: 10, activation, seed: 1 })
 */
export function multiLayerCriticalPoint(request: MultiLayerCriticalRequest): MultiLayerCriticalPoint {
  const { widths, hasBiases, points, activation, seed } = request;
  const [inputDimension, outputDimension] = [entry(widths, 0), lastEntry(widths)];
  const shape = `${widths.join("-")}${hasBiases ? " with biases" : ""}`;
  const purpose = `critical layers ${shape} of ${points} data, ${activation.name}`;
  const draw = seededIntegers(seed, purpose);
  const generic = isGenericFor(activation);
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const network = randomMultiLayer({ widths, hasBiases }, draw(0, LARGEST_SEED));
    if (network.weights.flat().some((row) => row.numerators.includes(0n))) continue;
    const third = (): bigint => nonzeroInteger(draw, points);
    const inputs = distinct(
      points,
      () => RationalVector.of(Array.from({ length: inputDimension }, third), 3n),
      () => true,
    );
    if (!inputs.every((input) => hiddenPreactivations(network, input, activation).every(generic))) continue;
    const rows = multiLayerJacobian(network, inputs, activation);
    const { basis } = certifiedNullspace(equationsOf(rows, entry(rows, 0).dimension), rows.length);
    // All 0 if the residuals 0 are the only ones.
    const residuals = combination(basis.vectors, rows.length, () => (draw(0, 1) === 0 ? 1n : -1n));
    const vectors = residualVectors(residuals, points, outputDimension);
    if (vectors.some((vector) => vector.isZero())) continue;
    const shares = vectors.map((vector) => vector.times(unitScale(residuals)));
    const targets = inputs.map((input, index) =>
      evaluateMultiLayer(network, input, (z) => activation.derivative(0, z)).minus(entry(shares, index)),
    );
    return { network, activation, data: dataSet(inputs, targets), residuals: shares };
  }
  throw new InputError(
    "no random critical point of several layers was found",
    "choose more points or another seed",
  );
}

const LARGEST_SEED = 0x7fffffff;
