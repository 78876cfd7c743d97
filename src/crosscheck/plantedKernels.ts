import type { Tensor, Tensor3D } from "@tensorflow/tfjs-core";
import type { Fault } from "./fault.js";
import type { FloatActivation } from "./floatActivation.js";
import type { TensorFlow } from "./tensorflow.js";

/** σ as it is, or with a fault of the kind "kernel". */
export function plantedActivation(
  { value }: FloatActivation,
  fault: Fault | undefined,
): FloatActivation["value"] {
  if (fault?.kind !== "kernel") return value;
  return (tf, z) => tf.mul(value(tf, z), tf.scalar(1 + fault.size));
}

/** The result as it is, or with a fault of the kind "scale". */
export function plantedScale(tf: TensorFlow, computed: Tensor, fault: Fault | undefined): Tensor {
  return fault?.kind === "scale" ? tf.mul(computed, tf.scalar(1 + fault.size)) : computed;
}

/** A·S for each network of a batch, with the sum rounded to these bits after each term. */
export function roundedAccumulation(tf: TensorFlow, a: Tensor3D, s: Tensor3D, bits: number): Tensor {
  const [count, rows, terms] = a.shape;
  let sum: Tensor = tf.zeros([count, rows, s.shape[2]]);
  for (let term = 0; term < terms; term++) {
    const column = tf.slice(a, [0, 0, term], [count, rows, 1]);
    const row = tf.slice(s, [0, term, 0], [count, 1, s.shape[2]]);
    sum = roundedTo(tf, tf.add(sum, tf.matMul(column, row)), bits);
  }
  return sum;
}

/** The value rounded to these bits, with its derivative unchanged. */
export function coarseOutput(tf: TensorFlow, value: Tensor, bits: number): Tensor {
  return tf.customGrad((x: unknown) => ({
    value: roundedTo(tf, x as Tensor, bits),
    gradFunc: (dy: Tensor) => dy,
  }))(value);
}

/** x rounded to these of float32's 24 bits: c − (c − x) for c = (2^{24−bits} + 1)·x (Veltkamp). */
export function roundedTo(tf: TensorFlow, x: Tensor, bits: number): Tensor {
  if (bits >= 24) return x;
  const shifted = tf.mul(x, tf.scalar(2 ** (24 - bits) + 1));
  return tf.sub(shifted, tf.sub(shifted, x));
}
