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
import { LAYERED } from "./parameters.js";

/** A certificate, and what the caller wants shown. */
export interface CheckRequest {
  readonly certificate: Source;
  readonly claim: string;
  readonly refuted: boolean;
  readonly r?: number;
  readonly m?: number;
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
export function judgement({ certificate, ...wanted }: CheckRequest): Promise<CertificateVerdict> {
  // Errors in the caller's own files are reported first.
  const expected = expectedOf(wanted);
  return checkCertificate(certificateIn(certificate), expected);
}

function expectedOf({ claim, refuted, r, m, ...given }: Omit<CheckRequest, "certificate">): Expected {
  const networkOf = claim === LAYERED ? layers : network;
  return {
    claim,
    ...(refuted ? { refuted } : {}),
    ...(r === undefined ? {} : { r }),
    ...(m === undefined ? {} : { m }),
    ...(given.network === undefined ? {} : { theta: networkOf(given.network) }),
    ...(given.data === undefined ? {} : { data: certificateData(dataIn(given.data)) }),
    ...(given.activation === undefined
      ? {}
      : { activation: certificateActivation(parseActivation(given.activation)) }),
    ...(given.from === undefined ? {} : { from: networkOf(given.from) }),
    ...(given.to === undefined ? {} : { to: networkOf(given.to) }),
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
