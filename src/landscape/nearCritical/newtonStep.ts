import { entry } from "../../exact/entry.js";
import { valuesOnPairs } from "../../exact/inertia/symmetricMatrix.js";
import { Interval } from "../../exact/intervals/interval.js";
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
export function newtonStep(point: PointDerivatives): NewtonStep {
  const { layers } = point;
  const { change, length } = newtonChange(point, layers.precision);
  const moved = parametersOf(layers).map(({ lower }, place) => {
    const value = lower - entry(change, place);
    return Interval.of(value, value, layers.precision);
  });
  return { layers: withParameters(layers, moved), length };
}

/**
 * H^(−1)∇L, nearly, and its largest entry, in units of 2^−p. For vectors x_i with x_i·H·x_j ≈ 0 for i ≠ j,
 * H^(−1) ≈ Σ_i x_i x_iᵀ/(x_i·H·x_i).
 *
 * @throws RangeError if some x_i·H·x_i is 0.
 * @example newtonChange(point, point.layers.precision).length === newtonStep(point).length
 */
export function newtonChange(
  { gradient, matrix, signs }: Omit<PointDerivatives, "layers">,
  precision: number,
): Readonly<{ change: readonly bigint[]; length: bigint }> {
  const values = valuesOnPairs(matrix.midpoints, signs.congruence);
  const shares = signs.congruence.map((vector, index) => {
    // Both x·∇L and x·H·x are in units of 2^(−p−1), since the sum of the ends is twice the midpoint.
    const slope = gradient.reduce((sum, { lower, upper }, place) => {
      return sum + entry(vector, place) * (lower + upper);
    }, 0n);
    return (slope << BigInt(precision)) / entry(entry(values, index), index);
  });
  const change = gradient.map((_, place) =>
    signs.congruence.reduce((sum, vector, index) => sum + entry(vector, place) * entry(shares, index), 0n),
  );
  const length = change.reduce((most, value) => {
    const size = magnitude(value);
    return size > most ? size : most;
  }, 0n);
  return { change, length };
}
