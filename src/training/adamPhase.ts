import type { Tensor, Variable } from "@tensorflow/tfjs-core";
import { noEntry } from "../exact/entry.js";
import type { Backend } from "../crosscheck/backends.js";
import type { TrainingData } from "./figureSetting.js";
import { type ActivationName, scalarActivations } from "./scalarActivation.js";
import type { StudentShape } from "./studentShape.js";

/** The settings of Adam (Kingma and Ba, 2015), which the paper doesn't give. */
export const ADAM = { steps: 1000, rate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

/** How many steps are taken before somebody may interrupt. */
const BETWEEN = 20;

/** Parameters that are moved together: where they stand in a point, and those of all students. */
interface Part {
  readonly places: readonly number[];
  readonly values: Variable;
}

/**
 * Moves points by Adam on a backend of tfjs, in float32 and all at once. No point's numbers meet those of
 * another, so that the result of one doesn't depend on the others.
 *
 * @param starts points of one shape.
 * @param hear is told how many steps are done.
 */
export async function adamPhase(
  { tf }: Backend,
  { first, second, targets, count }: TrainingData,
  { activation, shape }: { readonly activation: ActivationName; readonly shape: StudentShape },
  starts: readonly Float64Array[],
  hear: (done: number) => void,
  steps: number = ADAM.steps,
): Promise<Float64Array[]> {
  const part = (places: readonly number[], rows: number): Part => {
    const shapeOfAll: [number, number, number] = [starts.length, rows, places.length / rows];
    return {
      places,
      values: tf.tidy(() => tf.variable(tf.tensor3d(numbersOf(starts, places), shapeOfAll))),
    };
  };
  const layers = shape.layers.map(({ rows, weights, biases }) => ({
    matrix: part(weights, rows),
    bias: biases.length === 0 ? undefined : part(biases, rows),
  }));
  const parts = layers.flatMap(({ matrix, bias }) => (bias === undefined ? [matrix] : [matrix, bias]));
  const variables = parts.map(({ values }) => values);
  const x = tf.tensor3d(Float32Array.from([...first, ...second]), [1, 2, count]);
  const y = tf.tensor3d(Float32Array.from(targets), [1, 1, count]);
  const ones = tf.ones([1, 1, count]);
  const share = tf.scalar(1 / count);
  const optimizer = tf.train.adam(ADAM.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);
  const output = (): Tensor =>
    layers.reduce<Tensor>((below, { matrix, bias }, index) => {
      const input = index === 0 ? below : scalarActivations[activation].value(tf, below);
      const product = tf.matMul(matrix.values, input);
      return bias === undefined ? product : tf.add(product, tf.matMul(bias.values, ones));
    }, x);
  const loss = (): Tensor => tf.mul(tf.sum(tf.square(tf.sub(output(), y))), share);
  try {
    for (let done = 0; done < steps; done++) {
      tf.tidy(() => {
        optimizer.minimize(loss as never, false, variables);
      });
      if (done % BETWEEN === 0) {
        hear(done);
        await variables[0]?.data();
      }
    }
    hear(steps);
    return await pointsOf(parts, starts);
  } finally {
    optimizer.dispose();
    tf.dispose([...variables, x, y, ones, share]);
  }
}

function numbersOf(points: readonly Float64Array[], places: readonly number[]): Float32Array {
  return Float32Array.from(
    points.flatMap((point) => places.map((place) => point[place] ?? noEntry(point, place))),
  );
}

async function pointsOf(parts: readonly Part[], starts: readonly Float64Array[]): Promise<Float64Array[]> {
  const points = starts.map(({ length }) => new Float64Array(length));
  for (const { places, values } of parts) {
    const numbers = await values.data();
    points.forEach((point, run) => {
      places.forEach((place, index) => {
        const at = run * places.length + index;
        point[place] = numbers[at] ?? noEntry(numbers, at);
      });
    });
  }
  return points;
}
