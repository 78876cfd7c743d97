import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Writes a file that has its name only once it is whole. Processes that write the same file at once, on
 * whatever machines, don't disturb one another: each has a partial file of its own, and the last whole one
 * stays.
 *
 * @throws Error if the system refuses; then nothing of it is left.
 */
export function writeAtomically(path: string, text: string): void {
  const partial = `${path}.${randomUUID()}.equiloss-partial`;
  try {
    const descriptor = openSync(partial, "wx");
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
