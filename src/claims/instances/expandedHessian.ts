import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { hessian } from "../../landscape/loss/hessian.js";
import { lossJet } from "../../landscape/loss/lossJet.js";
import type { RationalMatrix } from "../../landscape/loss/rationalMatrix.js";
import type { PointAbove } from "./pointsAbove.js";

/** A point of Γ̄, with the Hessians of the squared error at the critical point and at the point above it. */
export interface ExpandedHessian extends PointAbove {
  readonly narrow: RationalMatrix;
  readonly wide: RationalMatrix;
}

/** Hessians of critical points, each computed once. */
const hessiansBelow = new WeakMap<CriticalPoint, RationalMatrix>();

/** The Hessians of both widths by separate routes: automatic differentiation below, formulas above. */
export function expandedHessian(point: PointAbove): ExpandedHessian {
  const { below, surjection, beta } = point;
  const { network, data, activation } = below;
  let narrow = hessiansBelow.get(below);
  if (narrow === undefined) {
    const rows = lossJet(network, data, activation, squaredError).hessian;
    narrow = overOneDenominator(rows.map((row) => RationalVector.fromRationals([...row])));
    hessiansBelow.set(below, narrow);
  }
  const above = expandCritical(network, surjection, beta);
  return { ...point, narrow, wide: hessian(above, data, activation, squaredError) };
}
