import type { CertificateVerdict } from "../checker/verdict.js";

/**
 * Whether the checker in TypeScript and another agree: both accept or both reject, or the certificate is
 * beyond what the one in TypeScript computes, which doesn't say that it is wrong.
 */
export function agree(typescript: CertificateVerdict, accepted: boolean): boolean {
  return typescript.accepted === accepted || isLimit(typescript);
}

function isLimit(verdict: CertificateVerdict): boolean {
  if (verdict.accepted) return false;
  return verdict.rule === "size" || (verdict.rule === "rational" && verdict.where === "body");
}

/** What is said if they don't. */
export const ALARM =
  "THE CHECKERS DISAGREE: one of them is wrong, so this shows nothing; please report it, with the file";
