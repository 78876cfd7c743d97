import { parseActivation } from "../../../landscape/activations/activationText.js";
import { requireFittingData } from "../../../landscape/loss/data.js";
import { dataIn } from "../../files/dataFiles.js";
import { networkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { placed } from "../../options/placed.js";
import {
  type CertificateNames,
  type LandscapeCertificate,
  pointAbove,
  writeLandscapeCertificate,
} from "./certificate.js";
import { type LandscapeReport, costNamed, landscapeReport } from "./report.js";

/** What `equiloss landscape` is asked. */
export interface LandscapeRequest {
  readonly network: Source;
  readonly data: Source;
  readonly activation: string;
  readonly cost: string;
  /** MiB that the Hessian may take. */
  readonly budget: number;
  /** Where a certificate goes, if one is asked for, and how the files were named. */
  readonly certificate?: CertificateNames;
}

/** What the landscape is like, and the certificate that was written. --json prints this as it is. */
export interface LandscapeFinding extends LandscapeReport {
  readonly certificate?: LandscapeCertificate;
}

/**
 * Parses the files, says what the landscape is like there, and writes the certificate if one is asked for.
 */
export async function landscapeFinding(request: LandscapeRequest): Promise<LandscapeFinding> {
  const network = networkIn(request.network);
  const data = dataIn(request.data);
  placed(request.data.place, () => {
    requireFittingData(network, data);
  });
  const activation = parseActivation(request.activation);
  const point = { network, data, activation, cost: costNamed(request.cost) };
  const { certificate: names, budget } = request;
  if (names === undefined) return landscapeReport(point, budget);
  // This comes first, since it is quick and the Hessian may take long.
  const above = pointAbove(point);
  const report = landscapeReport(point, budget);
  return { ...report, certificate: await writeLandscapeCertificate(above, report.critical, names) };
}
