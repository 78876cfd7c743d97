import { InputError } from "../../../src/exact/inputError.js";
import type { Expected } from "../../../src/checker/verdict.js";
import { TESTED_KINDS } from "../kinds/list.js";
import { canonical, digestOf, type Json } from "../seal.js";
import { Invalid, isRecord, members } from "./reading.js";

/**
 * Whether a text is a certificate for what is asked, by SPEC.md but with the program's own rooms. Slow, and
 * for small sizes only. Also false where the checker's limits refuse.
 */
export function secondCheck(text: string, expected: Expected): boolean {
  try {
    return holds(JSON.parse(text) as Json, text, expected);
  } catch (error) {
    // The program's limits keep out what the checker's do.
    if (error instanceof Invalid || error instanceof SyntaxError || error instanceof InputError) return false;
    throw error;
  }
}

function holds(file: Json, text: string, expected: Expected): boolean {
  if (!isRecord(file)) return false;
  const keys = ["body", "claim", "command", "digest", "format", "kind", "version"];
  const { body, claim, command, digest, format, kind, version } = members(file, ...keys);
  if (text !== canonical(file) && text !== `${canonical(file)}\n`) return false;
  if (typeof command !== "string" || typeof version !== "string") return false;
  if (Buffer.from(command + version).toString() !== command + version) return false;
  const settling = TESTED_KINDS.find((one) => one.kind === kind && one.claims.includes(expected.claim));
  return (
    format === "equiloss-cert/1" &&
    digest === digestOf(file) &&
    claim === expected.claim &&
    settling !== undefined &&
    (kind === "counterexample") === (expected.refuted === true) &&
    settling.holds(body, expected)
  );
}
