import { assumptionsIn } from "../coq/audit.js";
import { type Backend, CoqError, type ReportProgress } from "../coq/backend.js";
import { acknowledged, statementsText } from "../coq/checkProofs.js";
import type { Development } from "../coq/development.js";
import { spoiled } from "../coq/loopholes.js";
import { neededBy } from "../coq/shares.js";
import { changedSince, fingerprints } from "../coq/statements.js";
import { requiredBy } from "../coq/theory.js";
import { InputError } from "../exact/inputError.js";
import { THEOREM } from "./coqFile.js";

/** What Coq makes of a file that `coqFile` wrote: nothing if it accepts it, or its objection. */
export type CoqVerdict = { readonly accepted: true } | { readonly accepted: false; readonly reason: string };

/**
 * Lets Coq check a certificate: it compiles the theories that the soundness of the checker rests on, and then
 * the file, in which the checker runs on this certificate.
 *
 * @param file the text that `coqFile` made of the certificate.
 * @throws InputError if the statements aren't the acknowledged ones, or if the theories don't compile or have
 *   what the judge of proofs refuses.
 */
export async function checkByCoq(
  file: string,
  development: Development,
  backend: Backend,
  progress: ReportProgress,
): Promise<CoqVerdict> {
  requireAcknowledged(development);
  const theories = neededBy(requiredBy(file), development.theories);
  const steps = theories.length + 1;
  const failures = spoiled(theories);
  const compiled = await backend.compile(theories, (done, _, what) => {
    progress(done, steps, what);
  });
  for (const [name, failure] of [...failures, ...compiled])
    throw new InputError(`${name}.v: ${failure}`, "run `equiloss proofs`, and mend the proofs first");
  try {
    const printed = await backend.audit(`${file}Print Assumptions ${THEOREM}.\n`);
    const axioms = [...assumptionsIn(printed, [THEOREM]).values()].flat();
    progress(steps, steps, "the certificate");
    return axioms.length === 0
      ? { accepted: true }
      : { accepted: false, reason: `it would rest on ${axioms.join(", ")}` };
  } catch (error) {
    if (!(error instanceof CoqError)) throw error;
    return { accepted: false, reason: error.message };
  }
}

/** What a certificate shows is said in terms of the definitions of `Statements.v`. */
function requireAcknowledged(development: Development): void {
  const now = fingerprints(statementsText(development));
  const changed = changedSince(acknowledged(development), now);
  if (changed.length === 0) return;
  const names = changed.slice(0, 5).join(", ");
  throw new InputError(
    `Statements.v is not as it was acknowledged (${names}${changed.length > 5 ? ", …" : ""})`,
    "read it, then run `equiloss proofs --acknowledge`",
  );
}
