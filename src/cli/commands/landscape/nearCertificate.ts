import {
  certificateActivationName,
  nearCriticalCertificate,
} from "../../../certificate/nearCriticalCertificate.js";
import { certificateLayers } from "../../../certificate/layeredPathCertificate.js";
import { certificateData } from "../../../certificate/criticalCertificate.js";
import type { Certificate } from "../../../certificate/certificate.js";
import { endCertificate } from "../../../certificate/endCertificate.js";
import { PRECISION, criticalEnd, startOf } from "../../../landscape/ends/certifiedEnd.js";
import { givenData } from "../../../landscape/ends/endNetwork.js";
import type { DataSet } from "../../../landscape/loss/data.js";
import { squaredError } from "../../../landscape/loss/cost.js";
import type { EnclosedLandscape } from "../../../landscape/nearCritical/enclosedLandscape.js";
import { asMultiLayer, isTwoLayer } from "../../../network/anyNetwork.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import { placed } from "../../options/placed.js";
import { writeAccepted } from "../../files/writeAccepted.js";
import { present } from "../../options/present.js";
import { roundedUp } from "../../options/rounded.js";
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

/** The limit that a network is on its way to, where units' outgoing weights run off to ±∞. */
export interface ReportedLimit {
  /** The neurons that run off, from 1 on. */
  readonly neurons: readonly number[];
  /** No number of the critical point of the limit differs by more from what it is for the network. */
  readonly radius: string;
  /** The number of negative eigenvalues of the limit's Hessian; all others are positive. */
  readonly index: number;
  /** Whether the loss rises (1) or falls (−1) as the network goes away from the limit: the sign of L₂. */
  readonly slope: 1 | -1;
}

/** A certificate, and the limit that it is about, if it isn't about a point of the network itself. */
type Found = Readonly<{ certificate: Certificate; limit?: ReportedLimit }>;

/**
 * Writes the certificate of a critical point close by, or of one of the limit, once the checker has accepted
 * it.
 *
 * @throws InputError if none was found, if it is too long for the checker, or if the file can't be written.
 */
export async function writeNearCertificate(
  { network, data, activation }: EnclosedQuestion,
  { critical }: EnclosedLandscape,
  names: CertificateNames,
): Promise<Readonly<{ certificate: LandscapeCertificate; limit?: ReportedLimit }>> {
  const layers = asMultiLayer(network);
  const ofLimit =
    critical === undefined && activation === "sigmoid" && isTwoLayer(network)
      ? limitCertificate(network, data)
      : undefined;
  const { certificate, limit }: Found = ofLimit ?? {
    certificate: placed("--certificate", () =>
      nearCriticalCertificate({ network: layers, data, activation, critical }),
    ),
  };
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
  const check = `equiloss check ${file} ${words}`;
  return {
    ...present({ limit }),
    certificate: { file: names.file, claim: CLAIM, bytes, digest, check },
  };
}

/** Of kind `channel`; undefined where no critical point of a limit without copies is proved to be near. */
function limitCertificate(network: TwoLayerNetwork, data: DataSet): Found | undefined {
  if (network.outputDimension !== 1) return undefined;
  const point = criticalEnd(network, givenData(data, PRECISION));
  if (point.kind !== "infinity" || point.found.copies.length > 0) return undefined;
  const { slope, found } = point;
  const { end, index, radius } = found;
  const apart = startOf(network, "infinity").start.members.filter(({ length }) => length > 1);
  const channel = { apart: apart.flat(), slope };
  return {
    certificate: endCertificate({ network, data, center: end.center, box: end.box, radius, channel }),
    limit: { neurons: channel.apart.map((unit) => unit + 1), radius: roundedUp(radius), index, slope },
  };
}
