import { fileURLToPath } from "node:url";
import { acknowledge } from "../../coq/acknowledge.js";
import type { Backend, BackendChoice } from "../../coq/backend.js";
import { keepRun } from "../../coq/cache.js";
import { checkProofs } from "../../coq/checkProofs.js";
import { chooseBackend } from "../../coq/choice.js";
import { type Development, readDevelopment } from "../../coq/development.js";
import { type ProofRun, checkedBy, isProved } from "../../coq/proofRun.js";
import { EXIT } from "../errors.js";
import { print, printJson } from "../output.js";
import { ProgressBar } from "../progress.js";
import { visible } from "../visible.js";
import { withPool } from "../workerPool.js";

/** Options of `equiloss proofs`. */
export interface ProofsOptions {
  readonly backend: BackendChoice;
  readonly acknowledge?: boolean;
  readonly json?: boolean;
}

/** The proofs that come with the program, three folders above the compiled file. */
export const PROOFS = fileURLToPath(new URL("../../../../proofs", import.meta.url));

/** `equiloss proofs [folder]`; the exit code. */
export async function proofsCommand(folder: string | undefined, options: ProofsOptions): Promise<number> {
  const development = readDevelopment(folder ?? PROOFS);
  const backend = await chooseBackend(options.backend);
  const bar = new ProgressBar(`Coq ${backend.version}`);
  let last = "nothing";
  const progress = (done: number, total: number, what: string): void => {
    last = `${done} of ${total} files`;
    bar.update(done, total, what);
  };
  const work = (stoppable: Backend): Promise<number> =>
    options.acknowledge === true
      ? acknowledgeAll(development, stoppable, progress)
      : checkAll(development, stoppable, progress, options);
  return withPool(backend, () => `${last} had been checked, no result was written`, work).finally(() => {
    bar.stop();
  });
}

type Progress = (done: number, total: number, what: string) => void;

async function checkAll(
  development: Development,
  backend: Backend,
  progress: Progress,
  { json }: ProofsOptions,
): Promise<number> {
  const run = await checkProofs(development, backend, { recheck: backend.recheck !== undefined, progress });
  keepRun(development, run);
  if (json === true) printJson({ proved: isProved(run), ...run });
  else print(report(run));
  return isProved(run) ? EXIT.held : EXIT.failed;
}

async function acknowledgeAll(
  development: Development,
  backend: Backend,
  progress: Progress,
): Promise<number> {
  const changed = await acknowledge(development, backend, progress);
  print(
    changed.length === 0
      ? "no definition or statement has changed; Audit.v and expected/ are up to date"
      : `acknowledged ${changed.length} definitions and statements: ${visible(changed.join(", "))}`,
  );
  return EXIT.held;
}

/** A line per theorem, then what is wrong, then the sum. */
function report(run: ProofRun): string {
  const lines = run.theorems.map(({ theorem, claims, file, assumptions, problem, leftOut }) => {
    const place = `${theorem}${claims.length === 0 ? "" : ` (${claims.join(", ")})`}`;
    if (leftOut) return visible(`left out ${place}: ${file ?? ""}.v is for native Coq`);
    if (problem !== undefined) return visible(`FAILED   ${place}: ${problem}`);
    const axioms = assumptions.length === 0 ? "no axioms" : assumptions.join(", ");
    return visible(`proved   ${place}: ${file ?? ""}.v, ${axioms}`);
  });
  const proved = run.theorems.filter(({ problem, leftOut }) => problem === undefined && !leftOut).length;
  return [
    ...lines,
    ...run.problems.map((problem) => `FAILED   ${visible(problem)}`),
    "",
    `${isProved(run) ? "every theorem checked is proved" : "SOME PROOFS FAILED"}: ${proved} of ${run.theorems.length} by ${checkedBy(run)}`,
  ].join("\n");
}
