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

/** The worst that was measured is taken this many times: between the points a kernel may be worse. */
export const SAFETY = 2;

/**
 * What a kernel may be off by and still pass for float32. The loosest rules are WGSL's: exp within 3 + 2|x|
 * units in the last place, log within 2^−21, a quotient within 2.5 units. They come to less than 2^−20 for σ
 * = 1/(1 + e^−x), for tanh, and for softplus with tfjs's cut at |x| ≈ 13.9, where it leaves out e^−13.9;
 * twice that is allowed.
 */
export const WORST_KERNEL = 2 ** -19;

/** Where kernels bend, half of the points lie evenly. */
const BENT = 16;

/** Bits of the reference behind the binary point. */
const PRECISION = 80;

/** A kernel's largest measured error, in units of max(1, |σ|). */
export interface MeasuredKernel {
  readonly name: KernelName;
  readonly error: number;
  readonly at: number;
}

/** What a backend was found to do, and what its bounds therefore rest on. */
export interface Measured {
  readonly model: FloatModel;
  readonly kernels: readonly MeasuredKernel[];
  /** Largest relative error of a product, and of a matrix product of one term. */
  readonly roundoff: number;
  readonly points: number;
  /** Why the backend doesn't compute in float32 as it should; undefined if it does. */
  readonly failure: string | undefined;
}

/** Points where kernels are measured, and how close each kernel has to come. */
export interface Points {
  readonly inputs: Float32Array;
  readonly exact: Readonly<Record<KernelName, readonly Enclosure[]>>;
}

/**
 * Points where kernels are measured: half of them evenly spaced in [−16, 16], half of them from ±128 down, a
 * constant factor apart, with enclosures of the kernels' values there. They are the same in every run.
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
 * Measures a backend's kernels and products. Whatever is coarser than float32 can be is told as a failure,
 * and then isn't made the measure of everything else.
 */
export async function measureBackend(backend: Backend, points: Points, fault?: Fault): Promise<Measured> {
  const kernels: MeasuredKernel[] = [];
  for (const name of KERNELS) kernels.push(await measureKernel(backend, points, name, fault));
  const roundoff = await measureRoundoff(backend);
  const coarse = kernels.find(({ error }) => !(error <= WORST_KERNEL));
  const failure =
    coarse !== undefined
      ? `${coarse.name} is off by ${coarse.error.toExponential(2)} at ${coarse.at}, no float32 kernel by more than ${WORST_KERNEL.toExponential(2)}`
      : roundoff <= backend.roundoff
        ? undefined
        : `products are off by ${roundoff.toExponential(2)}, those of float32 by ${backend.roundoff.toExponential(2)} at most`;
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
    // What the backend leaves out is not a number.
    const computed = values[index] ?? NaN;
    const size = Math.max(1, Math.abs(lower));
    const error = Math.max(computed - lower, upper - computed) / size;
    // What isn't a number is worse than any.
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
