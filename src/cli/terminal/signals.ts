import { Interrupted } from "./errors.js";

/** Signals that end a command, with its exit codes: 128 and the signal's number, as shells have it. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

/** Milliseconds that work may take to end. */
const PATIENCE = 3000;

type Listener = (exitCode: number) => void;

const listeners: Listener[] = [];

/**
 * Makes the first signal end the program: through the work under way, if that listens, else at once. Signals
 * often come in pairs, from the terminal and from the parent process, so further ones change nothing.
 *
 * @param report says that the program was interrupted, where no work can say it.
 */
export function endOnSignals(report: (interrupted: Interrupted) => number): void {
  let heard = false;
  for (const signal of Object.keys(CODES) as (keyof typeof CODES)[]) {
    process.on(signal, () => {
      if (heard) return;
      heard = true;
      setTimeout(() => {
        endBy(signal);
      }, PATIENCE).unref();
      const listener = listeners.at(-1);
      if (listener !== undefined) {
        listener(CODES[signal]);
        return;
      }
      process.exit(report(new Interrupted("interrupted; nothing was written", CODES[signal])));
    });
  }
}

/** Calls `listener` on a signal, with the exit code that belongs to it. Returns a function that ends this. */
export function onSignal(listener: Listener): () => void {
  listeners.push(listener);
  return () => {
    listeners.splice(listeners.indexOf(listener), 1);
  };
}

/**
 * Ends the program as the system does. Even an exit would wait for a thread in the middle of one long step.
 */
function endBy(signal: keyof typeof CODES): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
