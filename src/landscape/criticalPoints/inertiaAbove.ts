import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { certifiedNullspace } from "../../exact/matrices/certifiedNullspace.js";
import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { clearDenominators, dot, timesVector } from "../../exact/vectors/integerMatrix.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import { mixedDerivative, unitAt } from "./saddleDirection.js";
import type { UnitsOnData } from "./unitsOnData.js";

/**
 * B_t = Σ_k (a_t·∂c_k) σ''(w_t·x_k) x_k x_kᵀ of unit t: the second derivatives of its contribution to the
 * outputs in w_t, weighted by the gradients of the cost.
 *
 * @param unit t, from 0.
 * @returns d_in rows.
 * @throws RangeError if there is no such unit.
 * @example unitCurvature(minimum, 0).length === minimum.network.inputDimension
 */
export function unitCurvature(
  { network, activation, data, residuals }: UnitsOnData,
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
export function copiedUnit(narrow: UnitsOnData, unit: number): CopiedUnit {
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

/** How many copies of a unit have a share β > 0, < 0 and = 0. At least one is positive, as their sum is 1. */
export interface ShareSigns {
  readonly positive: number;
  readonly negative: number;
  readonly zero: number;
}

/** The signs of the shares of one unit's copies. */
export function shareSigns(shares: readonly Rational[]): ShareSigns {
  const count = (sign: number): number => shares.filter((share) => share.compare(0n) === sign).length;
  return { positive: count(1), negative: count(-1), zero: count(0) };
}

/**
 * What copies of a unit add to the inertia of the Hessian: k − 1 times rank E_t of either sign, and the
 * inertia of diag(β) ⊗ B_t|ker E_t on {β·ω = 0}, where diag(β) has the inertia (n₊ − 1, n₋, n₀).
 *
 * @param outputDimension d_out. That of B_t|ker E_t and the rank of E_t have the sum d_in.
 * @example addedByCopies({ rank: 0, onKernel: { positive: 1, negative: 0, zero: 0 } },
 *   { positive: 1, negative: 1, zero: 0 }, 1) // { positive: 0, negative: 1, zero: 1 }
 */
export function addedByCopies(
  { rank, onKernel }: CopiedUnit,
  { positive, negative, zero }: ShareSigns,
  outputDimension: number,
): Inertia {
  const more = positive + negative + zero - 1;
  const kernel = onKernel.positive + onKernel.negative + onKernel.zero;
  return {
    positive: more * rank + (positive - 1) * onKernel.positive + negative * onKernel.negative,
    negative: more * rank + (positive - 1) * onKernel.negative + negative * onKernel.positive,
    zero: more * (outputDimension - rank) + (more - zero) * onKernel.zero + zero * kernel,
  };
}

/**
 * The inertia of the Hessian at the point of Γ̄ with shares β above a network, critical or not: that of the
 * network, and what the copies of each unit add (`addedByCopies`).
 *
 * Proof: on each block put δa_i = β_i α + α_i, Σα_i = 0, and δw_i = u + ω_i, Σβ_iω_i = 0. The units' sum Σ_i
 * a_i σ(w_i·x) changes as that of the network does for (α, u), and to second order by Σ_i α_i σ'(w·x) ω_i·x
 * + ½ β_i a σ''(w·x) (ω_i·x)² besides: all other terms have a factor Σα_i or Σβ_iω_i. So the second variation
 * is that of the network at (α, u), plus Σ_i 2α_iᵀE_tω_i + β_iω_iᵀB_tω_i, without mixed terms, whatever the
 * cost; the gradient need not be 0. {Σα_i = 0} and {Σβ_iω_i = 0} pair perfectly, as Σβ_i = 1. So E_t gives
 * (k − 1)·rank E_t hyperbolic planes, and what is left of the ω_i lies in ker E_t.
 *
 * Of one hidden layer of several, the same proof holds with all other parameters in the place of (α, u),
 * since x changes with Σβ_iω_i = 0 and Σα_i = 0 only. Copies in the layers before and after change neither
 * the rank of E_t nor the signs of B_t|ker E_t. So the numbers of positive and of negative eigenvalues that
 * the units of all layers add have a sum. For copies of one unit and d_out = 1 see Fukumizu and Amari (2000)
 * and Fukumizu et al. (2019).
 *
 * @param narrow the units of width r: a critical point, or {@link unitsOnData} for any cost.
 * @param narrowInertia the inertia of the Hessian there.
 * @param beta β_1, …, β_m, of sum 1 on each block of the surjection.
 * @example inertiaAbove(minimum, { positive: 2, negative: 0, zero: 0 }, LabelledPartition.of([1, 1], 1),
 *   [rational(2n), rational(-1n)]) // { positive: 2, negative: 1, zero: 1 }
 */
export function inertiaAbove(
  narrow: UnitsOnData,
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
  const { outputDimension } = narrow.network;
  return sumOverUnits(narrowInertia, surjection, beta, (unit, signs) =>
    addedByCopies(copiedUnit(narrow, unit), signs, outputDimension),
  );
}

/** An inertia, and what the copies of each unit add to it. */
export function sumOverUnits(
  narrowInertia: Inertia,
  surjection: LabelledPartition,
  beta: readonly Rational[],
  added: (unit: number, signs: ShareSigns) => Inertia,
): Inertia {
  return surjection.labelledBlocks.reduce(
    (sum, members, unit) => plus(sum, added(unit, shareSigns(members.map((member) => entry(beta, member))))),
    narrowInertia,
  );
}

function plus(left: Inertia, right: Inertia): Inertia {
  return {
    positive: left.positive + right.positive,
    negative: left.negative + right.negative,
    zero: left.zero + right.zero,
  };
}
