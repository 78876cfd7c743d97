import { accept } from "../checker/check.js";
import { type Expected, Rejection, type RuleName } from "../checker/verdict.js";
import { type CheckName, Refusal, Unjudged } from "./answers.js";
import { judged } from "./calls.js";
import { kindsFor } from "./kinds.js";

/**
 * The kernel's answer: which function of Coq's is true of the certificate; or which is false, or by which
 * rule of the frame or of the grammar it is rejected; or what the kernel doesn't judge.
 */
export type KernelVerdict =
  | { readonly accepted: true; readonly shows: string }
  | {
      readonly accepted: false;
      readonly rule: RuleName | CheckName;
      readonly where: string;
      readonly reason: string;
    }
  | Unanswered;

/** That there is no answer, and why. */
export interface Unanswered {
  readonly accepted: undefined;
  readonly unjudged: string;
}

/**
 * Has a certificate judged by a function that is extracted from Coq. The frame and the grammar are those of
 * src/checker; what is asked there of the body's values is asked here of that function. Throws only if this
 * program has a mistake.
 *
 * @param certificate the file's text.
 * @param expected the claim and its parameters.
 */
export async function checkByKernel(certificate: string, expected: Expected): Promise<KernelVerdict> {
  try {
    return { accepted: true, shows: await accept(certificate, expected, kindsFor(judged)) };
  } catch (error) {
    if (error instanceof Rejection) {
      const { rule, where, reason } = error;
      return { accepted: false, rule, where, reason };
    }
    if (error instanceof Refusal) {
      return { accepted: false, rule: error.check, where: "body", reason: error.message };
    }
    if (error instanceof Unjudged) return { accepted: undefined, unjudged: error.message };
    if (!(error instanceof RangeError)) throw error;
    // The machine is at its limits: the kernel recurs as deep as lists are long.
    return { accepted: undefined, unjudged: `what is this large (${String(error)})` };
  }
}
