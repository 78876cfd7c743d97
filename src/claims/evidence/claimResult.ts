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
  /** The idea of a proof, where the evidence alone does not say why the claim holds. */
  readonly argument?: string;
  /** What is not claimed. */
  readonly limits?: string;
  readonly hypotheses: readonly string[];
  /** The answer to an open question, given if all its evidence held. */
  readonly answer?: string;
  /** Given if theorems were accepted that do not prove the whole statement. */
  readonly provedInPart?: ProvedInPart;
  readonly verdicts: readonly Verdict[];
}

/** The outcome of the proofs in a verification run. */
export type ProofsResult =
  | {
      readonly ran: true;
      readonly held: boolean;
      /** What checked them. */
      readonly by: string;
      /** Whether the result is a kept one, of an earlier run over the same files. */
      readonly cached: boolean;
      /** The file with the kept result. Whoever can write this file can forge the result. */
      readonly keptIn?: string;
      /** Theorems that another program has to check. */
      readonly leftOut: readonly string[];
      readonly problems: readonly string[];
    }
  | {
      readonly ran: false;
      /** Why they did not run, and how to run them. */
      readonly reason: string;
    };

/** A verification run, as the reporters get it. */
export interface VerificationResult {
  /**
   * False if a verdict did not hold, if no claim has evidence, if the run did not do what was required, or if
   * it did not refuse a planted error.
   */
  readonly ok: boolean;
  readonly maxM: number;
  readonly seed: number;
  readonly version: string;
  readonly proofs: ProofsResult;
  /** What the run had to do and did not. */
  readonly unmet?: string;
  /** The outcome of errors planted on purpose, which every run plants. */
  readonly controls: ControlsResult;
  readonly claims: readonly ClaimResult[];
}

/** The result of a claim: `missing` if there are no verdicts. */
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

/** All evidence gave a verdict, and none failed: only then is an answer computed. */
function isSettled(claim: Claim, verdicts: readonly Verdict[]): boolean {
  const shown = verdicts.filter(({ kind }) => kind !== "proved" && kind !== "missing");
  const evidence = evidenceOf(claim);
  return evidence.length > 0 && shown.length === evidence.length && !verdicts.some(failed);
}

/** The part of a claim that is proved: a theorem that failed, or did not run, leaves a part open. */
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
