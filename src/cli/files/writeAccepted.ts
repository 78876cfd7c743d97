import type { Certificate, Origin } from "../../certificate/certificate.js";
import { certificateText } from "../../certificate/certificateText.js";
import { type Written, writeCertificate } from "../../certificate/writeCertificate.js";
import { checkCertificate } from "../../checker/check.js";
import type { Expected } from "../../checker/verdict.js";
import type { InputError } from "../../exact/inputError.js";

/** A certificate, what it is to be accepted for, and where it goes. */
export interface Submission {
  readonly file: string;
  readonly certificate: Certificate;
  readonly expected: Expected;
  readonly origin: Origin;
}

/**
 * Writes a certificate once the checker has accepted it.
 *
 * @param tooLong the error for one that is right, but longer than the checker's limits; it is told which.
 * @throws Error if the checker rejects it for another reason: then it is wrong.
 */
export async function writeAccepted(
  { file, certificate, expected, origin }: Submission,
  tooLong: (limit: string) => InputError,
): Promise<Written> {
  const verdict = await checkCertificate(certificateText(certificate, origin), expected);
  if (!verdict.accepted) {
    const { rule, where, reason } = verdict;
    if (rule !== "size" && rule !== "rational") throw new Error(`made what ${rule} rejects: ${reason}`);
    throw tooLong(`${reason}, at ${where}`);
  }
  return writeCertificate(file, () => certificate, origin);
}
