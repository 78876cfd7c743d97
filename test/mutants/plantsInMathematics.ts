import type { Edit, Plant } from "./plants.js";

const edit = (file: string, find: string, replace: string): Edit => ({ file, find, replace });

const W_HALF = edit(
  "landscape/loss/gradient.js",
  "columns.map((column) => dot(column, force.numerators))",
  "columns.map((column, at) => (at < network.inputDimension ? 2n : 1n) * dot(column, force.numerators))",
);
const JACOBIAN = edit(
  "landscape/loss/jacobian.js",
  "weight * slope * coordinate",
  "2n * weight * slope * coordinate",
);
const CURVATURE = edit(
  "landscape/loss/pointPass.js",
  "rational(2n * entry(numerators, 2), denominator)",
  "rational((n === 0n ? 2n : 5n) * entry(numerators, 2), denominator)",
);
const CHECKED_CURVATURE = edit(
  "checker/activation.js",
  "ratio(second, q * q * q)",
  "ratio((u === 0n ? 2n : 5n) * second, 2n * q * q * q)",
);

/**
 * Errors in the mathematics that leave zeros zero, that both sides of a comparison could share, or that lie
 * beyond the tables.
 */
export const MATHEMATICS: readonly Plant[] = [
  {
    name: "the gradient's half of w is doubled",
    edits: [W_HALF],
    claims: ["def-4.1"],
    by: /^∇L_m = .* by automatic differentiation /,
  },
  {
    name: "∂f/∂w is doubled in J and the Hessian alike",
    edits: [JACOBIAN],
    claims: ["cooper-2.3"],
    by: /^the Hessian is another by automatic differentiation$/,
  },
  {
    name: "∂f/∂w is doubled everywhere",
    edits: [JACOBIAN],
    claims: ["def-4.1"],
    by: /^∇L_m = .* by automatic differentiation /,
  },
  {
    name: "σ'' is wrong where w·x is not 0",
    edits: [CURVATURE],
    claims: ["open-strict-saddles"],
    by: /^(the second variation is |inertias )/,
  },
  {
    name: "σ'' is wrong where w·x is not 0, seen below",
    edits: [CURVATURE],
    claims: ["prop-4.4"],
    by: /^H_r is not MᵀH_mM /,
  },
  {
    name: "σ'' is wrong there for the checker",
    edits: [CHECKED_CURVATURE],
    claims: ["open-strict-saddles"],
    by: /^rejected by rule /,
  },
  {
    name: "σ'' is wrong there on both sides",
    edits: [CURVATURE, CHECKED_CURVATURE],
    claims: ["open-strict-saddles"],
    by: /^the second variation is /,
  },
  {
    name: "the mixed term of the Hessian is doubled",
    edits: ["force", "x"].map((half) => ({
      file: "landscape/loss/unitTerms.js",
      find: `${half}.numerators.map((right) => slope * left * right)`,
      replace: `${half}.numerators.map((right) => 2n * slope * left * right)`,
    })),
    claims: ["prop-4.4"],
    by: /^H_r is not MᵀH_mM /,
  },
  {
    name: "thresholds beyond r = 60 are one off",
    edits: [edit("combinatorics/asymptotics/threshold.js", "counts.m - 1;", "counts.m - (r > 60 ? 0 : 1);")],
    claims: ["ext-threshold"],
    by: /^eq\. \(6\) holds at \(61,\d+\), said to be the last failing m$/,
  },
  {
    name: "every invariant factor is 1",
    edits: [edit("exact/matrices/smithForm.js", "factors.push(magnitude(pivot))", "factors.push(1n)")],
    claims: ["ext-topology"],
    by: /^the projective plane on six vertices has Z\^1, Z\^0, Z\^0, not Z\^1, Z\^0 \+ Z\/2, Z\^0$/,
  },
  {
    name: "the derivatives of the first matrix are doubled",
    edits: [
      edit(
        "landscape/loss/multiLayerGradient.js",
        "entry(values, layer))",
        "entry(values, layer)).times(rational(layer === 0 ? 2n : 1n))",
      ),
    ],
    claims: ["mlp-critical"],
    by: /^∂L\/∂V\^\(1\)_\{1,1\} is not β_1 times that below /,
  },
  {
    name: "random networks may be constant",
    edits: [
      edit("landscape/criticalPoints/randomCriticalPoint.js", "(weights) => !weights.isZero()", "() => true"),
    ],
    claims: ["open-strict-saddles"],
    by: /^stopped by an error: no random critical point was found /,
  },
  {
    name: "zero groups are kept where there are four groups",
    edits: [
      edit(
        "network/reduction.js",
        "outgoing.isZero() ? 0 - zeroBlocks++",
        "outgoing.isZero() && groups.size < 4 ? 0 - zeroBlocks++",
      ),
    ],
    claims: ["def-3.1"],
    by: /^ends at /,
  },
  {
    name: "Γ_P without the directions of w",
    edits: [edit("manifold/subspaces/gammaSubspace.js", "...incomingDirections(space, group),", "")],
    claims: ["thm-3.1-dim"],
    by: /./,
  },
];
