import { evidenceOf } from "../../../claims/evidence/evidenceOf.js";
import type { Verdict } from "../../../claims/evidence/verdict.js";
import { claimById } from "../../../claims/registry.js";
import type { Hear } from "../../terminal/progress.js";

/** A piece of evidence, by its claim and its name, with the options that it uses. */
export interface EvidenceRequest {
  readonly claim: string;
  readonly name: string;
  readonly maxM: number;
  readonly seed: number;
}

/** Runs a piece of evidence, and returns its verdict. */
export function evidence(
  { claim, name, maxM, seed }: EvidenceRequest,
  hear: Hear,
): Verdict | Promise<Verdict> {
  const entry = claimById(claim);
  const piece = entry && evidenceOf(entry).find((candidate) => candidate.name === name);
  if (piece === undefined) throw new RangeError(`no evidence ${name} of ${claim}`);
  return piece.run({ maxM, seed, progress: hear });
}
