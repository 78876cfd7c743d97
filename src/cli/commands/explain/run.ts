import { USUAL_MAX_M } from "../../../claims/evidence/ranged.js";
import { entry } from "../../../exact/entry.js";
import { claimsNamed } from "../../options/claimArguments.js";
import { proofsIn } from "../../../coq/checkProofs.js";
import { readDevelopment } from "../../../coq/development.js";
import { seedOption } from "../../options/seedOption.js";
import { failed } from "../../../claims/evidence/claimResult.js";
import { DEFAULT_MEMORY } from "../../options/memory.js";
import { allRefused } from "../../../claims/controls/control.js";
import { EXIT, complain } from "../../terminal/errors.js";
import { printResult } from "../outputs.js";
import { OWN_PROOFS } from "../proofs/ownProofs.js";
import { controlsLine } from "../verify/reporters/wording.js";
import { verifyClaims } from "../verify/allEvidence.js";
import { type Explanations, explanation, explanationLines } from "./report.js";

/** Options of `equiloss explain`. */
export interface ExplainOptions {
  readonly json?: boolean;
}

/**
 * Runs `equiloss explain claim…`: the evidence of the claims too, so that verdicts and counterexamples are
 * those of this run. Returns the exit code.
 */
export async function runExplain(names: readonly string[], options: ExplainOptions): Promise<number> {
  const claims = claimsNamed(names);
  const result = await verifyClaims({
    claims,
    maxM: USUAL_MAX_M,
    seed: seedOption(undefined),
    maxMemory: DEFAULT_MEMORY,
    proofs: "kept",
    required: undefined,
  });
  const proofs = proofsIn(readDevelopment(OWN_PROOFS));
  const explained = claims.map((claim, index) =>
    explanation(claim, entry(result.claims, index), result.proofs, proofs),
  );
  const explanations: Explanations = { claims: explained };
  printResult(options, "explain", explanations, () => explained.map(explanationLines).join("\n\n"));
  // What accepts a planted error has shown nothing by accepting.
  const isSound = allRefused(result.controls);
  if (!isSound) complain(controlsLine(result));
  return isSound && !explained.some(({ verdicts }) => verdicts.some(failed)) ? EXIT.held : EXIT.failed;
}
