import { expect } from "vitest";
import type { Certificate } from "../../src/certificate/certificate.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected, WrittenNetwork, CertificateVerdict } from "../../src/checker/verdict.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import type { Json } from "../checker/seal.js";

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
