import type { Claim, EvidenceContext } from "../../../claims/evidence/claim.js";
import { kindsOf } from "../../../claims/evidence/kinds.js";
import { present } from "../../options/present.js";
import type { Refutation, ReportedClaim } from "../../../report/data/site.js";
import { type GivenRun, verdictsOf } from "./verdicts.js";

/** Refutations are single examples: the sizes of counting don't matter to them. */
const CONTEXT: EvidenceContext = { maxM: 3, seed: 2021, progress: () => undefined };

/** What a report shows of the claims: what they say themselves, and what is refuted, evaluated now. */
export async function reportedClaims(
  claims: readonly Claim[],
  run: GivenRun | undefined,
  hear: (done: number, total: number) => void,
): Promise<ReportedClaim[]> {
  const reported: ReportedClaim[] = [];
  for (const claim of claims) {
    hear(reported.length, claims.length);
    reported.push(await reportedClaim(claim, run));
  }
  return reported;
}

async function reportedClaim(claim: Claim, run: GivenRun | undefined): Promise<ReportedClaim> {
  const { id, title, source, statement, hypotheses, argument, limits, provedInPart, evidence } = claim;
  return {
    id,
    title,
    source,
    statement,
    hypotheses,
    ...present({ argument, limits, leavesOpen: provedInPart?.leavesOpen }),
    refutations: await refutations(claim),
    kinds: Object.entries(kindsOf(claim)),
    theorems: claim.theorems ?? NONE,
    checks: evidence.map(({ name }) => name),
    properties: (claim.properties ?? NO_PROPERTIES).map(({ name, statement: law }) => `${name}: ${law}`),
    ...present({ verdicts: run && verdictsOf(claim, run) }),
  };
}

const NONE: readonly string[] = [];
const NO_PROPERTIES: NonNullable<Claim["properties"]> = [];

/** What the claim's evidence refutes of the text; nothing that doesn't reproduce. */
async function refutations({ evidence }: Claim): Promise<Refutation[]> {
  const found: Refutation[] = [];
  for (const { kind, run } of evidence) {
    if (kind !== "refuted as stated") continue;
    const { held, what, counterexample, corrected } = await run(CONTEXT);
    if (held) found.push({ what, shownBy: Object.entries(counterexample), corrected });
  }
  return found;
}
