import type { Tensor } from "@tensorflow/tfjs-core";
import { type BoundedMatrix } from "./boundedMatrix.js";
import type { TensorFlow } from "./tensorflow.js";

/** The kernels of tfjs by which real activations are computed. */
export const KERNELS = ["sigmoid", "tanh", "softplus"] as const;

/** One of `KERNELS`. */
export type KernelName = (typeof KERNELS)[number];

/**
 * How close a backend comes to them: |σ̂(z) − σ(z)| ≤ accuracy·max(1, |σ(z)|) for |z| ≤ `KERNEL_RANGE`.
 */
export type KernelAccuracy = Readonly<Record<KernelName, number>>;

/** Preactivations for which the accuracy is measured. */
export const KERNEL_RANGE = 128;

/** What the bounds of a backend's results rest on. */
export interface FloatModel {
  /** Unit roundoff of +, −, ×. */
  readonly roundoff: number;
  readonly accuracy: KernelAccuracy;
}

/** An activation as a backend computes it, with bounds of what that is off by. */
export interface FloatActivation {
  readonly name: string;
  /** σ(z), so that tfjs can differentiate it. */
  readonly value: (tf: TensorFlow, z: Tensor) => Tensor;
  /** Bounds of σ(z) from those of z. */
  readonly bound: (z: BoundedMatrix, model: FloatModel) => BoundedMatrix;
  /** Bounds of σ'(z) as it is computed for gradients. */
  readonly slopeBound: (z: BoundedMatrix, model: FloatModel) => BoundedMatrix;
}
