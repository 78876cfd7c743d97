import { AsyncLocalStorage } from "node:async_hooks";
import { streams } from "./streams.js";
import { visible } from "./visible.js";

const ofJob = new AsyncLocalStorage<string[]>();

/**
 * Tells a person what was decided, on stderr, a line. Within a job, which has no streams, it is kept until
 * the job ends.
 */
export function note(text: string): void {
  const kept = ofJob.getStore();
  if (kept === undefined) streams().stderr.write(`${visible(text)}\n`);
  else kept.push(text);
}

/** Does a job, and adds what it notes to the list. */
export function keepingNotes<Result>(notes: string[], work: () => Result): Result {
  return ofJob.run(notes, work);
}
