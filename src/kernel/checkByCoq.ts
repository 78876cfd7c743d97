import { assumptionsIn } from "../coq/audit.js";
import { type Backend, CoqError, type ReportProgress } from "../coq/backend.js";
import type { Development } from "../coq/development.js";
import { spoiled } from "../coq/loopholes.js";
import { neededBy } from "../coq/shares.js";
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
 * @throws InputError if the theories don't compile, or have what the judge of proofs refuses.
 */
export async function checkByCoq(
  file: string,
  development: Development,
  backend: Backend,
  progress: ReportProgress,
): Promise<CoqVerdict> {
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
