import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { InputError } from "../exact/inputError.js";

/** Bytes of a file that is read; more is refused. A string of Node holds no more than twice as much. */
export const MAX_BYTES = 256 * 1024 * 1024;

const CHUNK = 4 * 1024 * 1024;

/** Milliseconds between two looks at standard input that has nothing to read yet. */
const PATIENCE = 20;

/** A path as messages name it. */
export function placeOf(path: string): string {
  if (path === "-") return "standard input";
  return path === "" ? '""' : path;
}

/**
 * The text of a file, or of standard input for "-". Pipes and devices are read like files, up to the cap.
 *
 * @throws InputError if there is no such file, it can't be read, is a directory, too large, or not UTF-8.
 */
export function readText(path: string, maxBytes = MAX_BYTES): string {
  const bytes = readBytes(path, maxBytes, "write the weights with fewer digits");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError("not UTF-8 text", "save the file as UTF-8", placeOf(path));
  }
}

/**
 * The bytes of a file, or of standard input for "-".
 *
 * @param repair what to do about a file that is larger than the cap.
 * @throws InputError if there is no such file, it can't be read, is a directory, or too large.
 */
export function readBytes(path: string, maxBytes: number, repair: string): Uint8Array {
  const descriptor = path === "-" ? 0 : open(path);
  try {
    if (fstatSync(descriptor).isDirectory())
      throw new InputError("is a directory", "name a file", placeOf(path));
    const chunks: Buffer[] = [];
    let total = 0;
    for (;;) {
      const chunk = nextChunk(descriptor, path);
      if (chunk.length === 0) return Buffer.concat(chunks, total);
      total += chunk.length;
      if (total > maxBytes) {
        throw new InputError(`larger than the cap of ${maxBytes} bytes`, repair, placeOf(path));
      }
      chunks.push(chunk);
    }
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

/** What comes next, empty at the end. */
function nextChunk(descriptor: number, path: string): Buffer {
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    try {
      // A pipe gives little at a time: what is kept is as large as what was read.
      const length = readSync(descriptor, chunk, 0, CHUNK, null);
      return length < CHUNK ? Buffer.from(chunk.subarray(0, length)) : chunk;
    } catch (error) {
      // Somebody else made our standard input non-blocking, and its writer isn't ready.
      if (codeOf(error) !== "EAGAIN") throw new InputError(reasonOf(error), READABLE, placeOf(path));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}

const READABLE = "name a file that can be read";

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw new InputError(reasonOf(error), READABLE, placeOf(path));
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === "ENOENT") return "no such file";
  if (code === "EACCES") return "no permission to read it";
  return `can't be read (${code})`;
}
