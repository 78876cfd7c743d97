import type { Streamed } from "./canonicalJson.js";

/** How many entries are written between two reports of progress. */
const INTERVAL = 256;

/**
 * A list for a certificate. Each entry is made when it is asked for, and anew each time the list is read.
 *
 * @param progress is called now and then with the number of entries written so far.
 */
export function listed<Entry>(
  entries: () => Iterable<Entry>,
  written: (entry: Entry) => Streamed,
  progress: (done: number) => void = () => undefined,
): Iterable<Streamed> {
  return {
    *[Symbol.iterator]() {
      let done = 0;
      for (const entry of entries()) {
        yield written(entry);
        done += 1;
        if (done % INTERVAL === 0) progress(done);
      }
    },
  };
}
