import type { CertificateVerdict, RuleName } from "../../../checker/verdict.js";
import { ALARM, agree } from "../../../kernel/agreement.js";
import type { KernelVerdict, Unanswered } from "../../../kernel/checkByKernel.js";
import { visible } from "../../terminal/visible.js";

/** The verdict of the verified kernel, where it gives one. */
export type VerifiedVerdict = Exclude<KernelVerdict, Unanswered>;

/** The verdict of Coq, where the certificate can be put to it. */
export type ByCoq =
  | { readonly accepted: true; readonly shows: string }
  | {
      readonly accepted: false;
      readonly rule: RuleName | "coq";
      readonly where: string;
      readonly reason: string;
    };

/** The second verdict, by who gives it. */
export type Second = { readonly verified: VerifiedVerdict } | { readonly coq: ByCoq };

/** What both checkers say of a certificate. */
export type BothVerdicts = {
  /** Whether both accept. */
  readonly accepted: boolean;
  /** False if one accepts what the other finds wrong: then one of the two is broken. */
  readonly agree: boolean;
  readonly typescript: CertificateVerdict;
} & Second;

/** Puts both verdicts beside each other. */
export function bothVerdicts(typescript: CertificateVerdict, second: Second): BothVerdicts {
  const { accepted } = verdictOf(second);
  return {
    accepted: typescript.accepted && accepted,
    agree: agree(typescript, accepted),
    typescript,
    ...second,
  };
}

const verdictOf = (second: Second): VerifiedVerdict | ByCoq =>
  "coq" in second ? second.coq : second.verified;

/**
 * Both verdicts as lines, and a line of alarm if they differ.
 *
 * @param typescript the verdict of the checker in TypeScript in words.
 */
export function wordingOfBoth(both: BothVerdicts, typescript: string): string {
  const second = `${"coq" in both ? "coq" : "verified"}: ${wordingOf(verdictOf(both))}`;
  return [`typescript: ${typescript}`, second, ...(both.agree ? [] : [ALARM])].join("\n");
}

/** A verdict in words. The reason may quote the file, and the file may hold any character. */
export function wordingOf(verdict: CertificateVerdict | VerifiedVerdict | ByCoq): string {
  if (verdict.accepted) return visible(`accepted: ${verdict.shows}`);
  return visible(`rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`);
}
