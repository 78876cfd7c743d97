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

/** Runs a piece of evidence, and returns its verdict, and the seconds that it took. */
export async function evidence(
  { claim, name, maxM, seed }: EvidenceRequest,
  hear: Hear,
): Promise<{ verdict: Verdict; seconds: number }> {
  const asked = claimById(claim);
  const piece = asked && evidenceOf(asked).find((one) => one.name === name);
  if (piece === undefined) throw new RangeError(`no evidence ${name} of ${claim}`);
  const started = performance.now();
  const verdict = await piece.run({ maxM, seed, progress: hear });
  return { verdict, seconds: Math.round(performance.now() - started) / 1000 };
}
