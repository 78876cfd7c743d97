import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { rational } from "../../exact/numbers/rational.js";
import { betaGrid, betaGridSize } from "../../landscape/criticalPoints/betaGrid.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { gradient } from "../../landscape/loss/gradient.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";
import { smallCriticalPoints } from "./criticalInstances.js";
import {
  type PointAbove,
  certifiedPoints,
  copiesText,
  pointsAbove,
  surjectionShapes,
} from "./pointsAbove.js";

const EXTRA = 2;

/**
 * The degree in β of each coordinate of the gradient above a critical point. The residuals of the squared
 * error have degree 1, as the outputs have, and the derivative for w_i has the further factor a_i = β_i a_t.
 */
const DEGREE = 2;

/** The gradient is exactly 0, and the residuals are not. */
export function checkGradient(point: PointAbove, expand = expandCritical): string | undefined {
  const { network, data, activation, residuals } = point.below;
  const place = `at ${copiesText(point)}`;
  if (residuals.every((residual) => residual.isZero())) return `the loss is 0 ${place}`;
  const above = expand(network, point.surjection, point.beta);
  const derivatives = gradient(above, data, activation, squaredError);
  return derivatives.isZero()
    ? undefined
    : `the gradient is (${derivatives.toStrings().join(", ")}) ${place}`;
}

/** The independent checker accepts one point above each critical point. */
export const criticalPoints: Evidence = certifiedPoints(
  "prop-4.3",
  "the same critical points, the first unit copied twice, with weights 2 and −1 for the two",
  16n,
  () =>
    smallCriticalPoints().map((below) => {
      const labels = below.network.units.map((_, unit) => unit + 1);
      const beta = [2n, ...labels.slice(1).map(() => 1n), -1n].map((factor) => rational(factor));
      return { below, surjection: LabelledPartition.of([...labels, 1], labels.length), beta };
    }),
);

/** All points of the critical subspaces are critical, by a polynomial identity in β. */
export const criticalGradient: Evidence = everyCase("gradient", {
  what:
    "the gradient is 0 for every β: it is a polynomial of degree 2 in β, exactly 0 on a grid that " +
    "determines one",
  range:
    `an exact critical point of each r, d_in, d_out ≤ 2 with a polynomial and a rational activation; ` +
    `every (k_1, …, k_r) with m ≤ r + ${EXTRA}`,
  expected: () =>
    smallCriticalPoints()
      .flatMap(({ network }) => surjectionShapes(network.units.length, EXTRA))
      .reduce((sum, surjection) => sum + betaGridSize(surjection, DEGREE), 0n),
  cases: () => pointsAbove(smallCriticalPoints(), EXTRA, (surjection) => betaGrid(surjection, DEGREE)),
  check: (point) => checkGradient(point),
});
