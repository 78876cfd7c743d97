import { entry } from "../exact/entry.js";
import { Interval } from "../exact/intervals/interval.js";
import { rational } from "../exact/numbers/rational.js";
import { type RealActivation, realActivation } from "../landscape/activations/realActivation.js";
import type { Backend } from "./backends.js";
import { type Enclosure, intervalEnclosure } from "./comparison.js";
import type { Fault } from "./fault.js";
import {
  type FloatModel,
  KERNELS,
  KERNEL_RANGE,
  type KernelAccuracy,
  type KernelName,
} from "./floatActivation.js";
import { FLOAT_ACTIVATIONS } from "./kernelBounds.js";
import { plantedActivation } from "./plantedKernels.js";

/** The factor on the worst measured error, as a kernel may be worse between the points. */
export const SAFETY = 2;

/**
 * The largest error of a float32 kernel. The loosest rules are WGSL's: exp within 3 + 2|x| units in the last
 * place, log within 2^−21, a quotient within 2.5 units. The total is less than 2^−20 for σ = 1/(1 + e^−x),
 * for tanh, and for softplus, where tfjs leaves out e^−13.9 beyond |x| ≈ 13.9. Twice that is allowed.
 */
export const WORST_KERNEL = 2 ** -19;

/** Half of the points are evenly spaced up to here, where kernels bend. */
const BENT = 16;

/** Bits of the reference behind the binary point. */
const PRECISION = 80;

/** A kernel's largest measured error, in units of max(1, |σ|). */
export interface MeasuredKernel {
  readonly name: KernelName;
  readonly error: number;
  readonly at: number;
}

/** The measured accuracy of a backend, and the model that its bounds use. */
export interface Measured {
  readonly model: FloatModel;
  readonly kernels: readonly MeasuredKernel[];
  /** Largest relative error of a product, and of a matrix product of one term. */
  readonly roundoff: number;
  readonly points: number;
  /** Why the backend doesn't compute in float32 as it should; undefined if it does. */
  readonly failure: string | undefined;
}

/** Points where kernels are measured, and enclosures of the values there. */
export interface Points {
  readonly inputs: Float32Array;
  readonly exact: Readonly<Record<KernelName, readonly Enclosure[]>>;
}

/**
 * Points where kernels are measured, with enclosures of the values there. Half of the points are evenly
 * spaced in [−16, 16]. The others go down from ±128 by a constant factor. They are the same in every run.
 *
 * @param count even.
 */
export function kernelPoints(count: number): Points {
  const half = count >> 1;
  const inputs = Float32Array.from({ length: 2 * half }, (_, index) => {
    // Steps that aren't dyadic, so that the low bits vary.
    const share = ((index % half) + 1 / 3) / half;
    return index < half
      ? BENT * (2 * share - 1)
      : (index % 2 === 0 ? 1 : -1) * KERNEL_RANGE * 2 ** (-24 * share);
  });
  const exact = (name: KernelName): Enclosure[] => {
    const activation = realActivation(name);
    return [...inputs].map((input) => kernelValue(activation, input));
  };
  return { inputs, exact: { sigmoid: exact("sigmoid"), tanh: exact("tanh"), softplus: exact("softplus") } };
}

/** σ at a float32, which is an integer over a power of two. */
function kernelValue(activation: RealActivation, input: number): Enclosure {
  const bits = 60;
  const exact = rational(BigInt(Math.round(input * 2 ** bits)), 1n << BigInt(bits));
  return intervalEnclosure(activation.value(Interval.enclosing(exact, PRECISION)));
}

/**
 * Measures a backend's kernels and products. Errors larger than float32 allows are a failure, and don't widen
 * the bounds.
 */
export async function measureBackend(backend: Backend, points: Points, fault?: Fault): Promise<Measured> {
  const kernels: MeasuredKernel[] = [];
  for (const name of KERNELS) kernels.push(await measureKernel(backend, points, name, fault));
  const roundoff = await measureRoundoff(backend);
  const failure = failureOf(kernels, roundoff, backend);
  const stated = (name: KernelName): number =>
    SAFETY * Math.min(WORST_KERNEL, entry(kernels, KERNELS.indexOf(name)).error);
  const accuracy: KernelAccuracy = {
    sigmoid: stated("sigmoid"),
    tanh: stated("tanh"),
    softplus: stated("softplus"),
  };
  return {
    model: { roundoff: backend.roundoff, accuracy },
    kernels,
    roundoff,
    points: points.inputs.length,
    failure,
  };
}

/** Why the backend doesn't compute in float32 as it should, if so. */
function failureOf(
  kernels: readonly MeasuredKernel[],
  roundoff: number,
  backend: Backend,
): string | undefined {
  const shown = (error: number): string => error.toExponential(2);
  const coarse = kernels.find(({ error }) => !(error <= WORST_KERNEL));
  if (coarse !== undefined) {
    const { name, error, at } = coarse;
    const limit = `no float32 kernel by more than ${shown(WORST_KERNEL)}`;
    return `${name} is off by ${shown(error)} at ${at}, ${limit}`;
  }
  if (roundoff <= backend.roundoff) return undefined;
  return `products are off by ${shown(roundoff)}, those of float32 by at most ${shown(backend.roundoff)}`;
}

async function measureKernel(
  { tf }: Backend,
  { inputs, exact }: Points,
  name: KernelName,
  fault: Fault | undefined,
): Promise<MeasuredKernel> {
  const values = await valuesOf(() =>
    plantedActivation(FLOAT_ACTIVATIONS[name], fault)(tf, tf.tensor1d(inputs)),
  );
  let worst: MeasuredKernel = { name, error: 0, at: 0 };
  exact[name].forEach(({ lower, upper }, index) => {
    // A number that the backend leaves out is NaN.
    const computed = values[index] ?? NaN;
    const size = Math.max(1, Math.abs(lower));
    const error = Math.max(computed - lower, upper - computed) / size;
    // NaN is worse than any number.
    if (!(error <= worst.error))
      worst = { name, error: Number.isNaN(error) ? Infinity : error, at: entry(inputs, index) };
  });
  return worst;

  async function valuesOf(work: () => ReturnType<typeof tf.add>): Promise<Float32Array> {
    const tensor = tf.tidy(work);
    try {
      return (await tensor.data()) as Float32Array;
    } finally {
      tensor.dispose();
    }
  }
}

/** A product of two float32 numbers is a double: its error is known exactly, up to the last division. */
async function measureRoundoff({ tf }: Backend): Promise<number> {
  const count = 256;
  const left = Float32Array.from({ length: count }, (_, index) => 1 + ((index * 0.6180339887) % 1));
  const right = Float32Array.from({ length: count }, (_, index) => 1 + ((index * 0.7548776662) % 1));
  const tensors = tf.tidy(() => [
    tf.mul(tf.tensor1d(left), tf.tensor1d(right)),
    tf.matMul(tf.tensor2d(left, [count, 1]), tf.tensor2d(right, [1, count])),
  ]);
  const [products, matrix] = await Promise.all(tensors.map(async (tensor) => tensor.data()));
  tf.dispose(tensors);
  let worst = 0;
  const note = (computed: number | undefined, exact: number): void => {
    const error = Math.abs((computed ?? NaN) - exact) / exact;
    if (!(error <= worst)) worst = Number.isNaN(error) ? Infinity : error;
  };
  left.forEach((a, row) => {
    note(products?.[row], a * entry(right, row));
    right.forEach((b, column) => {
      note(matrix?.[row * count + column], a * b);
    });
  });
  return worst;
}
