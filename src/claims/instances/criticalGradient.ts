import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { betaGrid, betaGridSize } from "../../landscape/criticalPoints/betaGrid.js";
import { squaredError } from "../../landscape/loss/cost.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { gradient } from "../../landscape/loss/gradient.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Evidence } from "../evidence/claim.js";
import { smallCriticalPoints, surjectionShapes } from "./criticalInstances.js";
import { certifiedPoints } from "./criticalCertificates.js";
import { everyCase } from "../evidence/everyCase.js";

const EXTRA = 2;

/**
 * Degree in the free weights β of every coordinate of the gradient above a critical point: the residuals of
 * the squared error are of degree 1, as the outputs are, and for w_i they are multiplied by a_i = β_i a_t.
 */
const DEGREE = 2;

/** A point above a critical point of a narrower network. */
export interface GradientCase {
  readonly below: CriticalPoint;
  readonly surjection: LabelledPartition;
  readonly weights: readonly Rational[];
  readonly above: TwoLayerNetwork;
}

export function gradientCase(
  below: CriticalPoint,
  surjection: LabelledPartition,
  weights: readonly Rational[],
): GradientCase {
  return { below, surjection, weights, above: expandCritical(below.network, surjection, weights) };
}

/** The gradient is exactly 0, at residuals that are not. */
export function checkGradient({ below, surjection, weights, above }: GradientCase): string | undefined {
  const place = `at g = [${surjection.key}], β = (${weights.map((weight) => weight.toFraction()).join(", ")})`;
  if (below.residuals.every((residual) => residual.isZero())) return `the loss is 0 ${place}`;
  const found = gradient(above, below.data, below.activation, squaredError);
  return found.isZero() ? undefined : `the gradient is (${found.toStrings().join(", ")}) ${place}`;
}

function* cases(): Generator<GradientCase> {
  for (const below of smallCriticalPoints()) {
    for (const surjection of surjectionShapes(below.network.units.length, EXTRA)) {
      for (const weights of betaGrid(surjection, DEGREE)) yield gradientCase(below, surjection, weights);
    }
  }
}

function expectedCases(points: readonly CriticalPoint[]): bigint {
  return points
    .flatMap(({ network }) => surjectionShapes(network.units.length, EXTRA))
    .reduce((sum, surjection) => sum + betaGridSize(surjection, DEGREE), 0n);
}

/** The same at one point above each critical point, judged by the independent checker. */
export const criticalPoints: Evidence = certifiedPoints(
  "prop-4.3",
  "the same critical points, the first unit copied twice, with weights 2 and −1 for the two",
  16n,
  () =>
    smallCriticalPoints().map((below) => {
      const width = below.network.units.length;
      const labels = Array.from({ length: width }, (_, index) => index + 1);
      return {
        below,
        surjection: LabelledPartition.of([...labels, 1], width),
        weights: [...labels, 1].map((label, place) => rational(label > 1 ? 1n : place === 0 ? 2n : -1n)),
      };
    }),
);

/** That all points of the critical subspaces are critical, as a polynomial identity in β. */
export const criticalGradient: Evidence = everyCase("gradient", {
  what:
    "the gradient is 0 for every β: it is a polynomial of degree 2 in β, exactly 0 on a grid that " +
    "determines one",
  range:
    `an exact critical point of each r, d_in, d_out ≤ 2 with a polynomial and a rational activation; ` +
    `every (k_1, …, k_r) with m ≤ r + ${EXTRA}`,
  expected: () => expectedCases(smallCriticalPoints()),
  cases,
  check: checkGradient,
});
