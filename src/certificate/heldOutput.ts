import { rmSync, statSync } from "node:fs";
import { InputError } from "../exact/inputError.js";
import { FileLock } from "../machine/fileLock.js";
import { outputPlace } from "./outputPlace.js";
import { explainErrors } from "./systemErrors.js";

/**
 * Keeps all others from writing to an output until it is released. If the process that held an output was
 * killed, another can hold it.
 *
 * @returns a function that releases the output.
 * @throws InputError if another command holds it, or if a file can't be put there.
 */
export function holdOutput(path: string): () => void {
  const { lock, partial } = outputPlace(path);
  const lockOrHolder = explainErrors(path, () => FileLock.take(lock));
  if (lockOrHolder instanceof FileLock) {
    return () => {
      // A thread that was stopped may leave an empty file, which is of no use to a later run.
      if (statSync(partial, { throwIfNoEntry: false })?.size === 0) rmSync(partial, { force: true });
      lockOrHolder.release();
    };
  }
  const { holder } = lockOrHolder;
  throw new InputError(
    `another command is writing it${holder === undefined ? "" : ` (process ${holder.pid} on ${holder.host})`}`,
    `wait until that has ended, or name another output; if it ended long ago, remove ${lock}`,
    path,
  );
}
