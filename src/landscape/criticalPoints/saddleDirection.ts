import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { rational, type Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { incomingIndex, outgoingIndex, parameterCount } from "../../manifold/subspaces/parameterSpace.js";
import type { CriticalPoint } from "./criticalPoint.js";

/**
 * E_t = Σ_k e_k σ'(w_t·x_k) x_kᵀ of unit t, a d_out × d_in matrix by rows. At a critical point a_tᵀE_t = 0,
 * so that it is 0 for d_out = 1; where it isn't, every point above that copies unit t is a strict saddle
 * ({@link saddleDirection}).
 *
 * @param unit its index, from 0.
 * @throws RangeError if there is no such unit.
 */
export function mixedDerivative(
  { network, activation, data, residuals }: CriticalPoint,
  unit: number,
): RationalVector[] {
  const copied = network.units[unit];
  if (copied === undefined)
    throw new RangeError(`unit ${unit} of a network of width ${network.units.length}`);
  const slopes = data.inputs.map((input) => activation.derivative(1, copied.incoming.dot(input)));
  return Array.from({ length: network.outputDimension }, (_, output) =>
    RationalVector.sum(
      network.inputDimension,
      data.inputs.map((input, index) =>
        input.times(entry(slopes, index).mul(entry(residuals, index).at(output))),
      ),
    ),
  );
}

/** Two copies of a unit that the direction changes, and coordinates in which E_t isn't 0. */
interface Choice {
  readonly first: number;
  readonly second: number;
  readonly output: number;
  readonly input: number;
}

/**
 * Directions at the point of Γ̄ with weights β above a critical point, along which the loss falls to second
 * order if ε is small: δa_i = δ, δa_j = −δ, δw_i = εβ_j u, δw_j = −εβ_i u for two copies i, j of one unit t
 * with β_i + β_j ≠ 0. They leave the output as it is to first order; the second variation is
 * 2ε(β_i + β_j)δᵀE_t u + O(ε²), so that one of the two signs of ε makes it negative. Here δ and u are
 * coordinate directions in which E_t isn't 0.
 *
 * @param unit t, from 0, with E_t ≠ 0.
 * @param epsilon ε.
 * @returns a vector of the parameters of width m; undefined if E_t = 0 or the unit has one copy.
 */
export function saddleDirection(
  below: CriticalPoint,
  surjection: LabelledPartition,
  weights: readonly Rational[],
  unit: number,
  epsilon: Rational,
): RationalVector | undefined {
  const choice = chooseCopies(below, surjection, weights, unit);
  if (choice === undefined) return undefined;
  const { first, second, output, input } = choice;
  const { inputDimension, outputDimension } = below.network;
  const space = { inputDimension, outputDimension, width: surjection.m };
  const entries = new Array<Rational>(parameterCount(space)).fill(rational(0n));
  entries[outgoingIndex(space, first, output)] = rational(1n);
  entries[outgoingIndex(space, second, output)] = rational(-1n);
  entries[incomingIndex(space, first, input)] = epsilon.mul(entry(weights, second));
  entries[incomingIndex(space, second, input)] = epsilon.mul(entry(weights, first)).neg();
  return RationalVector.fromRationals(entries);
}

/**
 * Some two copies have β_i + β_j ≠ 0, or all β of the block were 0, or opposite if it has two; their sum is
 * 1.
 */
function chooseCopies(
  below: CriticalPoint,
  surjection: LabelledPartition,
  weights: readonly Rational[],
  unit: number,
): Choice | undefined {
  const derivative = mixedDerivative(below, unit);
  const output = derivative.findIndex((row) => !row.isZero());
  if (output < 0) return undefined;
  const input = entry(derivative, output).numerators.findIndex((value) => value !== 0n);
  const copies = entry(surjection.labelledBlocks, unit);
  for (const first of copies) {
    for (const second of copies) {
      const sum = entry(weights, first).add(entry(weights, second));
      if (first < second && !sum.equals(0n)) return { first, second, output, input };
    }
  }
  return undefined;
}
