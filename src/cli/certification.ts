import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import type { Certificate, Origin } from "../certificate/certificate.js";
import { certificateText } from "../certificate/certificateText.js";
import { connectedCertificate } from "../certificate/connectedCertificate.js";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../certificate/counterexampleCertificate.js";
import { enumerationCertificate, leastBytes } from "../certificate/enumerationCertificate.js";
import { layeredPathCertificate } from "../certificate/layeredPathCertificate.js";
import { fitsMorse, morseCertificate } from "../certificate/morseCertificate.js";
import { leastPathBytes, pathCertificate } from "../certificate/pathCertificate.js";
import { type Written, writeCertificate } from "../certificate/writeCertificate.js";
import { checkCertificate } from "../checker/check.js";
import type { CertificateVerdict } from "../checker/verdict.js";
import { InputError } from "../exact/inputError.js";
import {
  IntersectionGraph,
  intersectionGraphBytes,
  intersectionGraphSize,
} from "../manifold/graph/intersectionGraph.js";
import { multiLayerPath } from "../manifold/layers/multiLayerPath.js";
import { shortestPath } from "../manifold/paths/shortestPath.js";
import { placementComplexBytes } from "../manifold/topology/placementComplex.js";
import { isIrreducible } from "../network/irreducible.js";
import { randomIrreducible } from "../network/randomNetwork.js";
import { type CriticalCertification, critical } from "./criticalCertification.js";
import { requireMemory } from "./memory.js";
import { isolation, requireListable } from "./multiLayerPathReport.js";
import { type LayersPair, pairIn } from "./layersPair.js";
import { type NetworkPair, networkIn } from "./networkPair.js";
import { packageVersion } from "./packageVersion.js";
import { MAX_BYTES, type Source } from "./inputs.js";

/** What to certify, as a worker gets it. */
export type CertificationRequest =
  | { readonly what: "enumeration"; readonly r: number; readonly m: number }
  | {
      readonly what: "connected";
      readonly r: number;
      readonly m: number;
      /** The file of θ^r, or what a random one is to be like. */
      readonly theta:
        Source | { readonly inputDimension: number; readonly outputDimension: number; readonly seed: number };
    }
  | { readonly what: "morse"; readonly r: number; readonly m: number }
  | { readonly what: "path"; readonly from: Source; readonly to: Source }
  | { readonly what: "literal formula"; readonly r: number; readonly m: number }
  | { readonly what: "gradient flow" }
  | CriticalCertification;

/** A request, where the certificate goes, and the command line that asks for it. */
export interface Certification {
  readonly request: CertificationRequest;
  readonly output: string;
  readonly command: string;
  /** MiB. */
  readonly budget: number;
}

/** What was certified. */
export interface CertificationReport extends Written {
  readonly claim: string;
}

/** A certificate that the checker doesn't take for its claim, so that none was written. */
export interface RejectedCertification {
  readonly claim: string;
  readonly rejected: Exclude<CertificateVerdict, { readonly accepted: true }>;
}

type Report = (done: number, total: number) => void;

/** Makes a certificate and writes it. */
export async function certify(
  { request, output, command, budget }: Certification,
  progress: Report,
): Promise<CertificationReport | RejectedCertification> {
  const origin = { command, version: packageVersion() };
  if (request.what === "critical") return certifyCritical(request, output, origin);
  let claim = "";
  const make = (): Certificate => {
    const certificate = certificateFor(request, budget, progress);
    claim = certificate.claim;
    return certificate;
  };
  return { ...writeCertificate(output, make, origin), claim };
}

/** Whether a critical point settles the claim is a matter of luck and of what was asked for: the checker knows. */
async function certifyCritical(
  request: CriticalCertification,
  output: string,
  origin: Origin,
): Promise<CertificationReport | RejectedCertification> {
  const { claim, r, copies } = request;
  const m = copies.reduce((sum, count) => sum + count, 0);
  const certificate = critical(request);
  const verdict = await checkCertificate(certificateText(certificate, origin), { claim, r, m });
  if (!verdict.accepted) return { claim, rejected: verdict };
  return { ...writeCertificate(output, () => certificate, origin), claim };
}

