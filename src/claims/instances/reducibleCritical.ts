import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { squaredError } from "../../landscape/loss/cost.js";
import {
  type CriticalPoint,
  criticalResiduals,
  withResiduals,
} from "../../landscape/criticalPoints/criticalPoint.js";
import { specialFeature } from "../../landscape/criticalPoints/genericity.js";
import { gradient } from "../../landscape/loss/gradient.js";
import { loss } from "../../landscape/loss/loss.js";
import { unitScale } from "../../landscape/criticalPoints/randomCriticalPoint.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { reduce } from "../../network/reduction.js";
import type { Evidence } from "../evidence/claim.js";
import { POLYNOMIAL, QUOTIENT } from "./criticalInstances.js";
import { distinctPoints } from "./distinctPoints.js";
import { everyCase } from "../evidence/everyCase.js";
import { matrix, writtenNetwork } from "./written.js";

/** Networks with units that reduction drops: one of a = 0, and two whose outgoing weights cancel. */
const NETWORKS: readonly TwoLayerNetwork[] = [
  writtenNetwork("2; -3", "3; 0"),
  writtenNetwork("2; -3; -3", "3; 1; -1"),
];

const INPUTS = matrix("-2; -3/2; -2/5; 2/5; 3/4; 3/2");

/**
 * Reducible critical points. On their data Σ_k e_k σ(w·x_k) is 0 for the units that reduction drops, and
 * where a ≠ 0, so is Σ_k (a·e_k) σ'(w·x_k) x_k.
 */
export function reducibleCriticalPoints(): readonly CriticalPoint[] {
  const points = NETWORKS.flatMap((network) =>
    [POLYNOMIAL, QUOTIENT].map((activation) => {
      const basis = criticalResiduals(network, INPUTS, activation);
      const { numerators } = RationalVector.sum(
        INPUTS.length,
        basis.map((entries) => RationalVector.of(entries)),
      );
      return withResiduals(network, INPUTS, activation, numerators, unitScale(numerators));
    }),
  );
  return distinctPoints(points);
}

/**
 * Critical at a positive loss, in general position, and in no Θ̄. At a point of Θ̄ the outgoing vectors of
 * the copies of a unit add up to a_t ≠ 0, so reduction loses no incoming vector.
 */
export function checkReducible({ network, activation, data, residuals }: CriticalPoint): string | undefined {
  const special = specialFeature(network, data.inputs, activation, residuals);
  if (special !== undefined) return `a special point: ${special}`;
  if (!gradient(network, data, activation, squaredError).isZero()) return "the gradient is not 0";
  if (loss(network, data, activation, squaredError).equals(0n)) return "the loss is 0";
  const vectors = new Set(network.units.map(({ incoming }) => incoming.key));
  const left = new Set(reduce(network).irreducible.units.map(({ incoming }) => incoming.key));
  return left.size < vectors.size ? undefined : "it is in Θ̄ of its reduction";
}

/** Evidence for the simplest critical points that no symmetry induces. */
export const reducibleEvidence: Evidence = everyCase("reducible", {
  what:
    "critical at a positive loss, and a copy of no critical point's units: a unit with a = 0 and Σ_k e_k " +
    "σ(w·x_k) = 0, or two that cancel and Σ_k (a·e_k) σ'(w·x_k) x_k = 0 too",
  range: "either kind with a polynomial and a rational activation, d_in = d_out = 1, six data",
  expected: 4n,
  cases: reducibleCriticalPoints,
  check: checkReducible,
});
