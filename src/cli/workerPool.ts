import { MessageChannel, type Transferable } from "node:worker_threads";
import { Piscina } from "piscina";
import { InputError } from "../exact/inputError.js";
import { Interrupted } from "./errors.js";
import type { Source } from "./inputs.js";
import { onSignal } from "./signals.js";
import type { Job, JobResult, Outcome, Progress } from "./worker.js";

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
   * @param sources what it parses; their bytes are the thread's from now on.
   * @throws InputError if the job refuses its sizes, or runs out of memory.
   */
  async run<Kind extends Job["kind"]>(
    job: Extract<Job, { kind: Kind }>,
    progress: (progress: Progress) => void,
    sources: readonly (Source | undefined)[] = [],
  ): Promise<JobResult[Kind]> {
    const { port1, port2 } = new MessageChannel();
    port1.on("message", progress);
    try {
      const buffers = sources.flatMap((source) => (source === undefined ? [] : [source.bytes.buffer]));
      const transferList: Transferable[] = [port2, ...buffers];
      const outcome = (await this.pool.run({ job, port: port2 }, { transferList })) as Outcome<Kind>;
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

/** What an interrupted command says of files that it leaves, if it writes none. */
export const nothingWritten = (): string => "nothing was written";

/**
 * Does work with a pool or a program, and ends it afterwards. A signal that ends programs ends it at once.
 *
 * @throws Interrupted on a signal, with what `finished` says was done by then.
 */
export async function withPool<Worker extends Stoppable, Result>(
  pool: Worker,
  finished: () => string,
  work: (pool: Worker) => Promise<Result>,
): Promise<Result> {
  let stopListening = (): void => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    stopListening = onSignal((exitCode) => {
      reject(new Interrupted(`interrupted; ${finished()}`, exitCode));
    });
  });
  const working = work(pool);
  // Once interrupted, the jobs' own failures are of no interest any more.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, interrupted]);
  } finally {
    await pool.stop();
    stopListening();
  }
}
