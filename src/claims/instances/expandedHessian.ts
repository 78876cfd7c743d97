import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { hessian } from "../../landscape/loss/hessian.js";
import { lossJet } from "../../landscape/loss/lossJet.js";
import type { RationalMatrix } from "../../landscape/loss/rationalMatrix.js";

/** A critical point, the point of Γ̄ above it, and both Hessians. */
export interface ExpandedHessian {
  readonly below: CriticalPoint;
  readonly surjection: LabelledPartition;
  readonly weights: readonly Rational[];
  readonly narrow: RationalMatrix;
  readonly wide: RationalMatrix;
}

/** Hessians of critical points, each computed once. */
const hessiansBelow = new WeakMap<CriticalPoint, RationalMatrix>();

/** By automatic differentiation, which shares nothing with what gives the Hessian above. */
function hessianBelow(below: CriticalPoint): RationalMatrix {
  const known = hessiansBelow.get(below);
  if (known !== undefined) return known;
  const { network, data, activation } = below;
  const rows = lossJet(network, data, activation, squaredError).hessian;
  const found = overOneDenominator(rows.map((row) => RationalVector.fromRationals([...row])));
  hessiansBelow.set(below, found);
  return found;
}

/**
 * Both Hessians of the squared error, at a critical point and at the point with weights β above it, by two
 * routes.
 */
export function expandedHessian(
  below: CriticalPoint,
  surjection: LabelledPartition,
  weights: readonly Rational[],
): ExpandedHessian {
  const { network, data, activation } = below;
  const above = expandCritical(network, surjection, weights);
  return {
    below,
    surjection,
    weights,
    narrow: hessianBelow(below),
    wide: hessian(above, data, activation, squaredError),
  };
}
