import { inertia } from "../exact/inertia/inertia.js";
import { product, timesVector, transpose } from "../exact/vectors/integerMatrix.js";
import type { CriticalPoint } from "../landscape/criticalPoints/criticalPoint.js";
import { criticalPointOfIndex } from "../landscape/criticalPoints/criticalSearch.js";
import { expansionMap } from "../landscape/criticalPoints/expansionMap.js";
import { criticalSubspace } from "../manifold/subspaces/criticalSubspace.js";
import { parameterCount } from "../manifold/subspaces/parameterSpace.js";
import { properties } from "../../properties/prop-4.4.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { POLYNOMIAL, smallCriticalPoints } from "./instances/criticalInstances.js";
import { distinctPoints } from "./instances/distinctPoints.js";
import { type ExpandedHessian, expandedHessian } from "./instances/expandedHessian.js";
import {
  certifiedPoints,
  copiesText,
  pointsAbove,
  sampleBetas,
  surjectionShapes,
} from "./instances/pointsAbove.js";

const EXTRA = 2;

export const claim: Claim = {
  id: "prop-4.4",
  title: "Hessian at symmetry-induced critical points",
  statement:
    "At every point of Θ̄_{r→m}(θ^r) the Hessian has at least m − r zero eigenvalues, and H_r = MᵀH_mM for " +
    "the linear map M that copies units, so that above a strict saddle there are only strict saddles. (The " +
    "paper says 'has (m − r) zero eigenvalues'; there can be more, for example if some β_i is 0)",
  source: "Şimşek et al. 2021, Prop. 4.4",
  hypotheses: ["θ^r irreducible and critical", "c and σ are C²"],
  evidence: [
    everyCase("hessians", {
      what:
        "H_r = MᵀH_mM, with H_r by automatic differentiation and H_m by the chain rule; the directions of " +
        "Γ̄ lie in the kernel of H_m; H_m has at least as many negative eigenvalues as H_r; all exactly",
      range:
        "an exact critical point of each r, d_in, d_out ≤ 2 with a polynomial and a rational activation, " +
        `and a saddle; every (k_1, …, k_r) with m ≤ r + ${EXTRA}, three lists β each`,
      expected: () => expectedCases(hessianPoints()),
      cases,
      check: checkHessians,
    }),
    certifiedPoints("prop-4.4", "the same critical points, the last (k_1, …, k_r) and equal β", 17n, () =>
      hessianPoints().flatMap((below) => {
        const surjection = surjectionShapes(below.network.units.length, EXTRA).at(-1);
        const beta = surjection === undefined ? undefined : sampleBetas(surjection)[0];
        return surjection === undefined || beta === undefined ? [] : [{ below, surjection, beta }];
      }),
    ),
  ],
  properties,
  floats: true,
  theorems: [
    "inertia_unique",
    "inertia_exists",
    "critical_points_copied",
    "hessian_pulled_back",
    "null_directions",
    "inertia_never_falls",
    "zero_eigenvalues_above",
    "index_for_one_output",
    "critical_is_stationary",
    "variations_are_linear",
    "derivatives_unique",
    "coordinates_do_not_matter",
    "hessian_is_second_derivative",
  ],
};

/** H_r = MᵀH_mM; H_m is 0 on the m − r directions of Γ̄; it has at least the negative eigenvalues of H_r. */
export function checkHessians(item: ExpandedHessian): string | undefined {
  const { below, surjection, beta, narrow, wide } = item;
  const { inputDimension, outputDimension } = below.network;
  const space = { inputDimension, outputDimension, width: surjection.r };
  const place = `at ${copiesText(item)}`;
  const map = expansionMap(space, surjection, beta);
  const columns = parameterCount(space);
  const rows = wide.numerators.length;
  const pulled = product(
    transpose(map.numerators, columns),
    product(wide.numerators, map.numerators, columns),
    columns,
  );
  const scale = map.denominator ** 2n * wide.denominator;
  const differs = pulled.some((row, i) =>
    row.some((value, j) => value * narrow.denominator !== entry(entry(narrow.numerators, i), j) * scale),
  );
  if (differs) return `H_r is not MᵀH_mM ${place}`;
  const { directions } = criticalSubspace(below.network, surjection);
  if (directions.length !== surjection.m - surjection.r) return `${directions.length} directions ${place}`;
  const moved = directions.some((direction) =>
    timesVector(wide.numerators, direction.numerators).some((entry) => entry !== 0n),
  );
  if (moved) return `a direction of Γ̄ is not in the kernel of H_m ${place}`;
  const [lower, upper] = [inertia(narrow.numerators), inertia(wide.numerators)];
  if (upper.zero < surjection.m - surjection.r) return `${upper.zero} zero eigenvalues of ${rows} ${place}`;
  return upper.negative >= lower.negative
    ? undefined
    : `${upper.negative} negative eigenvalues above, ${lower.negative} below, ${place}`;
}

/** Critical points of small shapes, and a saddle of index 1. */
export function hessianPoints(): readonly CriticalPoint[] {
  const request = { r: 2, inputDimension: 1, outputDimension: 1, points: 6, activation: POLYNOMIAL, seed: 1 };
  return distinctPoints([...smallCriticalPoints(), criticalPointOfIndex(request, 1)]);
}

function* cases(): Generator<ExpandedHessian> {
  for (const point of pointsAbove(hessianPoints(), EXTRA)) yield expandedHessian(point);
}

/**
 * Partitions of m into r parts, r ≤ m ≤ r + 2: 3 for r = 1, 1 + 1 + 2 for r = 2; three lists β each.
 */
const expectedCases = (points: readonly CriticalPoint[]): bigint =>
  points.reduce((sum, { network }) => sum + (network.units.length === 1 ? 9n : 12n), 0n);
