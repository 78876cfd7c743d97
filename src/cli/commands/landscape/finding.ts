import { parseActivation } from "../../../landscape/activations/activationText.js";
import { requireFittingData } from "../../../landscape/loss/data.js";
import { isTwoLayer } from "../../../network/anyNetwork.js";
import { dataIn } from "../../files/dataFiles.js";
import { anyNetworkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import type { Hear } from "../../terminal/progress.js";
import {
  type CertificateNames,
  type LandscapeCertificate,
  pointAbove,
  writeLandscapeCertificate,
} from "./certificate.js";
import { exactEstimate } from "./estimate.js";
import { type EnclosedReport, enclosedReport } from "./enclosedReport.js";
import { type ReportedLimit, requireCertifiable, writeNearCertificate } from "./nearCertificate.js";
import { type LandscapeReport, costNamed, landscapeReport } from "./report.js";

/** What `equiloss landscape` is asked. */
export interface LandscapeRequest {
  readonly network: Source;
  readonly data: Source;
  readonly activation: string;
  readonly cost: string;
  readonly mean: boolean;
  /** Whether what could be computed exactly is enclosed, too. */
  readonly enclose: boolean;
  /** "p/q". */
  readonly threshold?: string;
  /** MiB that the Hessian may take. */
  readonly budget: number;
  /** Where a certificate goes, if one is asked for, and how the files were named. */
  readonly certificate?: CertificateNames;
}

/** What the landscape is like, and the certificate that was written. --json prints this as it is. */
export type LandscapeFinding = (LandscapeReport | EnclosedReport) & {
  readonly certificate?: LandscapeCertificate;
  /** What the certificate is about, if that is a limit that the network is on its way to. */
  readonly limit?: ReportedLimit;
};

/**
 * Parses the files, says what the landscape is like there, and writes the certificate if one is asked for. It
 * is exact where network, activation and cost are such that it can be.
 */
export async function landscapeFinding(request: LandscapeRequest, hear: Hear): Promise<LandscapeFinding> {
  const network = anyNetworkIn(request.network);
  const data = dataIn(request.data);
  const { activation, mean, enclose, threshold, certificate: names, budget } = request;
  const isExact = isExactly(request.activation, request.cost) && !enclose;
  if (!isExact || !isTwoLayer(network)) {
    const question = {
      network,
      data,
      activation,
      cost: request.cost,
      mean,
      budget,
      ...present({ threshold }),
    };
    // This comes first, since it is quick and the rest may take long.
    if (names !== undefined) {
      placed("--certificate", () => {
        requireCertifiable(question);
      });
    }
    const { report, landscape } = placed(request.data.place, () => enclosedReport(question, hear));
    if (names === undefined) return report;
    return { ...report, ...(await writeNearCertificate(question, landscape, names)) };
  }
  placed(request.data.place, () => {
    requireFittingData(network, data);
  });
  const point = { network, data, activation: parseActivation(activation), cost: costNamed(request.cost) };
  hear(0, 1, exactEstimate(point));
  const options = { budget, mean, threshold };
  if (names === undefined) return landscapeReport(point, options);
  // This comes first, since it is quick and the Hessian may take long.
  const above = pointAbove(point);
  const report = landscapeReport(point, options);
  return { ...report, certificate: await writeLandscapeCertificate(above, report.critical, names) };
}

/** Whether activation and cost have rational values. */
export function isExactly(activation: string, cost: string): boolean {
  return /^(?:poly|ratio):/.test(activation) && cost !== "cross-entropy";
}
