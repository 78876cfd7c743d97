import { entry } from "../../exact/entry.js";
import { valuesOnPairs } from "../../exact/inertia/symmetricMatrix.js";
import type { EnclosedMatrix } from "../../exact/inertia/worstValues.js";
import { Interval } from "../../exact/intervals/interval.js";
import type { IntegerMatrix } from "../../exact/vectors/integerMatrix.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { type IntervalMultiLayer, parametersOf, withParameters } from "../enclosures/intervalMultiLayer.js";
import type { PointDerivatives } from "./criticalBox.js";

/**
 * A network after a step, and how long the step was: its largest entry, in units of 2^−p.
 *
 * @example const { layers, length }: NewtonStep = newtonStep(point);
 */
export interface NewtonStep {
  readonly layers: IntervalMultiLayer;
  readonly length: bigint;
}

/**
 * A step of Newton's method, θ − H^(−1)∇L, in dyadic numbers: nearly right, and all that is proved is proved
 * anew where it leads.
 *
 * @throws RangeError if some x_i·H·x_i is 0, which it isn't where the signs are known.
 * @example newtonStep(point).layers.precision === point.layers.precision
 */
export function newtonStep({ layers, gradient, matrix, signs }: PointDerivatives): NewtonStep {
  const { precision } = layers;
  const { change, length } = newtonChange(gradient, matrix, signs.congruence);
  const moved = parametersOf(layers).map(({ lower }, place) => {
    const value = lower - entry(change, place);
    return Interval.of(value, value, precision);
  });
  return { layers: withParameters(layers, moved), length };
}

/**
 * About H^(−1)∇L and its largest entry, in units of 2^−p, for vectors x_i with x_i·H·x_j ≈ 0 for i ≠ j.
 *
 * @param downhill whether each x_i·H·x_i counts as positive, so that the loss falls against the change.
 * @throws RangeError if some x_i·H·x_i is 0.
 */
export function newtonChange(
  gradient: readonly Interval[],
  matrix: EnclosedMatrix,
  congruence: IntegerMatrix,
  downhill = false,
): Readonly<{ change: readonly bigint[]; length: bigint }> {
  const { precision } = entry(gradient, 0);
  const values = valuesOnPairs(matrix.midpoints, congruence);
  const shares = congruence.map((vector, index) => {
    // Both x·∇L and x·H·x are in units of 2^(−p−1), since the sum of the ends is twice the midpoint.
    const slope = gradient.reduce((sum, { lower, upper }, place) => {
      return sum + entry(vector, place) * (lower + upper);
    }, 0n);
    const bend = entry(entry(values, index), index);
    return (slope << BigInt(precision)) / (downhill ? magnitude(bend) : bend);
  });
  const change = gradient.map((_, place) =>
    congruence.reduce((sum, vector, index) => sum + entry(vector, place) * entry(shares, index), 0n),
  );
  const length = change.reduce((most, value) => {
    const size = magnitude(value);
    return size > most ? size : most;
  }, 0n);
  return { change, length };
}
