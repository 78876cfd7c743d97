import { entry } from "../exact/entry.js";
import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { Backend } from "./backends.js";
import { type BoundedMatrix, boundedProduct, roundedEntries } from "./boundedMatrix.js";
import { type Fault, withFaultyWeight } from "./fault.js";
import type { FloatActivation, FloatModel } from "./floatActivation.js";
import type { LayeredBatch } from "./multiLayerBatch.js";
import { plantedActivation, plantedScale, roundedAccumulation } from "./plantedKernels.js";

/** Inputs of networks as the columns of a matrix. */
export interface InputColumns {
  readonly dimension: number;
  readonly count: number;
  /** Row-major, dimension × count. */
  readonly entries: Float64Array;
}

/** Columns of the given inputs. @throws RangeError if there are none. */
export function inputColumns(inputs: readonly (readonly number[])[]): InputColumns {
  if (inputs.length === 0) throw new RangeError("no inputs");
  const dimension = entry(inputs, 0).length;
  const entries = new Float64Array(dimension * inputs.length);
  inputs.forEach((input, column) => {
    input.forEach((value, row) => {
      entries[row * inputs.length + column] = value;
    });
  });
  return { dimension, count: inputs.length, entries };
}

/**
 * f(x_k|θ_p) for all networks of a batch and all inputs, by the backend.
 *
 * @returns count × d_out × N float32 numbers.
 */
export async function evaluateBatch(
  { tf }: Backend,
  batch: LayeredBatch,
  inputs: InputColumns,
  activation: FloatActivation,
  fault?: Fault,
): Promise<Float32Array> {
  const outputs = tf.tidy(() => {
    const x = tf.tensor2d(Float32Array.from(inputs.entries), [inputs.dimension, inputs.count]);
    const sigma = plantedActivation(activation, fault);
    const last = batch.weights.length - 1;
    let value: Tensor = x;
    batch.weights.forEach((layer, level) => {
      const [columns, rows] = [entry(batch.widths, level), entry(batch.widths, level + 1)];
      const planted =
        fault?.kind === "weight" && level === last ? withFaultyWeight(layer, batch.count, fault.size) : layer;
      const weights = Float32Array.from(planted);
      if (level === 0) {
        // The inputs are the same, so one matrix holds the rows of all networks.
        const product = tf.matMul(tf.tensor2d(weights, [batch.count * rows, columns]), x);
        value = tf.reshape(product, [batch.count, rows, inputs.count]);
        return;
      }
      const [matrices, hidden] = [tf.tensor3d(weights, [batch.count, rows, columns]), sigma(tf, value)];
      value =
        fault?.kind === "accumulation" && level === last
          ? roundedAccumulation(tf, matrices, hidden as Tensor3D, fault.bits)
          : tf.matMul(matrices, hidden);
    });
    return plantedScale(tf, value, fault);
  });
  try {
    return (await outputs.data()) as Float32Array;
  } finally {
    outputs.dispose();
  }
}

/** Bounds of the outputs of {@link evaluateBatch} for one network of a batch: d_out × N. */
export function outputBounds(
  batch: LayeredBatch,
  index: number,
  inputs: BoundedMatrix,
  activation: FloatActivation,
  model: FloatModel,
): BoundedMatrix {
  return batch.weights.reduce((value, _, level) => {
    const matrix = layerBounds(batch, index, level);
    const hidden = level === 0 ? value : activation.bound(value, model);
    return boundedProduct(matrix, hidden, model.roundoff);
  }, inputs);
}

/** Bounds of one layer's weights, as they are rounded to float32. */
export function layerBounds(batch: LayeredBatch, index: number, level: number): BoundedMatrix {
  const [columns, rows] = [entry(batch.widths, level), entry(batch.widths, level + 1)];
  const share = rows * columns;
  const entries = entry(batch.weights, level).subarray(index * share, (index + 1) * share);
  return roundedEntries(rows, columns, entries);
}

/** Bounds of the inputs, as they are rounded to float32. */
export function inputBounds({ dimension, count, entries }: InputColumns): BoundedMatrix {
  return roundedEntries(dimension, count, entries);
}
