import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { rational, type Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
  parameterCount,
} from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork, Unit } from "../../network/twoLayerNetwork.js";
import type { UnitsOnData } from "./unitsOnData.js";

/**
 * E_t = Σ_k ∂c_k σ'(w_t·x_k) x_kᵀ of unit t, a d_out × d_in matrix by rows. At a critical point a_tᵀE_t = 0,
 * so E_t = 0 for d_out = 1. If E_t ≠ 0, every expansion that copies unit t is a strict saddle ({@link
 * saddleDirection}).
 *
 * @param unit t, from 0.
 * @throws RangeError if there is no such unit.
 */
export function mixedDerivative(
  { network, activation, data, residuals }: UnitsOnData,
  unit: number,
): RationalVector[] {
  const copied = unitAt(network, unit);
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

/** The unit of an index, from 0. @throws RangeError if the network has no such unit. */
export function unitAt({ units }: TwoLayerNetwork, index: number): Unit {
  const unit = units[index];
  if (unit === undefined) throw new RangeError(`neuron ${index} of a network of width ${units.length}`);
  return unit;
}

/** Two copies i, j of a unit, and the coordinates of δ and u, all counted from 0. */
export interface CopyChoice {
  readonly first: number;
  readonly second: number;
  readonly output: number;
  readonly input: number;
}

/**
 * A direction at the point of Γ̄ with shares β above a critical point, along which the loss falls to second
 * order for one sign of a small ε: {@link copyDirection} for two copies i, j of unit t with β_i + β_j ≠ 0 and
 * for coordinates in which E_t isn't 0. The output doesn't change to first order, and the second variation is
 * 2ε(β_i + β_j)δᵀE_t u + O(ε²).
 *
 * @param narrow the critical point of width r.
 * @param unit t, from 0, with E_t ≠ 0.
 * @param epsilon ε.
 * @returns a vector of the parameters of width m; undefined if E_t = 0 or the unit has one copy.
 */
export function saddleDirection(
  narrow: UnitsOnData,
  surjection: LabelledPartition,
  beta: readonly Rational[],
  unit: number,
  epsilon: Rational,
): RationalVector | undefined {
  const choice = chooseCopies(narrow, surjection, beta, unit);
  const { inputDimension, outputDimension } = narrow.network;
  const space = { inputDimension, outputDimension, width: surjection.m };
  return choice && copyDirection(space, choice, beta, epsilon);
}

/**
 * The direction δa_i = δ, δa_j = −δ, δw_i = εβ_j u, δw_j = −εβ_i u for two copies i, j of one unit, with
 * coordinate directions δ and u.
 */
export function copyDirection(
  space: ParameterSpace,
  { first, second, output, input }: CopyChoice,
  beta: readonly Rational[],
  epsilon: Rational,
): RationalVector {
  const entries = new Array<Rational>(parameterCount(space)).fill(rational(0n));
  entries[outgoingIndex(space, first, output)] = rational(1n);
  entries[outgoingIndex(space, second, output)] = rational(-1n);
  entries[incomingIndex(space, first, input)] = epsilon.mul(entry(beta, second));
  entries[incomingIndex(space, second, input)] = epsilon.mul(entry(beta, first)).neg();
  return RationalVector.fromRationals(entries);
}

/** Two copies with β_i + β_j ≠ 0. They exist if there are two copies, since the β of a block have sum 1. */
function chooseCopies(
  narrow: UnitsOnData,
  surjection: LabelledPartition,
  beta: readonly Rational[],
  unit: number,
): CopyChoice | undefined {
  const derivative = mixedDerivative(narrow, unit);
  const output = derivative.findIndex((row) => !row.isZero());
  if (output < 0) return undefined;
  const input = entry(derivative, output).numerators.findIndex((value) => value !== 0n);
  const copies = entry(surjection.labelledBlocks, unit);
  for (const first of copies) {
    for (const second of copies) {
      const sum = entry(beta, first).add(entry(beta, second));
      if (first < second && !sum.equals(0n)) return { first, second, output, input };
    }
  }
  return undefined;
}
