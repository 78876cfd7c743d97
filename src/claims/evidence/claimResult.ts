import type { Claim, ProvedInPart } from "./claim.js";
import type { ControlsResult } from "./controlsResult.js";
import { evidenceOf } from "./evidenceOf.js";
import type { Verdict } from "./verdict.js";

/** A claim with the verdicts that its evidence gave in one run. */
export interface ClaimResult {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly statement: string;
  /** Why it is so, where the evidence alone doesn't say. */
  readonly argument?: string;
  /** What is not claimed. */
  readonly limits?: string;
  readonly hypotheses: readonly string[];
  /** Of an open question, if all its evidence is there and held. */
  readonly answer?: string;
  /** If theorems were accepted, but don't prove the whole statement. */
  readonly provedInPart?: ProvedInPart;
  readonly verdicts: readonly TimedVerdict[];
}

/** A verdict, and the seconds that its thread took for it, where they were measured. */
export type TimedVerdict = Verdict & { readonly seconds?: number };

/** What came of the proofs in a verification run. */
export type ProofsResult =
  | {
      readonly ran: true;
      readonly held: boolean;
      /** What checked them. */
      readonly by: string;
      /** Whether that was in an earlier run over the same files, whose result was kept, and not now. */
      readonly cached: boolean;
      /** The file with the kept result: whoever can write it can forge it. */
      readonly keptIn?: string;
      /** Theorems that only another program checks. */
      readonly leftOut: readonly string[];
      readonly problems: readonly string[];
    }
  | {
      readonly ran: false;
      /** Why not, and what would run them. */
      readonly reason: string;
    };

/** A verification run, as the reporters get it. */
export interface VerificationResult {
  /** Names what this is, where it is written as JSON. */
  readonly format: "equiloss-verification/1";
  /** When the run began, as in 2026-01-31T12:00:00Z. */
  readonly started: string;
  /** How long the run took. */
  readonly seconds: number;
  /**
   * False if any verdict did not hold, or none of the claims has evidence: missing is no success; if
   * something was required that this run did not do; or if a planted error was not refused.
   */
  readonly ok: boolean;
  readonly maxM: number;
  readonly seed: number;
  readonly version: string;
  readonly proofs: ProofsResult;
  /** What was required of the run and was not done. */
  readonly unmet?: string;
  /** What came of errors planted on purpose, in every run and whatever the claims. */
  readonly controls: ControlsResult;
  readonly claims: readonly ClaimResult[];
}

/** The result of a claim; without verdicts it is `missing`. */
export function claimResult(claim: Claim, verdicts: readonly Verdict[]): ClaimResult {
  const { id, title, source, statement, argument, limits, hypotheses } = claim;
  const provedInPart = provedPart(claim, verdicts);
  return {
    id,
    title,
    source,
    statement,
    ...(argument === undefined ? {} : { argument }),
    ...(limits === undefined ? {} : { limits }),
    hypotheses,
    ...(claim.answer !== undefined && isSettled(claim, verdicts) ? { answer: claim.answer } : {}),
    ...(provedInPart === undefined ? {} : { provedInPart }),
    verdicts: verdicts.length === 0 ? [{ kind: "missing" }] : verdicts,
  };
}

/** Whether a verdict speaks against its claim, or its recorded finding did not reproduce. */
export function failed(verdict: Verdict): boolean {
  return verdict.kind !== "missing" && !verdict.held;
}

/**
 * All evidence gave its verdict, and none failed: an answer that rests on less would be typed, not computed.
 */
function isSettled(claim: Claim, verdicts: readonly Verdict[]): boolean {
  const shown = verdicts.filter(({ kind }) => kind !== "proved" && kind !== "missing");
  const evidence = evidenceOf(claim);
  return evidence.length > 0 && shown.length === evidence.length && !verdicts.some(failed);
}

/**
 * A theorem that was not checked in this run, or failed, leaves a claim open as one that isn't stated does.
 */
function provedPart(
  { theorems, provedInPart }: Claim,
  verdicts: readonly Verdict[],
): ProvedInPart | undefined {
  const proved = verdicts.flatMap((verdict) =>
    verdict.kind === "proved" && verdict.held ? [verdict.theorem] : [],
  );
  const lacking = theorems === undefined ? [] : theorems.filter((theorem) => !proved.includes(theorem));
  if (proved.length === 0 || lacking.length === 0) return proved.length === 0 ? undefined : provedInPart;
  const part = `all but ${lacking.length === 1 ? lacking.join() : `${lacking.length} theorems`}`;
  const open = `what ${lacking.join(", ")} would prove`;
  return provedInPart === undefined
    ? { part, leavesOpen: open }
    : { part: `${provedInPart.part}, ${part}`, leavesOpen: `${provedInPart.leavesOpen}; ${open}` };
}
