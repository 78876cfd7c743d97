import { acknowledge } from "../../../coq/acknowledge.js";
import type { Backend, BackendChoice } from "../../../coq/backend.js";
import { keepRun } from "../../../coq/cache.js";
import { checkProofs } from "../../../coq/checkProofs.js";
import { chooseBackend } from "../../../coq/choice.js";
import { type Development, readDevelopment } from "../../../coq/development.js";
import { type ProofRun, checkedBy, isProved } from "../../../coq/proofRun.js";
import { EXIT } from "../../terminal/errors.js";
import { print } from "../../terminal/output.js";
import { printResult } from "../outputs.js";
import { type Hear, measured } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { fitted } from "../../terminal/wrapped.js";
import { interruptible } from "../../threads/interruptible.js";
import { OWN_PROOFS } from "./ownProofs.js";

/** Options of `equiloss proofs`. */
export interface ProofsOptions {
  readonly backend: BackendChoice;
  readonly acknowledge?: boolean;
  readonly json?: boolean;
}

/** Runs `equiloss proofs [folder]`. Returns the exit code. */
export async function runProofs(folder: string | undefined, options: ProofsOptions): Promise<number> {
  const development = readDevelopment(folder ?? OWN_PROOFS);
  const backend = await chooseBackend(options.backend);
  let last = "nothing";
  const finished = (): string => `${last} had been checked, no result was written`;
  return measured(`Coq ${backend.version}`)((hear) => {
    const progress: Hear = (done, total, what) => {
      last = `${done} of ${total} files`;
      hear(done, total, what);
    };
    return interruptible(backend, finished, () =>
      options.acknowledge === true
        ? acknowledgeAll(development, backend, progress)
        : checkAll(development, backend, progress, options),
    );
  });
}

/** What `equiloss proofs` prints as JSON. */
export interface PrintedProofs extends ProofRun {
  /** Whether every theorem that was checked is proved, and there is no other problem. */
  readonly proved: boolean;
}

async function checkAll(
  development: Development,
  backend: Backend,
  progress: Hear,
  options: ProofsOptions,
): Promise<number> {
  const run = await checkProofs(development, backend, { recheck: backend.recheck !== undefined, progress });
  keepRun(development, run);
  printResult(options, "proofs", { proved: isProved(run), ...run } satisfies PrintedProofs, report);
  return isProved(run) ? EXIT.held : EXIT.failed;
}

async function acknowledgeAll(development: Development, backend: Backend, progress: Hear): Promise<number> {
  const changed = await acknowledge(development, backend, progress);
  const outcome =
    changed.length === 0
      ? "no definition or statement has changed; Audit.v and expected/ are up to date"
      : `acknowledged ${changed.length} definitions and statements: ${visible(changed.join(", "))}`;
  print(fitted(outcome));
  return EXIT.held;
}

/** @throws RangeError if no file proves the theorem; the report shows that problem instead. */
function fileOf(file: string | undefined): string {
  if (file === undefined) throw new RangeError("a theorem without a file, and without a problem");
  return `${file}.v`;
}

/** @throws RangeError if Coq gave no answer; the report shows that problem instead. */
function axiomsOf(assumptions: readonly string[] | undefined): string {
  if (assumptions === undefined) throw new RangeError("a theorem without an answer, and without a problem");
  return assumptions.length === 0 ? "no axioms" : assumptions.join(", ");
}

/** The report: a line for each theorem, then what is wrong, then the sum. */
function report(run: ProofRun): string {
  const lines = run.theorems.map(({ theorem, claims, file, assumptions, problem, leftOut }) => {
    const place = `${theorem}${claims.length === 0 ? "" : ` (${claims.join(", ")})`}`;
    if (leftOut) return visible(`left out ${place}: ${fileOf(file)} is for native Coq`);
    if (problem !== undefined) return visible(`FAILED   ${place}: ${problem}`);
    return visible(`proved   ${place}: ${fileOf(file)}, ${axiomsOf(assumptions)}`);
  });
  const proved = run.theorems.filter(({ problem, leftOut }) => problem === undefined && !leftOut).length;
  const outcome = isProved(run) ? "every theorem checked is proved" : "SOME PROOFS FAILED";
  return [
    ...lines,
    ...run.problems.map((problem) => `FAILED   ${visible(problem)}`),
    "",
    `${outcome}: ${proved} of ${run.theorems.length} by ${checkedBy(run)}`,
  ].join("\n");
}
