import { complain } from "./errors.js";

/** Signals that end a command, with its exit codes: 128 and the signal's number, as shells have it. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

/** Milliseconds that work may take to end. */
const PATIENCE = 3000;

type Listener = (exitCode: number) => void;

const listeners: Listener[] = [];

/**
 * Has the first signal end the program from now on: by the work that is under way, if it listens, else at once.
 * Signals often come in pairs, from the terminal and from what started us, so further ones change nothing.
 */
export function endOnSignals(): void {
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
      complain("interrupted; nothing was written");
      process.exit(CODES[signal]);
    });
  }
}

/** Has work told of a signal, by the exit code that is due. Returns what ends that. */
export function onSignal(listener: Listener): () => void {
  listeners.push(listener);
  return () => {
    listeners.splice(listeners.indexOf(listener), 1);
  };
}

/** As the system does it: even an exit would wait for a thread that is within one long step. */
function endBy(signal: keyof typeof CODES): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
