import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../exact/inputError.js";

/** Bytes of a file that is read; more is refused. */
export const MAX_BYTES = 512 * 1024 * 1024;

const CHUNK = 4 * 1024 * 1024;

/**
 * The text of a file, or of standard input for "-". Pipes and devices are read like files, up to the cap.
 *
 * @throws InputError if there is no such file, it is a directory, too large, or not UTF-8.
 */
export function readText(path: string, maxBytes = MAX_BYTES): string {
  const bytes = readBytes(path, maxBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError("not UTF-8 text", "save the file as UTF-8", path);
  }
}

function readBytes(path: string, maxBytes: number): Uint8Array {
  const descriptor = path === "-" ? 0 : open(path);
  try {
    if (fstatSync(descriptor).isDirectory()) throw new InputError("is a directory", "name a file", path);
    const chunks: Buffer[] = [];
    let total = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const length = readSync(descriptor, chunk, 0, CHUNK, null);
      if (length === 0) return Buffer.concat(chunks, total);
      total += length;
      if (total > maxBytes) {
        throw new InputError(
          `larger than the cap of ${maxBytes} bytes`,
          "write the weights with fewer digits",
          path,
        );
      }
      chunks.push(chunk.subarray(0, length));
    }
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw new InputError(reasonOf(error), "name a file that can be read", path);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES") return "no permission to read it";
  return `can't be opened (${code})`;
}
