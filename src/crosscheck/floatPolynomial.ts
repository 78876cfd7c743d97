import { entry } from "../exact/entry.js";
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Activation } from "../landscape/activations/activation.js";
import { type BoundedMatrix } from "./boundedMatrix.js";
import type { FloatActivation } from "./floatActivation.js";
import { nearbyDouble } from "./multiLayerBatch.js";
import { SLACK, SMALLEST, gamma } from "./rounding.js";
import type { TensorFlow } from "./tensorflow.js";

/**
 * A polynomial activation as a backend computes it, by Horner's rule. Its gradient is computed by Horner's
 * rule too, and not from the single steps.
 *
 * @throws RangeError for a quotient that isn't a polynomial.
 */
export function floatPolynomial({ kind, numerator, name }: Activation): FloatActivation {
  if (kind !== "polynomial") throw new RangeError(`${name} is not a polynomial`);
  const coefficients = numerator.map(({ s, n, d }) => nearbyDouble(s * n, d));
  const slope = derivative(coefficients);
  return {
    name,
    value: (tf, z) =>
      tf.customGrad((x: unknown, save: unknown) => {
        (save as (tensors: Tensor[]) => void)([x as Tensor]);
        return {
          value: horner(tf, coefficients, x as Tensor),
          gradFunc: (dy: Tensor, saved: Tensor[]) =>
            saved[0] === undefined ? dy : tf.mul(dy, horner(tf, slope, saved[0])),
        };
      })(z),
    bound: (z, { roundoff }) => hornerBound(coefficients, z, roundoff),
    slopeBound: (z, { roundoff }) => hornerBound(slope, z, roundoff),
  };
}

function derivative(coefficients: readonly number[]): number[] {
  return coefficients.slice(1).map((coefficient, index) => coefficient * (index + 1));
}

function horner(tf: TensorFlow, coefficients: readonly number[], z: Tensor): Tensor {
  return coefficients.reduceRight<Tensor>(
    (sum, coefficient) => tf.add(tf.mul(sum, z), tf.scalar(coefficient)),
    tf.zerosLike(z),
  );
}

/**
 * Horner's rule at ẑ is off by at most γ_{2n}·Σ|c_k||ẑ|^k (Higham, §5.1), plus one rounding for each c_k and
 * two for the first step, which adds to 0·ẑ. Between z and ẑ, p differs by at most Σ k|c_k|(|z| + E)^{k−1}·E.
 */
function hornerBound(coefficients: readonly number[], z: BoundedMatrix, roundoff: number): BoundedMatrix {
  const sizes = coefficients.map(Math.abs);
  const slopes = derivative(sizes);
  const growth = gamma(2 * coefficients.length + 3, roundoff);
  const magnitude = new Float64Array(z.magnitude.length);
  const error = new Float64Array(z.magnitude.length);
  z.magnitude.forEach((size, index) => {
    const moved = entry(z.error, index);
    const most = size + moved;
    magnitude[index] = valueAt(sizes, size) * SLACK;
    const lost = 2 * sizes.length * Math.max(1, most) ** sizes.length * SMALLEST;
    error[index] = (growth * valueAt(sizes, most) + valueAt(slopes, most) * moved + lost) * SLACK;
  });
  return { ...z, magnitude, error };
}

function valueAt(coefficients: readonly number[], z: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * z + coefficient, 0);
}
