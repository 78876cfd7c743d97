import type { Claim, EvidenceContext } from "../../src/claims/evidence/claim.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import type { Verdict } from "../../src/claims/evidence/verdict.js";

/** A run of evidence at sizes that take next to no time. */
export const quickContext: EvidenceContext = { maxM: 3, seed: 2021, progress: () => undefined };

/** What a claim's evidence of a given name says at small sizes. */
export function verdictOf(claim: Claim, name: string): Verdict {
  const evidence = evidenceOf(claim).find((candidate) => candidate.name === name);
  if (evidence === undefined) throw new RangeError(`no evidence ${name} of ${claim.id}`);
  const verdict = evidence.run(quickContext);
  if (verdict instanceof Promise) throw new RangeError(`${name} of ${claim.id} has to be waited for`);
  return verdict;
}
