import { inertia } from "../exact/inertia/inertia.js";
import { dot, timesVector } from "../exact/vectors/integerMatrix.js";
import { rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { CriticalPoint } from "../landscape/criticalPoints/criticalPoint.js";
import { criticalPointOfIndex } from "../landscape/criticalPoints/criticalSearch.js";
import { mixedDerivative, saddleDirection } from "../landscape/criticalPoints/saddleDirection.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { POLYNOMIAL, QUOTIENT, enoughPoints } from "./instances/criticalInstances.js";
import { distinctPoints } from "./instances/distinctPoints.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { type ExpandedHessian, expandedHessian } from "./instances/expandedHessian.js";
import { certifiedPoints, copiesText, pointsAbove } from "./instances/pointsAbove.js";

export const claim: Claim = {
  id: "ext-saddle",
  title: "Strict saddles above strict minima",
  statement:
    "If E_t = Σ_k e_k σ'(w_t·x_k) x_kᵀ ≠ 0 (possible only for d_out ≥ 2, as a_tᵀE_t = 0), every point of " +
    "Γ̄_s with k_t ≥ 2 is a strict saddle, even above a strict local minimum",
  source: "extension",
  hypotheses: ["θ^r irreducible and critical", "c and σ are C²"],
  evidence: [
    {
      name: "directions",
      kind: "exhaustive",
      run: ({ progress }) => {
        const points = saddleMinima();
        return exhaustive({
          what:
            "E_t ≠ 0 at an exact strict local minimum; above it the loss decreases in an exact direction, " +
            "and the inertia has a negative eigenvalue",
          range:
            `a minimum of ${SHAPES.length} shapes with d_out = 2 and two activations; every (k_1, …, k_r) ` +
            `with r < m ≤ r + ${EXTRA}, three lists β each`,
          expected: expectedCases(points),
          cases: cases(points),
          check: checkSaddle,
          progress,
        });
      },
    },
    certifiedPoints("ext-saddle", "the same minima, (k_1, …, k_r) and β", 48n, () => cases(saddleMinima())),
  ],
  floats: true,
  theorems: [
    "strict_saddles_above",
    "index_instance",
    "critical_is_stationary",
    "hessian_is_second_derivative",
    "second_derivative_test",
  ],
};

const EXTRA = 2;

const MOST_SEEDS = 40;

const SHAPES = [
  { r: 1, inputDimension: 1, outputDimension: 2 },
  { r: 2, inputDimension: 1, outputDimension: 2 },
  { r: 2, inputDimension: 2, outputDimension: 2 },
];

/** A point above a strict local minimum, with the unit that is copied. */
export interface SaddleCase extends ExpandedHessian {
  /** From 0. */
  readonly unit: number;
}

/** ε = ±2^−k is tried for k from 0 to this, until vᵀHv is negative. */
const LARGEST_EXPONENT = 40n;

/**
 * Below a strict local minimum, E_t ≠ 0 with a_tᵀE_t = 0; above, vᵀH_m v is negative for the direction v of
 * the proof with some ε, and the inertia has a negative eigenvalue.
 */
export function checkSaddle(item: SaddleCase): string | undefined {
  const { below, narrow, wide, unit } = item;
  const place = `at ${copiesText(item)}`;
  const lower = inertia(narrow.numerators);
  if (lower.negative + lower.zero > 0) return `not a strict minimum below ${place}`;
  const derivative = mixedDerivative(below, unit);
  if (derivative.every((row) => row.isZero())) return `E_t = 0 ${place}`;
  const outgoing = entry(below.network.units, unit).outgoing.toRationals();
  const image = RationalVector.sum(
    below.network.inputDimension,
    derivative.map((row, output) => row.times(entry(outgoing, output))),
  );
  if (!image.isZero()) return `a_tᵀE_t is not 0 ${place}`;
  if (!negativeDirection(item)) return `no ε makes the second variation negative ${place}`;
  return inertia(wide.numerators).negative >= 1 ? undefined : `no negative eigenvalue ${place}`;
}

function negativeDirection({ below, surjection, beta, wide, unit }: SaddleCase): boolean {
  for (let exponent = 0n; exponent <= LARGEST_EXPONENT; exponent++) {
    for (const sign of [1n, -1n]) {
      const epsilon = rational(sign, 1n << exponent);
      const direction = saddleDirection(below, surjection, beta, unit, epsilon);
      if (direction === undefined) return false;
      const { numerators } = direction;
      if (dot(numerators, timesVector(wide.numerators, numerators)) < 0n) return true;
    }
  }
  return false;
}

/** For every shape and activation the first strict local minimum at which no E_t is 0. */
export function saddleMinima(): readonly CriticalPoint[] {
  const minima = SHAPES.flatMap((shape) =>
    [POLYNOMIAL, QUOTIENT].map((activation) => {
      for (let seed = 1; seed <= MOST_SEEDS; seed++) {
        const request = { ...shape, points: enoughPoints(shape) + 1, activation, seed };
        const point = criticalPointOfIndex(request, 0);
        const vanishes = point.network.units.some((_, unit) =>
          mixedDerivative(point, unit).every((row) => row.isZero()),
        );
        if (!vanishes) return point;
      }
      throw new RangeError(`E_t = 0 for the first ${MOST_SEEDS} seeds`);
    }),
  );
  return distinctPoints(minima);
}

function* cases(points: readonly CriticalPoint[]): Generator<SaddleCase> {
  for (const point of pointsAbove(points, EXTRA)) {
    const unit = point.surjection.labelledBlocks.findIndex((members) => members.length > 1);
    if (unit >= 0) yield { ...expandedHessian(point), unit };
  }
}

/** Cases as for prop-4.4, without m = r: 2 for r = 1, 1 + 2 for r = 2, with three lists β each. */
const expectedCases = (points: readonly CriticalPoint[]): bigint =>
  points.reduce((sum, { network }) => sum + (network.units.length === 1 ? 6n : 9n), 0n);
