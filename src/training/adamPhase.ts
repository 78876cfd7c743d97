import type { Tensor } from "@tensorflow/tfjs-core";
import { noEntry } from "../exact/entry.js";
import type { Backend } from "../crosscheck/backends.js";
import type { TrainingData } from "./figureSetting.js";
import { PER_UNIT } from "./lossAtPoint.js";
import { type ActivationName, scalarActivations } from "./scalarActivation.js";

/** The settings of Adam (Kingma and Ba, 2015), which the paper doesn't give. */
export const ADAM = { steps: 1000, rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

/** How many steps are taken before somebody may interrupt. */
const BETWEEN = 20;

/**
 * Moves points by Adam on a backend of tfjs, in float32 and all at once. No point's numbers meet those of
 * another, so that the result of one doesn't depend on the others.
 *
 * @param starts points of one width.
 * @param hear is told how many steps are done.
 */
export async function adamPhase(
  { tf }: Backend,
  { first, second, targets, count }: TrainingData,
  activation: ActivationName,
  starts: readonly Float64Array[],
  hear: (done: number) => void,
  steps: number = ADAM.steps,
): Promise<Float64Array[]> {
  const width = (starts[0]?.length ?? noEntry(starts, 0)) / PER_UNIT;
  const runs = starts.length;
  const w = tf.tidy(() => tf.variable(tf.tensor3d(numbersOf(starts, [0, 1]), [runs, width, 2])));
  const a = tf.tidy(() => tf.variable(tf.tensor3d(numbersOf(starts, [2]), [runs, 1, width])));
  const x = tf.tensor3d(Float32Array.from([...first, ...second]), [1, 2, count]);
  const y = tf.tensor3d(Float32Array.from(targets), [1, 1, count]);
  const share = tf.scalar(1 / count);
  const optimizer = tf.train.adam(ADAM.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);
  const loss = (): Tensor => {
    const hidden = scalarActivations[activation].value(tf, tf.matMul(w, x));
    const residual = tf.sub(tf.matMul(a, hidden), y);
    return tf.mul(tf.sum(tf.square(residual)), share);
  };
  try {
    for (let done = 0; done < steps; done++) {
      tf.tidy(() => {
        optimizer.minimize(loss as never, false, [w, a]);
      });
      if (done % BETWEEN === 0) {
        hear(done);
        await w.data();
      }
    }
    hear(steps);
    return pointsOf((await w.data()) as Float32Array, (await a.data()) as Float32Array, runs, width);
  } finally {
    optimizer.dispose();
    tf.dispose([w, a, x, y, share]);
  }
}

function numbersOf(points: readonly Float64Array[], places: readonly number[]): Float32Array {
  const numbers: number[] = [];
  for (const point of points)
    for (let at = 0; at < point.length; at += PER_UNIT)
      for (const place of places) numbers.push(point[at + place] ?? noEntry(point, at + place));
  return Float32Array.from(numbers);
}

function pointsOf(w: Float32Array, a: Float32Array, runs: number, width: number): Float64Array[] {
  return Array.from({ length: runs }, (_, run) => {
    const point = new Float64Array(PER_UNIT * width);
    for (let unit = 0; unit < width; unit++) {
      const at = run * width + unit;
      point[PER_UNIT * unit] = w[2 * at] ?? noEntry(w, 2 * at);
      point[PER_UNIT * unit + 1] = w[2 * at + 1] ?? noEntry(w, 2 * at + 1);
      point[PER_UNIT * unit + 2] = a[at] ?? noEntry(a, at);
    }
    return point;
  });
}
