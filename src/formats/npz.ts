import { type Reading } from "./formatError.js";
import type { NamedTensor } from "./namedTensor.js";
import { readNpy } from "./npy.js";
import { zipBytes, zipEntries } from "./zip.js";

const SUFFIX = ".npy";

/**
 * The arrays of a file of `numpy.savez` or `savez_compressed`, in the order in which they were saved.
 *
 * @throws InputError if the archive or one of its arrays can't be read.
 */
export function readNpz(bytes: Uint8Array, reading: Reading): NamedTensor[] {
  return zipEntries(bytes, reading).map((file) =>
    readNpy(zipBytes(bytes, file, reading), nameOf(file.name), reading),
  );
}

/** Whether the files of an archive are those of an npz file. */
export function isNpz(names: readonly string[]): boolean {
  return names.length > 0 && names.every((name) => name.endsWith(SUFFIX));
}

/** The name of an array, by the name of its file. */
export function nameOf(file: string): string {
  return file.endsWith(SUFFIX) ? file.slice(0, -SUFFIX.length) : file;
}
