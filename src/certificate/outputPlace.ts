import { accessSync, constants, lstatSync, realpathSync, statSync } from "node:fs";
import { InputError } from "../exact/inputError.js";
import { explainErrors } from "./systemErrors.js";

/** Where a certificate goes: the file, and those beside it while it is being written. */
export interface OutputPlace {
  /** The file itself; if a link was named, the file that it leads to. */
  readonly file: string;
  /** The file that is written until all is there. It has no digest yet, so the checker rejects it. */
  readonly partial: string;
  /** The file that says who is writing. */
  readonly lock: string;
  /**
   * Permissions of the file that the new one replaces and whose permissions it keeps; undefined if there is
   * none.
   */
  readonly mode: number | undefined;
}

/**
 * Looks at the place of an output. The last step of writing replaces whatever has the name, so this refuses
 * folders, devices, pipes, and files that are read-only.
 *
 * @throws InputError if a file can't be put there.
 */
export function outputPlace(path: string): OutputPlace {
  return explainErrors(path, () => {
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) throw new InputError("is a directory", NAME_A_FILE, path);
    if (stats?.isFile() === false) throw new InputError("is not a regular file", NAME_A_FILE, path);
    if (isLink && stats === undefined) throw new InputError("is a link to nothing", NAME_A_FILE, path);
    if (stats !== undefined && !isWritable(path, stats.mode)) {
      throw new InputError("is read-only", "make it writable, or name another file", path);
    }
    const file = isLink ? realpathSync(path) : path;
    const mode = stats === undefined ? undefined : stats.mode & 0o7777;
    return { file, partial: partialPath(file), lock: `${file}.equiloss-lock`, mode };
  });
}

/** The file that is written to until all is there. No other program uses such a name. */
export function partialPath(file: string): string {
  return `${file}.equiloss-partial`;
}

const NAME_A_FILE = "name a file, new or to be replaced";

/** Root may write to every file. One that its owner made read-only is still left as it is. */
function isWritable(path: string, mode: number): boolean {
  try {
    accessSync(path, constants.W_OK);
    return (mode & 0o222) !== 0;
  } catch {
    return false;
  }
}
