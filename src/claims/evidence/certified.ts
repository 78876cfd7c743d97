import type { Certificate } from "../../certificate/certificate.js";
import { certificateText } from "../../certificate/certificateText.js";
import { checkCertificate } from "../../checker/check.js";
import type { Expected } from "../../checker/verdict.js";
import { DistinctCertificates } from "./distinctCertificates.js";
import type { Certified } from "./verdict.js";

/** A certificate and what the checker is asked to find in it. */
export interface Instance {
  readonly certificate: Certificate;
  readonly asked: Expected;
}

/** What a certified check goes through. */
export interface CertifiedCheck {
  /** What the certificates show, in words. */
  readonly what: string;
  /** For which sizes and networks. */
  readonly range: string;
  /** How many instances there are, counted by other means than listing them. */
  readonly expected: bigint;
  readonly instances: Iterable<Instance>;
  readonly progress: (done: number, total: number) => void;
}

/** Who made a certificate has no weight with the checker. */
const ORIGIN = { command: "equiloss verify", version: "in memory" };

/**
 * Has the independent checker judge every certificate, as text, the way a file would be. Holds only if all
 * are accepted, as many as expected, and no two are of one instance: six that are one show no more than one.
 */
export async function certified(options: CertifiedCheck): Promise<Certified> {
  const { what, range, expected, instances, progress } = options;
  const distinct = new DistinctCertificates();
  let failure: string | undefined;
  try {
    for (const { certificate, asked } of instances) {
      const text = certificateText(certificate, ORIGIN);
      const verdict = await checkCertificate(text, asked);
      failure = verdict.accepted
        ? distinct.add(certificate, text)
        : `rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`;
      if (failure !== undefined) break;
      progress(distinct.size, Number(expected));
    }
  } catch (error) {
    failure = `stopped by an error: ${error instanceof Error ? error.message : String(error)}`;
  }
  const accepted = distinct.size;
  if (failure === undefined && (BigInt(accepted) !== expected || accepted === 0)) {
    failure = `${accepted} certificates, expected ${expected}`;
  }
  return {
    kind: "certified",
    held: failure === undefined,
    what,
    range,
    accepted: accepted.toString(),
    expected: expected.toString(),
    ...(failure === undefined ? {} : { failure }),
  };
}
