import type { Tensor } from "@tensorflow/tfjs-core";
import { type BoundedMatrix } from "./boundedMatrix.js";
import type { TensorFlow } from "./tensorflow.js";

/** The kernels of tfjs by which real activations are computed. */
export const KERNELS = ["sigmoid", "tanh", "softplus"] as const;

/** One of `KERNELS`. */
export type KernelName = (typeof KERNELS)[number];

/** The accuracy of each kernel: |σ̂(z) − σ(z)| ≤ accuracy·max(1, |σ(z)|) for |z| ≤ `KERNEL_RANGE`. */
export type KernelAccuracy = Readonly<Record<KernelName, number>>;

/** Preactivations for which the accuracy is measured. */
export const KERNEL_RANGE = 128;

/** The assumptions behind the bounds of a backend's results. */
export interface FloatModel {
  /** Unit roundoff of +, −, ×. */
  readonly roundoff: number;
  readonly accuracy: KernelAccuracy;
}

/** An activation as a backend computes it, with bounds of its errors. */
export interface FloatActivation {
  readonly name: string;
  /** σ(z), which tfjs can differentiate. */
  readonly value: (tf: TensorFlow, z: Tensor) => Tensor;
  /** Bounds of σ(z) from those of z. */
  readonly bound: (z: BoundedMatrix, model: FloatModel) => BoundedMatrix;
  /** Bounds of σ'(z), as gradients use it. */
  readonly slopeBound: (z: BoundedMatrix, model: FloatModel) => BoundedMatrix;
}
