import {
  certificateActivationName,
  nearCriticalCertificate,
} from "../../../certificate/nearCriticalCertificate.js";
import { certificateLayers } from "../../../certificate/layeredPathCertificate.js";
import { certificateData } from "../../../certificate/criticalCertificate.js";
import { squaredError } from "../../../landscape/loss/cost.js";
import type { EnclosedLandscape } from "../../../landscape/nearCritical/enclosedLandscape.js";
import { asMultiLayer } from "../../../network/anyNetwork.js";
import { placed } from "../../options/placed.js";
import { writeAccepted } from "../../files/writeAccepted.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import { shellWord } from "../../terminal/shellWord.js";
import { type CertificateNames, type LandscapeCertificate, refusal } from "./certificate.js";
import type { EnclosedQuestion } from "./enclosedReport.js";

/** The claim that end points of training are classified. */
const CLAIM = "fig-1";

/**
 * Requires a question that a certificate can answer.
 *
 * @throws InputError that names what is in the way.
 */
export function requireCertifiable({ network, activation, cost }: EnclosedQuestion): void {
  if (cost !== squaredError.name)
    throw refusal("the checker computes no other cost than the squared error", "take --cost squared");
  if (asMultiLayer(network).weights.length !== 2)
    throw refusal("the checker computes networks of two layers only", "give one of these");
  certificateActivationName(activation);
}

/**
 * Writes the certificate of a critical point close by, once the checker has accepted it.
 *
 * @throws InputError if none was found, if it is too long for the checker, or if the file can't be written.
 */
export async function writeNearCertificate(
  { network, data, activation }: EnclosedQuestion,
  { critical }: EnclosedLandscape,
  names: CertificateNames,
): Promise<LandscapeCertificate> {
  const layers = asMultiLayer(network);
  const certificate = placed("--certificate", () =>
    nearCriticalCertificate({ network: layers, data, activation, critical }),
  );
  const command = `equiloss landscape <network> <data> --activation ${activation}`;
  const origin = { command, version: packageVersion() };
  const expected = {
    claim: CLAIM,
    theta: certificateLayers(layers),
    data: certificateData(data),
    activation: certificateActivationName(activation),
  };
  const { bytes, digest } = await writeAccepted(
    { file: names.file, certificate, expected, origin },
    (limit) => refusal(`it is too long for the checker (${limit})`, "give fewer neurons or data"),
  );
  const [file, own, points] = [names.file, names.network, names.data].map(shellWord);
  const words = `--claim ${CLAIM} --network ${own} --data ${points} --activation ${activation}`;
  return { file: names.file, claim: CLAIM, bytes, digest, check: `equiloss check ${file} ${words}` };
}
