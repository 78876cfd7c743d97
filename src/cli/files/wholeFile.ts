import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { outputPlace } from "../../certificate/outputPlace.js";
import { explainErrors } from "../../certificate/systemErrors.js";

/** Never follows a link, and begins anew. */
const FLAGS = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;

/**
 * Writes a file that appears under its name only once it is whole. `holdOutput` sees to it that no other
 * command writes it meanwhile.
 *
 * @throws InputError if it can't be written; then nothing of it is left.
 */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const { file, partial, mode } = outputPlace(path);
  explainErrors(
    path,
    () => {
      try {
        const descriptor = openSync(partial, FLAGS, mode ?? 0o666);
        try {
          for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
          if (mode !== undefined) fchmodSync(descriptor, mode);
          fsyncSync(descriptor);
        } finally {
          closeSync(descriptor);
        }
        renameSync(partial, file);
      } catch (error) {
        rmSync(partial, { force: true });
        throw error;
      }
    },
    "give the command again",
  );
}
