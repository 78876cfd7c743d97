import { InputError } from "../exact/inputError.js";
import type { Activation } from "../landscape/activation.js";
import { parseActivation } from "../landscape/activationText.js";
import { type DataSet, requireFittingData } from "../landscape/data.js";
import { parseDataFile } from "../landscape/dataFile.js";
import { type LandscapeReport, costNamed, landscapeReport } from "./landscapeReport.js";
import { type LandscapeCertificate, pointAbove, writeLandscapeCertificate } from "./landscapeCertificate.js";
import { readNetwork } from "./networkPair.js";
import { placeOf, readText } from "./readText.js";

/** Files and names of what is to be looked at, as a worker gets them. */
export interface LandscapeRequest {
  readonly network: string;
  readonly data: string;
  readonly activation: string;
  readonly cost: string;
  /** Where a certificate goes, if one is wanted. */
  readonly certificate?: string;
}

/** What the landscape is like, and what was written of it; --json prints it as it is. */
export interface LandscapeFinding extends LandscapeReport {
  readonly certificate?: LandscapeCertificate;
}

/** Training data from their file. */
export function readData(file: string): DataSet {
  return parseDataFile(readText(file), placeOf(file));
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
 * Reads the files, and says what the landscape is like there; writes the certificate if one is wanted.
 *
 * @param budget MiB.
 */
export async function landscapeOf(request: LandscapeRequest, budget: number): Promise<LandscapeFinding> {
  const network = readNetwork(request.network);
  const data = readData(request.data);
  placing(placeOf(request.data), () => {
    requireFittingData(network, data);
  });
  const activation = parseActivation(request.activation);
  const point = { network, data, activation, cost: costNamed(request.cost) };
  const { certificate: file } = request;
  if (file === undefined) return landscapeReport(point, budget);
  // First, as it is told at once, and the Hessian may take long.
  const above = pointAbove(point);
  const report = landscapeReport(point, budget);
  const names = { file, network: request.network, data: request.data };
  return { ...report, certificate: await writeLandscapeCertificate(above, report.critical, names) };
}
