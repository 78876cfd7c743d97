import type { Claim } from "./claim.js";
import type { ControlsResult } from "./controls/control.js";
import type { Verdict } from "./verdict.js";

/** A claim with the verdicts that its evidence gave in one run. */
export interface ClaimResult {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly statement: string;
  readonly hypotheses: readonly string[];
  readonly verdicts: readonly Verdict[];
}

/** What came of the proofs in a verification run. */
export type ProofsResult =
  | {
      readonly ran: true;
      readonly held: boolean;
      /** What checked them, and whether now or in an earlier run over the same files. */
      readonly by: string;
      readonly cached: boolean;
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
  /** False if any verdict did not hold, none of the claims has evidence, or a planted error was not refused. */
  readonly ok: boolean;
  readonly maxM: number;
  readonly seed: number;
  readonly version: string;
  readonly proofs: ProofsResult;
  /** What came of errors planted on purpose, in every run and whatever the claims. */
  readonly controls: ControlsResult;
  readonly claims: readonly ClaimResult[];
}

/** The result of a claim; without verdicts it is `missing`. */
export function claimResult(claim: Claim, verdicts: readonly Verdict[]): ClaimResult {
  const { id, title, source, statement, hypotheses } = claim;
  return {
    id,
    title,
    source,
    statement,
    hypotheses,
    verdicts: verdicts.length === 0 ? [{ kind: "missing" }] : verdicts,
  };
}

/** Whether a verdict speaks against its claim, or its recorded finding did not reproduce. */
export function failed(verdict: Verdict): boolean {
  return verdict.kind !== "missing" && !verdict.held;
}
