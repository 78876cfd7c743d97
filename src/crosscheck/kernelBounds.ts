import { entry } from "../exact/entry.js";
import { type BoundedMatrix, atMost, boundedScale, boundedSum, boundedTimes } from "./boundedMatrix.js";
import { type FloatActivation, type FloatModel, KERNEL_RANGE, type KernelName } from "./floatActivation.js";
import { SLACK } from "./rounding.js";
import type { TensorFlow } from "./tensorflow.js";

/** An upper bound of |σ| from |z|, and the largest |σ'|. softplus z ≤ max(0, z) + ln 2, and ln 2 < 0.6932. */
const KERNEL: Readonly<Record<KernelName, { size: (z: number) => number; steepest: number }>> = {
  sigmoid: { size: () => 1, steepest: 0.25 },
  tanh: { size: (z) => Math.min(1, z), steepest: 1 },
  softplus: { size: (z) => z + 0.6932, steepest: 1 },
};

/**
 * Bounds of a kernel's values at z. At the computed ẑ they are off by the kernel's accuracy. Between z and ẑ,
 * σ differs by at most its steepest slope times |ẑ − z|.
 *
 * @throws RangeError for preactivations beyond `KERNEL_RANGE`, where nothing was measured.
 */
export function kernelBound(name: KernelName, z: BoundedMatrix, { accuracy }: FloatModel): BoundedMatrix {
  const { size, steepest } = KERNEL[name];
  const magnitude = new Float64Array(z.magnitude.length);
  const error = new Float64Array(z.magnitude.length);
  const off = accuracy[name];
  z.magnitude.forEach((at, index) => {
    const moved = entry(z.error, index);
    if (!(at + moved <= KERNEL_RANGE))
      throw new RangeError(
        `can't be checked: kernels are measured up to ${KERNEL_RANGE}, ` +
          `and a preactivation, or γ times one, is up to ${at}`,
      );
    const value = size(at) * SLACK;
    const shifted = steepest * moved;
    magnitude[index] = value;
    error[index] = (shifted + off * Math.max(1, value + shifted)) * SLACK;
  });
  return { ...z, magnitude, error };
}

/** y·(1 − y) from bounds of y, for 0 ≤ y ≤ 1: the slope of the sigmoid. */
function logisticSlope(y: BoundedMatrix, { roundoff }: FloatModel): BoundedMatrix {
  const rest = atMost(boundedSum(constant(y, 1), y, roundoff), () => 1);
  return atMost(boundedTimes(y, rest, roundoff), () => 0.25);
}

/** Bounds of a matrix whose entries are all one exact number. */
function constant({ rows, columns }: BoundedMatrix, value: number): BoundedMatrix {
  const size = rows * columns;
  return { rows, columns, magnitude: new Float64Array(size).fill(value), error: new Float64Array(size) };
}

const sigmoid: FloatActivation = {
  name: "sigmoid",
  value: (tf, z) => tf.sigmoid(z),
  bound: (z, model) => kernelBound("sigmoid", z, model),
  slopeBound: (z, model) => logisticSlope(kernelBound("sigmoid", z, model), model),
};

const tanh: FloatActivation = {
  name: "tanh",
  value: (tf, z) => tf.tanh(z),
  bound: (z, model) => kernelBound("tanh", z, model),
  // 1 − y².
  slopeBound: (z, model) => {
    const y = kernelBound("tanh", z, model);
    const square = boundedTimes(y, y, model.roundoff);
    return atMost(boundedSum(constant(y, 1), square, model.roundoff), () => 1);
  },
};

const softplus: FloatActivation = {
  name: "softplus",
  value: (tf, z) => tf.softplus(z),
  bound: (z, model) => kernelBound("softplus", z, model),
  slopeBound: (z, model) => kernelBound("sigmoid", z, model),
};

/** Factors of σ_{α,γ}: powers of two, which multiply without rounding. */
export const ALPHA = 1;
export const GAMMA = 2;

/** σ_{α,γ}(z) = softplus(z) + α·sigmoid(γz) (Remark 4.1), α = 1, γ = 2. */
const softplusSigmoid: FloatActivation = {
  name: "softplus+sigmoid",
  value: (tf, z) => tf.add(tf.softplus(z), scaled(tf, tf.sigmoid(scaled(tf, z, GAMMA)), ALPHA)),
  bound: (z, model) =>
    boundedSum(
      kernelBound("softplus", z, model),
      boundedScale(kernelBound("sigmoid", boundedScale(z, GAMMA), model), ALPHA),
      model.roundoff,
    ),
  slopeBound: (z, model) =>
    boundedSum(
      kernelBound("sigmoid", z, model),
      boundedScale(
        logisticSlope(kernelBound("sigmoid", boundedScale(z, GAMMA), model), model),
        ALPHA * GAMMA,
      ),
      model.roundoff,
    ),
};

function scaled(tf: TensorFlow, z: Parameters<FloatActivation["value"]>[1], factor: number): typeof z {
  return tf.mul(z, tf.scalar(factor));
}

/** The real activations that are checked. */
export const FLOAT_ACTIVATIONS = { sigmoid, tanh, softplus, softplusSigmoid } as const;
