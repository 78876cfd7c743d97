import { realActivations } from "./checkedActivation.js";
import { checkCopiedUnits, checkSaddlesAbove } from "./curvatureChecks.js";
import { checkGammaFunctions, checkLayeredExpansions, checkPaths } from "./functionChecks.js";
import { checkCriticalGradients } from "./gradientChecks.js";
import { checkRatios } from "./ratioCheck.js";
import type { Outcome, Run } from "./run.js";

/** A check of a claim in floats. */
export interface Check {
  /** The claim's id. */
  readonly claim: string;
  readonly run: (run: Run) => Promise<Outcome>;
}

const TENTH = 10;

/** A check at a tenth of the points, which cost more to make than to evaluate; at least one an activation. */
function fewer(check: Check["run"]): Check["run"] {
  return (run) =>
    check({ ...run, points: Math.max(realActivations().length, Math.ceil(run.points / TENTH)) });
}

/** All checks, in the order of the claims. Gradients, curvatures and ratios ignore the number of points. */
export const CHECKS: readonly Check[] = [
  { claim: "def-3.2", run: checkGammaFunctions },
  { claim: "thm-3.1-path", run: fewer(checkPaths) },
  { claim: "prop-4.3", run: checkCriticalGradients },
  { claim: "prop-4.4", run: checkSaddlesAbove },
  { claim: "fig-6", run: checkRatios },
  { claim: "mlp-invariance", run: fewer(checkLayeredExpansions) },
  { claim: "ext-saddle", run: checkCopiedUnits },
];
