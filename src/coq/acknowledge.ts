import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumptionsIn, assumptionsText, auditText, axiomsByGroups } from "./audit.js";
import { InputError } from "../exact/inputError.js";
import { type Backend, CoqError, type ReportProgress } from "./backend.js";
import { ACKNOWLEDGED, ASSUMPTIONS, acknowledged, proofsIn, statementsText } from "./checkProofs.js";
import type { Development } from "./development.js";
import { changedSince, fingerprints } from "./statements.js";
import { theoremMap, withTheoremMap } from "./theoremMap.js";
import { VECTORS, vectorsText } from "./vectors.js";

/**
 * Records that a person has read the definitions and statements as they are. It writes `Audit.v`; in
 * `expected` the hashes of the statements, the axioms that Coq prints and the values that it computes; and
 * the table of theorems in the README.
 *
 * @returns the names whose definitions are new, changed or gone.
 * @throws InputError if Coq doesn't accept the proofs: nothing is written then.
 */
export async function acknowledge(
  development: Development,
  backend: Backend,
  progress: ReportProgress,
): Promise<string[]> {
  const { folder, theories } = development;
  const proofs = proofsIn(development);
  const failures = await backend.compile(theories, progress);
  for (const [name, failure] of failures) throw refused(`${name}.v: ${failure}`);
  const assumptions = await axiomsByGroups(backend, proofs, async (group) =>
    assumptionsIn(
      await accepted("Audit.v", () => backend.audit(auditText(group))),
      group.map(({ statement }) => statement.theorem),
    ),
  );
  const vectors = await accepted("Queries.v", () => vectorsText(development, backend));
  const now = fingerprints(statementsText(development));
  write(folder, "Audit.v", auditText(proofs));
  mkdirSync(join(folder, "expected"), { recursive: true });
  write(join(folder, "expected"), ASSUMPTIONS, assumptionsText(assumptions));
  write(join(folder, "expected"), VECTORS, vectors);
  write(join(folder, "expected"), ACKNOWLEDGED, `${JSON.stringify(now, undefined, 2)}\n`);
  const readme = join(folder, "README.md");
  if (existsSync(readme))
    write(folder, "README.md", withTheoremMap(readFileSync(readme, "utf8"), theoremMap(proofs, assumptions)));
  return changedSince(acknowledged(development), now);
}

/** What Coq printed for a file. Throws an InputError if Coq rejects it. */
async function accepted(file: string, ask: () => Promise<string>): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof CoqError ? refused(`${file}: ${error.message}`) : error;
  }
}

const refused = (problem: string): InputError =>
  new InputError(`nothing was acknowledged; ${problem}`, "mend the proofs first");

/** Replaces a file in one step, so that an interrupted run leaves the old one. */
function write(folder: string, name: string, text: string): void {
  const partial = join(folder, `.${name}.partial`);
  writeFileSync(partial, text);
  renameSync(partial, join(folder, name));
}
