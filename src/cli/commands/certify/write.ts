import type { Certificate, Origin } from "../../../certificate/certificate.js";
import { certificateText } from "../../../certificate/certificateText.js";
import { writeCertificate } from "../../../certificate/writeCertificate.js";
import { checkCertificate } from "../../../checker/check.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { Hear } from "../../terminal/progress.js";
import type { Say } from "../../threads/saying.js";
import { certificateFor } from "./certificates.js";
import { type CriticalRequest, critical } from "./criticalPoint.js";
import type { Certification, Certified, RejectedCertification } from "./request.js";

/** Makes a certificate and writes it; and makes a file for Coq of it, if that is wanted. */
export async function writeRequested(
  asked: Certification,
  hear: Hear,
  say: Say,
): Promise<Certified | RejectedCertification> {
  const { request, output, wantsFile } = asked;
  if (!wantsFile) return written(asked, hear, say);
  const { fileForCoq, judgedByCoq } = await import("./forCoq.js");
  const judged = judgedByCoq(request);
  const made = await written(asked, hear, say);
  if ("rejected" in made) return made;
  return { ...made, forCoq: await fileForCoq(judged, made.report.claim, output) };
}

async function written(
  { request, output, command, budget }: Certification,
  hear: Hear,
  say: Say,
): Promise<Certified | RejectedCertification> {
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
  const report = { ...writeCertificate(output, make, origin), claim };
  return { report };
}

/** Whether a critical point settles the claim depends on luck and on the options, so the checker is asked. */
async function writeCritical(
  request: CriticalRequest,
  output: string,
  origin: Origin,
): Promise<Certified | RejectedCertification> {
  const { claim, r, copies } = request;
  const m = copies.reduce((sum, count) => sum + count, 0);
  const { certificate, ...found } = critical(request);
  const verdict = await checkCertificate(certificateText(certificate, origin), { claim, r, m });
  if (!verdict.accepted) return { claim, rejected: verdict };
  return { report: { ...writeCertificate(output, () => certificate, origin), claim, ...found } };
}
