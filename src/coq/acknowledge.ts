import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assumptionsIn, assumptionsText, auditText } from "./audit.js";
import type { Backend, ReportProgress } from "./backend.js";
import { ACKNOWLEDGED, ASSUMPTIONS, proofsIn } from "./checkProofs.js";
import { type Development, STATEMENTS } from "./development.js";
import { type Fingerprints, changedSince, fingerprints } from "./statements.js";

/**
 * Writes down that the definitions and statements as they are now have been read: `Audit.v`, and in `expected`
 * the hashes of the statements and the axioms that Coq prints.
 *
 * @returns the names whose definitions are new, changed or gone.
 * @throws CoqError if the proofs don't compile: nothing is written then.
 */
export async function acknowledge(
  development: Development,
  backend: Backend,
  progress: ReportProgress,
): Promise<string[]> {
  const { folder, theories, expected } = development;
  const proofs = proofsIn(development);
  const failures = await backend.compile(theories, progress);
  for (const [name, failure] of failures) throw new Error(`${name}.v: ${failure}`);
  const text = auditText(proofs);
  const theorems = proofs.map(({ statement }) => statement.theorem);
  const assumptions = assumptionsIn(await backend.audit(text), theorems);
  const now = fingerprints(theories.find(({ name }) => name === STATEMENTS)?.source ?? "");
  write(folder, "Audit.v", text);
  mkdirSync(join(folder, "expected"), { recursive: true });
  write(join(folder, "expected"), ASSUMPTIONS, assumptionsText(assumptions));
  write(join(folder, "expected"), ACKNOWLEDGED, `${JSON.stringify(now, undefined, 2)}\n`);
  return changedSince(JSON.parse(expected[ACKNOWLEDGED] ?? "{}") as Fingerprints, now);
}

/** All or nothing, so that an interrupted run leaves the old file. */
function write(folder: string, name: string, text: string): void {
  const partial = join(folder, `.${name}.partial`);
  writeFileSync(partial, text);
  renameSync(partial, join(folder, name));
}