function certificateFor(
  request: Exclude<CertificationRequest, CriticalCertification>,
  budget: number,
  progress: Report,
): Certificate {
  switch (request.what) {
    case "enumeration":
      return enumeration(request.r, request.m, progress);
    case "connected":
      return connected(request, budget, progress);
    case "morse":
      return morse(request.r, request.m, budget, progress);
    case "path":
      return pathBetween(request.from, request.to);
    case "literal formula":
      return literalFormula(request.r, request.m);
    case "gradient flow":
      return gradientFlowCounterexample();
  }
}

function enumeration(r: number, m: number, progress: Report): Certificate {
  requireRoom(r, m);
  const count = Number(labelledPartitionCount(r, m));
  return enumerationCertificate(r, m, (done) => {
    progress(done, count);
  });
}

function connected(
  { r, m, theta }: Extract<CertificationRequest, { what: "connected" }>,
  budget: number,
  progress: Report,
): Certificate {
  if (r === m) throw new InputError(`r = m = ${r}: ${r}! isolated points are not connected`, "give r < m");
  requireRoom(r, m);
  const network =
    "bytes" in theta
      ? networkIn(theta)
      : randomIrreducible(r, theta.inputDimension, theta.outputDimension, theta.seed);
  if (network.units.length !== r || !isIrreducible(network)) {
    throw new InputError(
      `not an irreducible network of width ${r}`,
      "give one, such as `equiloss reduce` makes",
      "bytes" in theta ? theta.place : "theta",
    );
  }
  requireMemory(
    `certify connected ${r} ${m}`,
    intersectionGraphBytes(intersectionGraphSize(r, m), m),
    budget,
  );
  // To find the neighbours of all subspaces is one half of the work, to write a point for each the other.
  const graph = new IntersectionGraph(r, m, (done, total) => {
    progress(done, 2 * total);
  });
  return connectedCertificate(network, graph, (done) => {
    progress(graph.vertexCount + done, 2 * graph.vertexCount);
  });
}

function morse(r: number, m: number, budget: number, progress: Report): Certificate {
  if (!fitsMorse(r, m)) {
    throw new InputError(
      `(${r}, ${m}) is too large: certificates of this kind have m ≤ 17 and at most 2^18 cells`,
      "choose smaller widths",
    );
  }
  requireMemory(`certify morse ${r} ${m}`, placementComplexBytes(r, m), budget);
  return morseCertificate(r, m, progress);
}

function pathBetween(from: Source, to: Source): Certificate {
  const pair = pairIn(from, to);
  return "layers" in pair ? layeredPath(pair.layers) : path(pair);
}

function layeredPath(pair: LayersPair): Certificate {
  const found = multiLayerPath(pair.theta, pair.from, pair.to);
  if ("isolatedLayer" in found) {
    throw new InputError(isolation(pair, found), "give networks with a unit to spare in every hidden layer");
  }
  requireListable(found, pair.from, 1, "give networks with fewer units");
  return layeredPathCertificate(pair.theta, found.list());
}

function path({ theta, from, to }: NetworkPair): Certificate {
  const found = shortestPath(theta, from, to);
  if (found === undefined) {
    throw new InputError(
      "no path: without a neuron to spare the points are isolated",
      "give networks wider than they reduce to",
    );
  }
  requireCap(BigInt(leastPathBytes(found.path.segments + 1, from)), "give networks with fewer neurons");
  return pathCertificate(theta, found.path.list(), found.optimal);
}

function literalFormula(r: number, m: number): Certificate {
  if (m - r < 3) throw new InputError(`the displayed formula is right at (${r},${m})`, "give m ≥ r + 3");
  if (m > 16)
    throw new InputError(`m = ${m} is too large: the formula has up to 2^(m−1) summands`, "give m ≤ 16");
  return literalFormulaCounterexample(r, m);
}

function requireRoom(r: number, m: number): void {
  requireCap(leastBytes(labelledPartitionCount(r, m), m), "choose smaller widths");
}

function requireCap(bytes: bigint, repair: string): void {
  if (bytes <= BigInt(MAX_BYTES)) return;
  throw new InputError(
    `the certificate would take at least ${bytes} bytes, the format's cap is ${MAX_BYTES}`,
    repair,
  );
}
