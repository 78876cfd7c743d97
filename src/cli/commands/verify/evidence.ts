import type { Verdict } from "../../../claims/evidence/verdict.js";
import { claimById } from "../../../claims/registry.js";
import type { Hear } from "../../terminal/progress.js";

/** A piece of evidence, by the names of its claim and its own, and the options that it heeds. */
export interface EvidenceRequest {
  readonly claim: string;
  readonly name: string;
  readonly maxM: number;
  readonly seed: number;
}

/** The verdict of a piece of evidence. */
export function evidence(
  { claim, name, maxM, seed }: EvidenceRequest,
  hear: Hear,
): Verdict | Promise<Verdict> {
  const found = claimById(claim)?.evidence.find((piece) => piece.name === name);
  if (found === undefined) throw new RangeError(`no evidence ${name} of ${claim}`);
  return found.run({ maxM, seed, progress: hear });
}
