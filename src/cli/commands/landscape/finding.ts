import { parseActivation } from "../../../landscape/activations/activationText.js";
import { requireFittingData } from "../../../landscape/loss/data.js";
import { dataIn, networkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { placed } from "../../options/placed.js";
import {
  type CertificateNames,
  type LandscapeCertificate,
  pointAbove,
  writeLandscapeCertificate,
} from "./certificate.js";
import { type LandscapeReport, costNamed, landscapeReport } from "./report.js";

/** What is to be looked at. */
export interface LandscapeRequest {
  readonly network: Source;
  readonly data: Source;
  readonly activation: string;
  readonly cost: string;
  /** MiB that the Hessian may take. */
  readonly budget: number;
  /** Where a certificate goes, if one is wanted, and how the files were named. */
  readonly certificate?: CertificateNames;
}

/** What the landscape is like, and what was written of it; --json prints it as it is. */
export interface LandscapeFinding extends LandscapeReport {
  readonly certificate?: LandscapeCertificate;
}

/** Parses the files, and says what the landscape is like there; writes the certificate if one is wanted. */
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
  // First, as it is told at once, and the Hessian may take long.
  const above = pointAbove(point);
  const report = landscapeReport(point, budget);
  return { ...report, certificate: await writeLandscapeCertificate(above, report.critical, names) };
}
