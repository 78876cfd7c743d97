import costs from "./costs.json" with { type: "json" };

/** Seconds of the proofs, by native Coq on one core. */
export const PROOFS_COST = 120;

/** What evidence takes that isn't listed. */
const QUICK = 0.1;

const SECONDS: Readonly<Partial<Record<string, number>>> = costs;

/** Seconds that a piece of evidence takes at the default sizes, as `bench/evidenceCosts.ts` measured them. */
export function costOf(claim: string, name: string): number {
  const seconds = SECONDS[`${claim} ${name}`];
  return seconds === undefined ? QUICK : Math.max(seconds, QUICK);
}
