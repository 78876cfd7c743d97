import { certificateNetwork } from "../certificate/certificateNetwork.js";
import { certificateActivation, certificateData } from "../certificate/criticalCertificate.js";
import { certificateLayers } from "../certificate/layeredPathCertificate.js";
import { checkCertificate } from "../checker/check.js";
import type { Expected, WrittenLayers, WrittenNetwork, CertificateVerdict } from "../checker/verdict.js";
import { InputError } from "../exact/inputError.js";
import { parseActivation } from "../landscape/activations/activationText.js";
import { parseMultiLayerFile } from "../network/multiLayerFile.js";
import { type Source, textOf } from "./inputs.js";
import { dataIn } from "./landscaping.js";
import { networkIn } from "./networkPair.js";

/** What the caller wants shown, as a worker gets it. */
export interface Wanted {
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

/** The claim on networks of several layers. */
export const LAYERED = "mlp-connected";

/**
 * What the checker says of a certificate.
 *
 * @throws InputError if a file is no text, or one of the caller's isn't what it should be.
 */
export function checkSource(certificate: Source, wanted: Wanted): Promise<CertificateVerdict> {
  // What is wrong with the caller's own files is told first.
  const expected = expectedOf(wanted);
  return checkCertificate(certificateIn(certificate), expected);
}

function expectedOf({ claim, refuted, r, m, ...files }: Wanted): Expected {
  const networkOf = claim === LAYERED ? layers : network;
  return {
    claim,
    ...(refuted ? { refuted } : {}),
    ...(r === undefined ? {} : { r }),
    ...(m === undefined ? {} : { m }),
    ...(files.network === undefined ? {} : { theta: networkOf(files.network) }),
    ...(files.data === undefined ? {} : { data: certificateData(dataIn(files.data)) }),
    ...(files.activation === undefined
      ? {}
      : { activation: certificateActivation(parseActivation(files.activation)) }),
    ...(files.from === undefined ? {} : { from: networkOf(files.from) }),
    ...(files.to === undefined ? {} : { to: networkOf(files.to) }),
  };
}

function network(source: Source): WrittenNetwork {
  return certificateNetwork(networkIn(source));
}

function layers(source: Source): WrittenLayers {
  return certificateLayers(parseMultiLayerFile(textOf(source), source.place));
}

/** The text as it is: a byte order mark stays, for the checker to object to. */
function certificateIn({ bytes, place }: Source): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError("not UTF-8 text", "give a certificate as `equiloss certify` writes them", place);
  }
}
