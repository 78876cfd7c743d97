import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { certifiedNullspace } from "../../exact/matrices/certifiedNullspace.js";
import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { clearDenominators, dot, timesVector } from "../../exact/vectors/integerMatrix.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import type { CriticalPoint } from "./criticalPoint.js";
import { mixedDerivative, unitAt } from "./saddleDirection.js";

/**
 * B_t = Σ_k (a_t·e_k) σ''(w_t·x_k) x_k x_kᵀ of unit t: the second derivatives of its contribution to the
 * outputs in w_t, weighted by the residuals.
 *
 * @param unit t, from 0.
 * @returns d_in rows.
 * @throws RangeError if there is no such unit.
 * @example unitCurvature(minimum, 0).length === minimum.network.inputDimension
 */
export function unitCurvature(
  { network, activation, data, residuals }: CriticalPoint,
  unit: number,
): RationalVector[] {
  const copied = unitAt(network, unit);
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

/** What the inertia above copies of a unit depends on. */
export interface CopiedUnit {
  /** Rank of E_t ({@link mixedDerivative}). */
  readonly rank: number;
  /** Inertia of B_t on the kernel of E_t. */
  readonly onKernel: Inertia;
}

/**
 * The rank of E_t and the inertia of B_t on its kernel.
 *
 * @param unit t, from 0.
 * @throws RangeError if there is no such unit.
 * @example copiedUnit(minimum, 0).rank // 0 if d_out = 1
 */
export function copiedUnit(narrow: CriticalPoint, unit: number): CopiedUnit {
  const mixed = clearDenominators(mixedDerivative(narrow, unit));
  const { rank, basis } = certifiedNullspace(mixed, narrow.network.inputDimension);
  const { numerators } = overOneDenominator(unitCurvature(narrow, unit));
  const images = basis.vectors.map((vector) => timesVector(numerators, vector));
  const onKernel =
    images.length === 0
      ? { positive: 0, negative: 0, zero: 0 }
      : inertia(basis.vectors.map((vector) => images.map((image) => dot(vector, image))));
  return { rank, onKernel };
}

/**
 * The inertia of the Hessian at the point of Γ̄ with shares β above a critical point of the squared error.
 * Let unit t have k_t copies: n₊ with β > 0, n₋ with β < 0, n₀ with β = 0. The inertia is that of the
 * critical point, and for each unit (k_t − 1)·rank E_t eigenvalues of either sign, and the inertia of diag(β)
 * ⊗ B_t|ker E_t on {β·ω = 0}, where diag(β) has the inertia (n₊ − 1, n₋, n₀).
 *
 * Proof: on each block put δa_i = β_i α + α_i, Σα_i = 0, and δw_i = u + ω_i, Σβ_iω_i = 0. The second
 * variation is that of the critical point at (α, u), plus Σ_i 2α_iᵀE_tω_i + β_iω_iᵀB_tω_i, without mixed
 * terms. {Σα_i = 0} and {Σβ_iω_i = 0} pair perfectly, as Σβ_i = 1. For copies of one unit and d_out = 1 see
 * Fukumizu and Amari (2000) and Fukumizu et al. (2019).
 *
 * @param narrow the critical point of width r.
 * @param narrowInertia the inertia of its Hessian.
 * @param beta β_1, …, β_m, of sum 1 on each block of the surjection.
 * @example inertiaAbove(minimum, { positive: 2, negative: 0, zero: 0 }, LabelledPartition.of([1, 1], 1),
 *   [rational(2n), rational(-1n)]) // { positive: 2, negative: 1, zero: 1 }
 */
export function inertiaAbove(
  narrow: CriticalPoint,
  narrowInertia: Inertia,
  surjection: LabelledPartition,
  beta: readonly Rational[],
): Inertia {
  requireArguments({
    "{ network, data, activation, residuals }": { narrow },
    "{ positive, negative, zero }": { narrowInertia },
    partition: { surjection },
    "rational[]": { beta },
  });
  const { inputDimension, outputDimension } = narrow.network;
  let { positive, negative, zero } = narrowInertia;
  surjection.labelledBlocks.forEach((members, unit) => {
    const { rank, onKernel } = copiedUnit(narrow, unit);
    const withSign = (sign: number): number =>
      members.filter((member) => entry(beta, member).compare(0n) === sign).length;
    const [above, below, zeros] = [withSign(1), withSign(-1), withSign(0)];
    const free = members.length - 1;
    positive += free * rank + (above - 1) * onKernel.positive + below * onKernel.negative;
    negative += free * rank + (above - 1) * onKernel.negative + below * onKernel.positive;
    zero +=
      free * (outputDimension - rank) + (free - zeros) * onKernel.zero + zeros * (inputDimension - rank);
  });
  return { positive, negative, zero };
}
