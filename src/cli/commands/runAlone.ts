import { Interrupted } from "../terminal/errors.js";
import type { Shown } from "../terminal/progress.js";
import type { Source } from "../files/sources.js";
import { interruptible, nothingWritten } from "../threads/interruptible.js";
import type { RequestOf, ResultOf } from "../threads/jobs.js";
import { WorkerPool } from "../threads/workerPool.js";
import type { jobs } from "./jobs.js";

type Known = typeof jobs;

/** How a job is run. */
export interface Alone {
  /** MiB. */
  readonly budget: number;
  readonly bar: Shown;
  /** The files that the job parses. Their bytes move to its thread. */
  readonly sources?: Readonly<Record<string, Source | undefined>>;
  /**
   * What an interrupted command says was done, once its thread has ended. If left out, it says that nothing
   * was written.
   */
  readonly finished?: () => string;
}

/** Threads for the commands' jobs. */
export function jobPool(threads: number, budget: number): WorkerPool<Known> {
  return new WorkerPool(new URL("./jobs.js", import.meta.url), threads, budget);
}

/**
 * Runs one job in a thread of its own, and shows a progress bar meanwhile.
 *
 * @throws InputError if the job refuses its request; Interrupted on a signal.
 */
export function runAlone<Name extends keyof Known>(
  name: Name,
  request: RequestOf<Known[Name]>,
  { budget, bar, sources = {}, finished = nothingWritten }: Alone,
): Promise<ResultOf<Known[Name]>> {
  const handedOver = Object.values(sources).flatMap((source) =>
    source === undefined ? [] : [source.bytes.buffer],
  );
  return bar((hear) =>
    interruptible(jobPool(1, budget), nothingWritten, (pool) =>
      pool.run(name, request, hear, handedOver),
    ).catch((error: unknown) => {
      throw error instanceof Interrupted
        ? new Interrupted(`interrupted; ${finished()}`, error.exitCode)
        : error;
    }),
  );
}
