import type { CertificateVerdict } from "../../../checker/verdict.js";
import type { KernelVerdict, Unanswered } from "../../../kernel/checkByKernel.js";
import { visible } from "../../terminal/visible.js";

/** The verdict of the verified kernel, where it gives one. */
export type VerifiedVerdict = Exclude<KernelVerdict, Unanswered>;

/** What both checkers say of a certificate. */
export interface BothVerdicts {
  /** Whether both accept. */
  readonly accepted: boolean;
  /** False if one accepts what the other finds wrong: then one of the two is broken. */
  readonly agree: boolean;
  readonly typescript: CertificateVerdict;
  readonly verified: VerifiedVerdict;
}

/** Puts both verdicts beside each other. */
export function bothVerdicts(typescript: CertificateVerdict, verified: VerifiedVerdict): BothVerdicts {
  const areSame = typescript.accepted === verified.accepted;
  return {
    accepted: typescript.accepted && verified.accepted,
    agree: areSame || isLimit(typescript),
    typescript,
    verified,
  };
}

/** Whether the certificate is beyond what the checker computes, which doesn't say that it is wrong. */
function isLimit(verdict: CertificateVerdict): boolean {
  if (verdict.accepted) return false;
  return verdict.rule === "size" || (verdict.rule === "rational" && verdict.where === "body");
}

const ALARM =
  "THE CHECKERS DISAGREE: one of them is wrong, so this shows nothing; please report it, with the file";

/**
 * Both verdicts as lines, and a line of alarm if they differ.
 *
 * @param typescript the verdict of the checker in TypeScript in words.
 */
export function wordingOfBoth({ agree, verified }: BothVerdicts, typescript: string): string {
  return [`typescript: ${typescript}`, `verified: ${wordingOf(verified)}`, ...(agree ? [] : [ALARM])].join(
    "\n",
  );
}

/** A verdict in words. The reason may quote the file, and the file may hold any character. */
export function wordingOf(verdict: CertificateVerdict | VerifiedVerdict): string {
  if (verdict.accepted) return visible(`accepted: ${verdict.shows}`);
  return visible(`rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`);
}
