import { AsyncLocalStorage } from "node:async_hooks";

/** Where a run of the command line writes: results to stdout, progress and complaints to stderr. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

const ofRun = new AsyncLocalStorage<Streams>();

/** Sends all that `work` prints to these streams, even what it prints after it has waited. */
export function withStreams<Result>(streams: Streams, work: () => Result): Result {
  return ofRun.run(streams, work);
}

/** The streams of the run that calls this. Outside a run, such as on a signal, those of the process. */
export function streams(): Streams {
  return ofRun.getStore() ?? process;
}
