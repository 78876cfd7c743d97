import { check } from "../checker/check.js";
import type { Expected, Verdict } from "../checker/verdict.js";
import { InputError } from "../exact/inputError.js";
import { requireMemory } from "./memory.js";
import { MAX_BYTES, placeOf, readBytes } from "./readText.js";

/** Bytes of memory that the checker takes for a byte of the certificate: lists of small numbers take most. */
const MEMORY_PER_BYTE = 16n;

/**
 * What the checker says of a file.
 *
 * @param budget MiB.
 * @throws InputError if the file can't be read, is no text, or needs more memory than that.
 */
export function checkFile(file: string, expected: Expected, budget: number): Promise<Verdict> {
  const text = certificateIn(file);
  const what = `to check ${text.length} characters`;
  requireMemory(what, MEMORY_PER_BYTE * BigInt(text.length), budget);
  return check(text, expected);
}

/** The text as it is: a byte order mark stays, for the checker to object to. */
function certificateIn(file: string): string {
  const bytes = readBytes(file, MAX_BYTES, "no certificate is as large; make one for smaller sizes");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(
      "not UTF-8 text",
      "give a certificate as `equiloss certify` writes them",
      placeOf(file),
    );
  }
}
