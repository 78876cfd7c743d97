import type { Tensor } from "@tensorflow/tfjs-core";
import type { TensorFlow } from "../crosscheck/tensorflow.js";

/** The activations of Figures 1(c), 5 and 1(e), as they are written for people. */
export const ACTIVATIONS = ["sigmoid(x)", "sigmoid(4x)+softplus(x)", "tanh(x)"] as const;

/** One of {@link ACTIVATIONS}. */
export type ActivationName = (typeof ACTIVATIONS)[number];

/** σ in doubles, with its first two derivatives, and in float32 as tfjs computes it. */
export interface ScalarActivation {
  /** Writes σ(z), σ'(z), σ''(z) into three places of a list, from the given one on. */
  readonly jet: (z: number, into: Float64Array, at: number) => void;
  readonly value: (tf: TensorFlow, z: Tensor) => Tensor;
}

/** The factor of x in the sigmoid of Figure 5. */
const STEEPNESS = 4;

/** σ, σ' and σ'' of each activation. e^−|z| doesn't overflow, and keeps the digits of small slopes. */
export const scalarActivations: Readonly<Record<ActivationName, ScalarActivation>> = {
  "sigmoid(x)": {
    jet: (z, into, at) => {
      const small = Math.exp(-Math.abs(z));
      const whole = 1 + small;
      const value = (z >= 0 ? 1 : small) / whole;
      const first = small / (whole * whole);
      into[at] = value;
      into[at + 1] = first;
      into[at + 2] = first * (1 - 2 * value);
    },
    value: (tf, z) => tf.sigmoid(z),
  },
  "sigmoid(4x)+softplus(x)": {
    jet: (z, into, at) => {
      const small = Math.exp(-Math.abs(z));
      const whole = 1 + small;
      const steepSmall = Math.exp(-STEEPNESS * Math.abs(z));
      const steepWhole = 1 + steepSmall;
      const steep = (z >= 0 ? 1 : steepSmall) / steepWhole;
      const steepSlope = steepSmall / (steepWhole * steepWhole);
      into[at] = steep + Math.max(z, 0) + Math.log1p(small);
      into[at + 1] = STEEPNESS * steepSlope + (z >= 0 ? 1 : small) / whole;
      into[at + 2] = STEEPNESS * STEEPNESS * steepSlope * (1 - 2 * steep) + small / (whole * whole);
    },
    value: (tf, z) => tf.add(tf.sigmoid(tf.mul(z, tf.scalar(STEEPNESS))), tf.softplus(z)),
  },
  "tanh(x)": {
    jet: (z, into, at) => {
      const small = Math.exp(-2 * Math.abs(z));
      const whole = 1 + small;
      const value = ((z >= 0 ? 1 : -1) * (1 - small)) / whole;
      const first = (4 * small) / (whole * whole);
      into[at] = value;
      into[at + 1] = first;
      into[at + 2] = -2 * value * first;
    },
    value: (tf, z) => tf.tanh(z),
  },
};
