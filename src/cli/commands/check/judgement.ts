import { certificateNetwork } from "../../../certificate/certificateNetwork.js";
import { certificateActivation, certificateData } from "../../../certificate/criticalCertificate.js";
import { certificateLayers } from "../../../certificate/layeredPathCertificate.js";
import { checkCertificate } from "../../../checker/check.js";
import type {
  Expected,
  WrittenLayers,
  WrittenNetwork,
  CertificateVerdict,
} from "../../../checker/verdict.js";
import { InputError } from "../../../exact/inputError.js";
import { parseActivation } from "../../../landscape/activations/activationText.js";
import { dataIn, layersIn, networkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { present } from "../../options/present.js";
import { LAYERED } from "./parameters.js";

/** A certificate, and what it must show. */
export interface CheckRequest {
  readonly certificate: Source;
  readonly claim: string;
  readonly refuted: boolean;
  readonly r: number | undefined;
  readonly m: number | undefined;
  readonly activation: string | undefined;
  readonly network: Source | undefined;
  readonly data: Source | undefined;
  readonly from: Source | undefined;
  readonly to: Source | undefined;
}

/**
 * Has the checker judge a certificate.
 *
 * @throws InputError if the certificate isn't text, or if a file of the caller's isn't what it should be.
 */
export function judgement({ certificate, ...asked }: CheckRequest): Promise<CertificateVerdict> {
  // Errors in the caller's own files are reported first.
  const expected = expectedOf(asked);
  return checkCertificate(certificateIn(certificate), expected);
}

function expectedOf({ claim, refuted, r, m, ...asked }: Omit<CheckRequest, "certificate">): Expected {
  const networkOf = claim === LAYERED ? layers : network;
  const { data, activation, from, to } = asked;
  return {
    claim,
    ...present({
      refuted: refuted || undefined,
      r,
      m,
      theta: asked.network && networkOf(asked.network),
      data: data && certificateData(dataIn(data)),
      activation: activation === undefined ? undefined : certificateActivation(parseActivation(activation)),
      from: from && networkOf(from),
      to: to && networkOf(to),
    }),
  };
}

function network(source: Source): WrittenNetwork {
  return certificateNetwork(networkIn(source));
}

function layers(source: Source): WrittenLayers {
  return certificateLayers(layersIn(source));
}

/** The text as it is. A byte order mark stays, so that the checker rejects it. */
function certificateIn({ bytes, place }: Source): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError("not UTF-8 text", "give a certificate as `equiloss certify` writes them", place);
  }
}
