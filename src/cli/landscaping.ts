import { InputError } from "../exact/inputError.js";
import type { Activation } from "../landscape/activations/activation.js";
import { parseActivation } from "../landscape/activations/activationText.js";
import { type DataSet, requireFittingData } from "../landscape/loss/data.js";
import { parseDataFile } from "../landscape/loss/dataFile.js";
import { type LandscapeReport, costNamed, landscapeReport } from "./landscapeReport.js";
import {
  type CertificateNames,
  type LandscapeCertificate,
  pointAbove,
  writeLandscapeCertificate,
} from "./landscapeCertificate.js";
import { networkIn } from "./networkPair.js";
import { type Source, textOf } from "./inputs.js";

/** What is to be looked at, as a worker gets it. */
export interface LandscapeRequest {
  readonly network: Source;
  readonly data: Source;
  readonly activation: string;
  readonly cost: string;
  /** Where a certificate goes, if one is wanted, and how the files were named. */
  readonly certificate?: CertificateNames;
}

/** What the landscape is like, and what was written of it; --json prints it as it is. */
export interface LandscapeFinding extends LandscapeReport {
  readonly certificate?: LandscapeCertificate;
}

/** Training data from their file. */
export function dataIn(source: Source): DataSet {
  return parseDataFile(textOf(source), source.place);
}

/** The activation of the option `--activation`. */
export function activationOption(text: string): Activation {
  return placing("--activation", () => parseActivation(text));
}

function placing<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}

/**
 * Parses the files, and says what the landscape is like there; writes the certificate if one is wanted.
 *
 * @param budget MiB.
 */
export async function landscapeOf(request: LandscapeRequest, budget: number): Promise<LandscapeFinding> {
  const network = networkIn(request.network);
  const data = dataIn(request.data);
  placing(request.data.place, () => {
    requireFittingData(network, data);
  });
  const activation = parseActivation(request.activation);
  const point = { network, data, activation, cost: costNamed(request.cost) };
  const { certificate: names } = request;
  if (names === undefined) return landscapeReport(point, budget);
  // First, as it is told at once, and the Hessian may take long.
  const above = pointAbove(point);
  const report = landscapeReport(point, budget);
  return { ...report, certificate: await writeLandscapeCertificate(above, report.critical, names) };
}
