import { expect } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected, WrittenNetwork, CertificateVerdict } from "../../src/checker/verdict.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { type Json, reseal } from "../checker/seal.js";

export const ORIGIN = { command: "by hand", version: "0.0.0" };

export const checked = (certificate: Certificate, expected: Expected): Promise<CertificateVerdict> =>
  checkCertificate(certificateText(certificate, ORIGIN), expected);

export const SHOWN = expect.objectContaining({ accepted: true }) as CertificateVerdict;

export const bodyOf = (certificate: Certificate): Record<string, Json> =>
  (JSON.parse(certificateText(certificate, ORIGIN)) as { body: Record<string, Json> }).body;

/** The network that a certificate writes so. */
export function networkOf(value: unknown): TwoLayerNetwork {
  const { incoming, outgoing } = value as WrittenNetwork;
  return twoLayerNetwork(
    incoming[0]?.length ?? 0,
    outgoing[0]?.length ?? 0,
    incoming.map((w, unit) => unitOf(w, outgoing[unit] ?? [])),
  );
}

/** What the checker says of a body that was changed, sealed anew. */
export async function planted(
  certificate: Certificate,
  expected: Expected,
  change: (body: Record<string, Json>) => void,
): Promise<string> {
  const file = JSON.parse(certificateText(certificate, ORIGIN)) as Record<string, Json>;
  change(file.body as Record<string, Json>);
  const verdict = await checkCertificate(reseal(file), expected);
  return verdict.accepted ? "accepted" : verdict.rule;
}
