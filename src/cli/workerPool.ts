import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { InputError } from "../exact/inputError.js";
import { Interrupted } from "./errors.js";
import type { Job, JobResult, Outcome, Progress } from "./worker.js";

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** MiB that the program itself takes in a thread, on top of what its work is allowed. */
const OWN_MEMORY = 64;

/** How the engine says that there is no memory left, or no number or array of that size. */
const NO_MEMORY =
  /allocation failed|Invalid (?:typed )?array length|Maximum BigInt size|Invalid string length|out of memory/i;

/** Worker threads for jobs that may take long. */
export class WorkerPool {
  private readonly pool: Piscina;

  /**
   * @param threads how many jobs run at once.
   * @param maxMemory MiB of memory that each may take.
   */
  constructor(
    threads: number,
    private readonly maxMemory: number,
  ) {
    this.pool = new Piscina({
      filename: new URL("./worker.js", import.meta.url).href,
      minThreads: 1,
      maxThreads: threads,
      resourceLimits: { maxOldGenerationSizeMb: maxMemory + OWN_MEMORY },
    });
  }

  /**
   * Runs a job; `progress` hears how far it is.
   *
   * @throws InputError if the job refuses its sizes, or runs out of memory.
   */
  async run<Kind extends Job["kind"]>(
    job: Extract<Job, { kind: Kind }>,
    progress: (progress: Progress) => void,
  ): Promise<JobResult[Kind]> {
    const { port1, port2 } = new MessageChannel();
    port1.on("message", progress);
    try {
      const outcome = (await this.pool.run({ job, port: port2 }, { transferList: [port2] })) as Outcome<Kind>;
      if ("result" in outcome) return outcome.result;
      const { problem, repair, place } = outcome.refusal;
      throw new InputError(problem, repair, place);
    } catch (error) {
      if (!(error instanceof InputError) && error instanceof Error && NO_MEMORY.test(error.message)) {
        throw new InputError(
          `out of memory (${error.message}), at a budget of ${this.maxMemory} MiB`,
          "choose smaller sizes, or allow more with --max-memory",
        );
      }
      throw error;
    } finally {
      port1.close();
    }
  }

  /** Ends all threads, whatever they are at. */
  async stop(): Promise<void> {
    await this.pool.destroy();
  }
}

/** Something that works on and has to be ended: a pool of threads, a program. */
export interface Stoppable {
  stop(): Promise<void>;
}

/**
 * Does work with a pool or a program, and ends it afterwards. Ctrl-C or a termination signal ends it at once.
 *
 * @throws Interrupted on a signal, with what `finished` says was done by then.
 */
export async function withPool<Worker extends Stoppable, Result>(
  pool: Worker,
  finished: () => string,
  work: (pool: Worker) => Promise<Result>,
): Promise<Result> {
  let listener: ((signal: keyof typeof SIGNALS) => void) | undefined;
  const interrupted = new Promise<never>((_, reject) => {
    listener = (signal) => {
      reject(new Interrupted(`interrupted; ${finished()}`, SIGNALS[signal]));
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, listener);
  });
  const working = work(pool);
  // Once interrupted, the jobs' own failures are of no interest any more.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, interrupted]);
  } finally {
    if (listener !== undefined)
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, listener);
    await pool.stop();
  }
}
