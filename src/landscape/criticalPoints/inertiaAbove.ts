import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/requireArguments.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { certifiedNullspace } from "../../exact/matrices/certifiedNullspace.js";
import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { clearDenominators, dot, timesVector } from "../../exact/vectors/integerMatrix.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import type { CriticalPoint } from "./criticalPoint.js";
import { mixedDerivative } from "./saddleDirection.js";

/**
 * B_t = Σ_k (a_t·e_k) σ''(w_t·x_k) x_k x_kᵀ of unit t: how its share of the outputs curves in w_t, weighted
 * by the residuals.
 *
 * @param unit its index, from 0.
 * @returns its d_in rows.
 * @throws RangeError if there is no such unit.
 * @example unitCurvature(below, 0).length === below.network.inputDimension
 */
export function unitCurvature(
  { network, activation, data, residuals }: CriticalPoint,
  unit: number,
): RationalVector[] {
  const copied = network.units[unit];
  if (copied === undefined)
    throw new RangeError(`unit ${unit} of a network of width ${network.units.length}`);
  const size = network.inputDimension;
  const factors = RationalVector.fromRationals(
    data.inputs.map((input, index) =>
      copied.outgoing.dot(entry(residuals, index)).mul(activation.derivative(2, copied.incoming.dot(input))),
    ),
  );
  return Array.from({ length: size }, (_, row) =>
    RationalVector.sum(
      size,
      data.inputs.map((input, index) => input.times(factors.at(index).mul(input.at(row)))),
    ),
  );
}

/** What decides the inertia above copies of one unit. */
export interface CopiedUnit {
  /** Rank of E_t ({@link mixedDerivative}). */
  readonly rank: number;
  /** Inertia of B_t on the kernel of E_t. */
  readonly onKernel: Inertia;
}

/**
 * The rank of E_t and the inertia of B_t on its kernel.
 *
 * @param unit its index t, from 0.
 * @throws RangeError if there is no such unit.
 * @example copiedUnit(below, 0).rank // 0 if d_out = 1
 */
export function copiedUnit(below: CriticalPoint, unit: number): CopiedUnit {
  const mixed = clearDenominators(mixedDerivative(below, unit));
  const { rank, basis } = certifiedNullspace(mixed, below.network.inputDimension);
  const { numerators } = overOneDenominator(unitCurvature(below, unit));
  const images = basis.vectors.map((vector) => timesVector(numerators, vector));
  const onKernel =
    images.length === 0
      ? { positive: 0, negative: 0, zero: 0 }
      : inertia(basis.vectors.map((vector) => images.map((image) => dot(vector, image))));
  return { rank, onKernel };
}

/**
 * The inertia of the Hessian at the point of Γ̄ with shares β above a critical point of the squared error,
 * from what is below: of unit t let there be k_t copies, n₊ of them with β > 0, n₋ with β < 0, n₀ with β = 0.
 * Beside the inertia below there are, for each unit, (k_t − 1)·rank E_t eigenvalues of either sign, and those
 * of diag(β) ⊗ B_t|ker E_t on {β·ω = 0}, where diag(β) has the inertia (n₊ − 1, n₋, n₀).
 *
 * Why: with δa_i = β_i α + α_i, Σα_i = 0, and δw_i = u + ω_i, Σβ_iω_i = 0, on each block the second variation
 * is that below at (α, u) plus Σ_i 2α_iᵀE_tω_i + β_iω_iᵀB_tω_i without mixed terms; and {Σα_i = 0}, {Σβ_iω_i
 * = 0} pair perfectly, as Σβ_i = 1. For one unit copied and d_out = 1 this is in Fukumizu and Amari (2000)
 * and Fukumizu et al. (2019).
 *
 * @param lower the inertia of the Hessian below.
 * @param weights β_1, …, β_m, of sum 1 on each block of the surjection.
 * @example inertiaAbove(minimum, { positive: 2, negative: 0, zero: 0 }, LabelledPartition.of([1, 1], 1), [rational(2n), rational(-1n)])
 * // { positive: 2, negative: 1, zero: 1 }
 */
export function inertiaAbove(
  below: CriticalPoint,
  lower: Inertia,
  surjection: LabelledPartition,
  weights: readonly Rational[],
): Inertia {
  requireArguments({
    criticalPoint: { below },
    inertia: { lower },
    partition: { surjection },
    "rational[]": { weights },
  });
  const { inputDimension, outputDimension } = below.network;
  let { positive, negative, zero } = lower;
  surjection.labelledBlocks.forEach((members, unit) => {
    const { rank, onKernel } = copiedUnit(below, unit);
    const signs = members.map((member) => RationalVector.fromRationals(weights).at(member).compare(0n));
    const [more, fewer, none] = [1, -1, 0].map((sign) => signs.filter((other) => other === sign).length);
    if (more === undefined || fewer === undefined || none === undefined) return;
    const free = members.length - 1;
    positive += free * rank + (more - 1) * onKernel.positive + fewer * onKernel.negative;
    negative += free * rank + (more - 1) * onKernel.negative + fewer * onKernel.positive;
    zero += free * (outputDimension - rank) + (free - none) * onKernel.zero + none * (inputDimension - rank);
  });
  return { positive, negative, zero };
}
