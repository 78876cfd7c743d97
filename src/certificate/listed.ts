import type { Streamed } from "./canonicalJson.js";

/** Entries between two reports. */
const INTERVAL = 256;

/**
 * A list whose entries are written as certificates have them, each when it is asked for, and as often as the
 * list is.
 *
 * @param progress told now and then how many were asked for.
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
