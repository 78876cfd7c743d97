import { entry } from "../exact/entry.js";
import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { DataSet } from "../landscape/loss/data.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Backend } from "./backends.js";
import { atMost, boundedProduct, boundedSum, boundedTimes, boundedTranspose } from "./boundedMatrix.js";
import type { Enclosure } from "./comparison.js";
import { type InputColumns, inputBounds, inputColumns, layerBounds } from "./evaluation.js";
import { type Fault, withFaultyWeight } from "./fault.js";
import type { FloatActivation, FloatModel } from "./floatActivation.js";
import { multiLayerBatch, nearbyDoubles } from "./multiLayerBatch.js";
import { coarseOutput, plantedActivation, plantedScale } from "./plantedKernels.js";

/** Inputs and targets, a column each. */
interface Columns {
  readonly inputs: InputColumns;
  readonly targets: InputColumns;
}

function columnsOf({ inputs, targets }: DataSet): Columns {
  return {
    inputs: inputColumns(inputs.map(nearbyDoubles)),
    targets: inputColumns(targets.map(nearbyDoubles)),
  };
}

/**
 * ∇L for L = ½ Σ_k |f(x_k|θ) − y_k|², by tf.grads on the backend.
 *
 * @returns float32 numbers, W^(1) by rows and then W^(2) by rows.
 */
export async function floatGradient(
  { tf }: Backend,
  network: TwoLayerNetwork,
  data: DataSet,
  activation: FloatActivation,
  fault?: Fault,
): Promise<number[]> {
  const batch = multiLayerBatch([network]);
  const { inputs, targets } = columnsOf(data);
  const [incoming, outgoing] = [entry(batch.weights, 0), entry(batch.weights, 1)];
  const { inputDimension, outputDimension } = network;
  const width = network.units.length;
  const planted = fault?.kind === "weight" ? withFaultyWeight(outgoing, 1, fault.size) : outgoing;
  const gradients = tf.tidy(() => {
    const x = tf.tensor2d(Float32Array.from(inputs.entries), [inputs.dimension, inputs.count]);
    const y = tf.tensor2d(Float32Array.from(targets.entries), [targets.dimension, targets.count]);
    const sigma = plantedActivation(activation, fault);
    const loss = (w: Tensor2D, a: Tensor2D) => {
      const sum = tf.matMul(a, sigma(tf, tf.matMul(w, x)));
      const output = fault?.kind === "accumulation" ? coarseOutput(tf, sum, fault.bits) : sum;
      const half = tf.mul(tf.sum(tf.square(tf.sub(output, y))), tf.scalar(0.5));
      return plantedScale(tf, half, fault);
    };
    const at: Tensor2D[] = [
      tf.tensor2d(Float32Array.from(incoming), [width, inputDimension]),
      tf.tensor2d(Float32Array.from(planted), [outputDimension, width]),
    ];
    return tf.grads(loss as never)(at) as Tensor2D[];
  });
  const values = await Promise.all(gradients.map(async (tensor) => tensor.data()));
  tf.dispose(gradients);
  return values.flatMap((entries) => [...entries]);
}

/**
 * Bounds the error of each entry of {@link floatGradient}. Reverse mode computes Eσ(Z)ᵀ for A and (AᵀE ∘
 * σ'(Z))Xᵀ for W, with F = Aσ(Z), Z = WX and E = F − Y. The factors 1/2 and 2 cause no rounding.
 *
 * @param residuals enclosures of the exact E, row-major. They bound its size better than |F| + |Y| does.
 */
export function gradientBounds(
  network: TwoLayerNetwork,
  data: DataSet,
  activation: FloatActivation,
  model: FloatModel,
  residuals: readonly Enclosure[],
): number[] {
  const batch = multiLayerBatch([network]);
  const { inputs, targets } = columnsOf(data);
  const { roundoff } = model;
  const [w, a] = [layerBounds(batch, 0, 0), layerBounds(batch, 0, 1)];
  const [x, y] = [inputBounds(inputs), inputBounds(targets)];
  const z = boundedProduct(w, x, roundoff);
  const s = activation.bound(z, model);
  const e = atMost(boundedSum(boundedProduct(a, s, roundoff), y, roundoff), (index) => {
    const { lower, upper } = entry(residuals, index);
    return Math.max(-lower, upper);
  });
  const pull = boundedTimes(
    boundedProduct(boundedTranspose(a), e, roundoff),
    activation.slopeBound(z, model),
    roundoff,
  );
  const forIncoming = boundedProduct(pull, boundedTranspose(x), roundoff);
  const forOutgoing = boundedProduct(e, boundedTranspose(s), roundoff);
  return [...forIncoming.error, ...forOutgoing.error];
}
