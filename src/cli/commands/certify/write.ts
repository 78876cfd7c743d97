import type { Certificate, Origin } from "../../../certificate/certificate.js";
import { certificateText } from "../../../certificate/certificateText.js";
import { writeCertificate } from "../../../certificate/writeCertificate.js";
import { checkCertificate } from "../../../checker/check.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { Hear } from "../../terminal/progress.js";
import type { Say } from "../../threads/saying.js";
import { certificateFor } from "./certificates.js";
import { type CriticalRequest, critical } from "./criticalPoint.js";
import type { Certification, CertificationReport, RejectedCertification } from "./request.js";

/** Makes a certificate and writes it. */
export async function writeRequested(
  { request, output, command, budget }: Certification,
  hear: Hear,
  say: Say,
): Promise<CertificationReport | RejectedCertification> {
  const origin = { command, version: packageVersion() };
  if (request.what === "critical") return writeCritical(request, output, origin);
  let claim = "";
  const make = (): Certificate => {
    const certificate = certificateFor(request, budget, hear, (line) => {
      void say("stderr", new TextEncoder().encode(`${line}\n`));
    });
    claim = certificate.claim;
    return certificate;
  };
  return { ...writeCertificate(output, make, origin), claim };
}

/** Whether a critical point settles the claim depends on luck and on the options, so the checker is asked. */
async function writeCritical(
  request: CriticalRequest,
  output: string,
  origin: Origin,
): Promise<CertificationReport | RejectedCertification> {
  const { claim, r, copies } = request;
  const m = copies.reduce((sum, count) => sum + count, 0);
  const { certificate, ...found } = critical(request);
  const verdict = await checkCertificate(certificateText(certificate, origin), { claim, r, m });
  if (!verdict.accepted) return { claim, rejected: verdict };
  return { ...writeCertificate(output, () => certificate, origin), claim, ...found };
}
