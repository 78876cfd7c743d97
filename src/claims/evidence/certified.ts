import type { Certificate } from "../../certificate/certificate.js";
import { certificateText } from "../../certificate/certificateText.js";
import { checkCertificate } from "../../checker/check.js";
import type { Expected } from "../../checker/verdict.js";
import { DistinctCertificates } from "./distinctCertificates.js";
import { type RangeOfRun, stopped } from "./ranged.js";
import type { Certified } from "./verdict.js";

/** A certificate and what the checker is asked to find in it. */
export interface Instance {
  readonly certificate: Certificate;
  readonly asked: Expected;
}

/** The checker gives no weight to the origin. */
const ORIGIN = { command: "equiloss verify", version: "in memory" };

/**
 * Has the independent checker judge the text of every certificate, as it would a file. Holds only if it
 * accepts all, their number is the expected one, and no two are of one instance.
 */
export async function certified(
  options: RangeOfRun & { readonly instances: Iterable<Instance> },
): Promise<Certified> {
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
    failure = stopped(error);
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
