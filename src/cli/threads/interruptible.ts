import { Interrupted } from "../terminal/errors.js";
import { onSignal } from "../terminal/signals.js";

/** Something that keeps working until it is ended: a pool of threads, a program. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** What an interrupted command that writes no file says about files. */
export const nothingWritten = (): string => "nothing was written";

/**
 * Does work with a pool or a program, and ends that afterwards, or at once on a signal.
 *
 * @throws Interrupted on a signal, with what `finished` says was done by then.
 */
export async function interruptible<Worker extends Stoppable, Result>(
  worker: Worker,
  finished: () => string,
  work: (worker: Worker) => Promise<Result>,
): Promise<Result> {
  let stopListening = (): void => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    stopListening = onSignal((exitCode) => {
      reject(new Interrupted(`interrupted; ${finished()}`, exitCode));
    });
  });
  const working = work(worker);
  // Once interrupted, the jobs' own failures are of no interest any more.
  working.catch(() => undefined);
  try {
    return await Promise.race([working, interrupted]);
  } finally {
    await worker.stop();
    stopListening();
  }
}
