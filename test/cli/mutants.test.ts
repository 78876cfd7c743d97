import { describe, expect, it } from "vitest";
import type { VerificationResult } from "../../src/claims/claimResult.js";
import { MutableBuild, type Mutant } from "./mutants.js";

const W_HALF: Mutant = {
  file: "landscape/gradient.js",
  from: "columns.map((column) => dot(column, force.numerators))",
  to: "columns.map((column, at) => (at < network.inputDimension ? 2n : 1n) * dot(column, force.numerators))",
};
const JACOBIAN: Mutant = {
  file: "landscape/jacobian.js",
  from: "weight * slope * coordinate",
  to: "2n * weight * slope * coordinate",
};
const CURVATURE: Mutant = {
  file: "landscape/pointPass.js",
  from: "rational(2n * (numerators[2] ?? 0n), denominator)",
  to: "rational((n === 0n ? 2n : 5n) * (numerators[2] ?? 0n), denominator)",
};
const CHECKED_CURVATURE: Mutant = {
  file: "checker/loss.js",
  from: "ratio((n2 * q - n * q2) * q - 2n * q1 * turn, q * q * q)",
  to: "ratio((u === 0n ? 2n : 5n) * ((n2 * q - n * q2) * q - 2n * q1 * turn), 2n * q * q * q)",
};

/** Errors that leave zeros zero, that both sides could share, or that lie beyond what is tabulated. */
const MUTANTS: readonly (readonly [
  what: string,
  mutants: readonly Mutant[],
  claim: string,
  failure: RegExp,
])[] = [
  ["the gradient's half of w is doubled", [W_HALF], "def-4.1", /^∇L_m = .* by automatic differentiation /],
  [
    "∂f/∂w is doubled in J and the Hessian alike",
    [JACOBIAN],
    "cooper-2.3",
    /^the Hessian is another by automatic differentiation$/,
  ],
  ["∂f/∂w is doubled everywhere", [JACOBIAN], "def-4.1", /^∇L_m = .* by automatic differentiation /],
  [
    "σ'' is wrong where w·x is not 0",
    [CURVATURE],
    "open-strict-saddles",
    /^(the second variation is |inertias )/,
  ],
  ["σ'' is wrong where w·x is not 0", [CURVATURE], "prop-4.4", /^H_r is not MᵀH_mM /],
  ["σ'' is wrong there for the checker", [CHECKED_CURVATURE], "open-strict-saddles", /^rejected by rule /],
  [
    "σ'' is wrong there on both sides",
    [CURVATURE, CHECKED_CURVATURE],
    "open-strict-saddles",
    /^the second variation is /,
  ],
  [
    "the mixed term of the Hessian is doubled",
    ["force", "x"].map((half) => ({
      file: "landscape/unitTerms.js",
      from: `${half}.numerators.map((right) => slope * left * right)`,
      to: `${half}.numerators.map((right) => 2n * slope * left * right)`,
    })),
    "prop-4.4",
    /^H_r is not MᵀH_mM /,
  ],
  [
    "thresholds beyond r = 60 are one off",
    [
      {
        file: "combinatorics/threshold.js",
        from: "    return failing;\n",
        to: "    return failing + (r > 60 ? 1 : 0);\n",
      },
    ],
    "ext-threshold",
    /^eq\. \(6\) holds at \(61,\d+\), said to be the last failing m$/,
  ],
  [
    "every invariant factor is 1",
    [
      {
        file: "exact/smithForm.js",
        from: "factors.push(pivot < 0n ? -pivot : pivot)",
        to: "factors.push(1n)",
      },
    ],
    "ext-topology",
    /^the projective plane on six vertices has Z\^1, Z\^0, Z\^0, not Z\^1, Z\^0 \+ Z\/2, Z\^0$/,
  ],
  [
    "the derivatives of the first matrix are doubled",
    [
      {
        file: "landscape/layerGradient.js",
        from: "change.mul(value)",
        to: "change.mul(value).mul(layer === 0 ? 2n : 1n)",
      },
    ],
    "mlp-critical",
    /^∂L\/∂V\^\(1\)_\{1,1\} is not β_1 times that below /,
  ],
  [
    "random networks may be constant",
    [{ file: "landscape/randomCriticalPoint.js", from: "(weights) => !weights.isZero()", to: "() => true" }],
    "open-strict-saddles",
    /^stopped by an error: no random critical point was found /,
  ],
  [
    "zero groups are kept where there are four groups",
    [
      {
        file: "network/reduction.js",
        from: "group.outgoing.isZero() ? 0 - zeroBlocks++",
        to: "group.outgoing.isZero() && groups.length < 4 ? 0 - zeroBlocks++",
      },
    ],
    "def-3.1",
    /^ends at /,
  ],
];

/** The failures of a run, by evidence. */
function failures(stdout: string): string[] {
  const { claims } = JSON.parse(stdout) as VerificationResult;
  return claims.flatMap(({ verdicts }) =>
    verdicts.flatMap((verdict) => ("failure" in verdict ? [verdict.failure ?? ""] : [])),
  );
}

const build = new MutableBuild();

describe("verify fails where the code is wrong", () => {
  it.each(MUTANTS)("%s", (_, mutants, claim, failure) => {
    const { status, stdout } = build.verify(mutants, [claim]);
    expect(status).toBe(1);
    expect(failures(stdout)).toContainEqual(expect.stringMatching(failure));
  });

  it("and holds where nothing is changed", () => {
    const claims = [...new Set(MUTANTS.map(([, , claim]) => claim))];
    const { status, stdout } = build.verify([], claims);
    expect([status, failures(stdout)]).toEqual([0, []]);
  });
});
