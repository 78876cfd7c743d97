import type { Claim } from "../../../claims/evidence/claim.js";
import type { ProofsResult } from "../../../claims/evidence/claimResult.js";
import type { Proved } from "../../../claims/evidence/verdict.js";
import { keepRun, keptRun } from "../../../coq/cache.js";
import { checkProofs } from "../../../coq/checkProofs.js";
import { chooseBackend, howToHaveCoq } from "../../../coq/choice.js";
import { type Development, readDevelopment } from "../../../coq/development.js";
import { nativeCoq } from "../../../coq/native.js";
import { type ProofRun, checkedBy, isProved } from "../../../coq/proofRun.js";
import type { Backend } from "../../../coq/backend.js";
import { present } from "../../options/present.js";
import type { ProofsChoice } from "./choices.js";
import type { Stoppable } from "../../threads/interruptible.js";

/** What a verification gets from the proofs. */
export interface Settled {
  readonly result: ProofsResult;
  /** The verdicts of a claim, one for each theorem; none if the proofs were not run. */
  readonly verdictsOf: (claim: Claim) => Proved[];
}

/**
 * The proofs' part of a verification.
 *
 * `auto` runs the installed Coq. Where there is none, it takes the kept result of a run over the same files,
 * and the table says that it was kept, since whoever can write the file can forge it. Where nothing was kept,
 * it says how to run the proofs: nobody has to wait for the embedded Coq unasked. The second look by coqchk
 * is left to `equiloss proofs`.
 */
export class ProofsJob implements Stoppable {
  #backend: Backend | undefined;
  #stopped = false;

  /**
   * @param choice "none needed" if no claim that is verified has a theorem.
   * @param folder where the proofs are.
   */
  constructor(
    private readonly choice: ProofsChoice | "none needed",
    private readonly folder: string,
  ) {}

  async settle(progress: (share: number) => void): Promise<Settled> {
    if (this.choice === "off") return notRun("switched off with --proofs off");
    if (this.choice === "none needed") return notRun("no claim that was named has a theorem");
    const development = readDevelopment(this.folder);
    if (this.choice === "kept")
      return (
        keptResult(development) ?? notRun("no result over these files was kept: run `equiloss proofs` once")
      );
    this.#backend = this.choice === "auto" ? await nativeCoq() : await chooseBackend(this.choice);
    if (this.#backend === undefined)
      return keptResult(development) ?? notRun(`there is no coqc here: ${howToHaveCoq()}`);
    // The job was stopped while it looked for Coq.
    if (this.#stopped) await this.#backend.stop();
    return settled(await this.#run(development, this.#backend, progress));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#backend?.stop();
  }

  async #run(
    development: Development,
    backend: Backend,
    progress: (share: number) => void,
  ): Promise<ProofRun> {
    const run = await checkProofs(development, backend, {
      recheck: false,
      progress: (done, total) => {
        progress(done / total);
      },
    });
    keepRun(development, run);
    return run;
  }
}

const notRun = (reason: string): Settled => ({ result: { ran: false, reason }, verdictsOf: () => [] });

function keptResult(development: Development): Settled | undefined {
  const kept = keptRun(development);
  return kept && settled(kept.run, kept.path);
}

/** @param keptIn the file that the run was kept in; undefined if Coq ran in this job. */
function settled(run: ProofRun, keptIn?: string): Settled {
  const leftOut = run.theorems.filter((theorem) => theorem.leftOut).map(({ theorem }) => theorem);
  const by = checkedBy(run);
  return {
    result: {
      ran: true,
      held: isProved(run),
      by,
      cached: keptIn !== undefined,
      ...present({ keptIn }),
      leftOut,
      problems: run.problems,
    },
    verdictsOf: ({ theorems = [] }) =>
      theorems
        .filter((name) => !leftOut.includes(name))
        .map((name): Proved => {
          const theorem = run.theorems.find((candidate) => candidate.theorem === name);
          const failure = theorem === undefined ? "Statements.v has no such statement" : theorem.problem;
          return {
            kind: "proved",
            held: failure === undefined,
            what: theorem?.says ?? name,
            theorem: name,
            ...present({ assumptions: theorem?.assumptions }),
            by,
            ...present({ kept: keptIn === undefined ? undefined : (true as const), failure }),
          };
        }),
  };
}
