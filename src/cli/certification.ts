import { labelledPartitionCount } from "../combinatorics/labelledPartitionCount.js";
import type { Certificate } from "../certificate/certificate.js";
import { connectedCertificate } from "../certificate/connectedCertificate.js";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../certificate/counterexampleCertificate.js";
import { enumerationCertificate, leastBytes } from "../certificate/enumerationCertificate.js";
import { pathCertificate } from "../certificate/pathCertificate.js";
import { type Written, writeCertificate } from "../certificate/writeCertificate.js";
import { InputError } from "../exact/inputError.js";
import {
  IntersectionGraph,
  intersectionGraphBytes,
  intersectionGraphSize,
} from "../manifold/intersectionGraph.js";
import { shortestPath } from "../manifold/shortestPath.js";
import { isIrreducible } from "../network/irreducible.js";
import { parseNetworkFile } from "../network/networkFile.js";
import { randomIrreducible } from "../network/randomNetwork.js";
import { reduce } from "../network/reduction.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { requireMemory } from "./memory.js";
import { packageVersion } from "./packageVersion.js";
import { MAX_BYTES, placeOf, readText } from "./readText.js";

/** What to certify, as a worker gets it. */
export type CertificationRequest =
  | { readonly what: "enumeration"; readonly r: number; readonly m: number }
  | {
      readonly what: "connected";
      readonly r: number;
      readonly m: number;
      /** The file of θ^r, or what a random one is to be like. */
      readonly theta:
        string | { readonly inputDimension: number; readonly outputDimension: number; readonly seed: number };
    }
  | { readonly what: "path"; readonly from: string; readonly to: string }
  | { readonly what: "literal formula"; readonly r: number; readonly m: number }
  | { readonly what: "gradient flow" };

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

type Report = (done: number, total: number) => void;

/** Makes a certificate and writes it. */
export function certify(
  { request, output, command, budget }: Certification,
  progress: Report,
): CertificationReport {
  const certificate = certificateFor(request, budget, progress);
  const written = writeCertificate(output, certificate, { command, version: packageVersion() });
  return { ...written, claim: certificate.claim };
}

function certificateFor(request: CertificationRequest, budget: number, progress: Report): Certificate {
  switch (request.what) {
    case "enumeration":
      requireRoom(request.r, request.m);
      return enumerationCertificate(request.r, request.m);
    case "connected":
      return connected(request, budget, progress);
    case "path":
      return path(readNetwork(request.from), readNetwork(request.to));
    case "literal formula":
      return literalFormula(request.r, request.m);
    case "gradient flow":
      return gradientFlowCounterexample();
  }
}

function connected(
  { r, m, theta }: Extract<CertificationRequest, { what: "connected" }>,
  budget: number,
  progress: Report,
): Certificate {
  if (r === m) throw new InputError(`r = m = ${r}: ${r}! isolated points are not connected`, "give r < m");
  requireRoom(r, m);
  const network =
    typeof theta === "string"
      ? readNetwork(theta)
      : randomIrreducible(r, theta.inputDimension, theta.outputDimension, theta.seed);
  if (network.neurons.length !== r || !isIrreducible(network)) {
    throw new InputError(
      `not an irreducible network of width ${r}`,
      "give one, such as `equiloss reduce` makes",
      typeof theta === "string" ? placeOf(theta) : "theta",
    );
  }
  requireMemory(
    `certify connected ${r} ${m}`,
    intersectionGraphBytes(intersectionGraphSize(r, m), m),
    budget,
  );
  return connectedCertificate(network, new IntersectionGraph(r, m, progress));
}

function path(from: TwoLayerNetwork, to: TwoLayerNetwork): Certificate {
  const theta = reduce(from).irreducible;
  const found = shortestPath(theta, from, to);
  if (found === undefined) {
    throw new InputError(
      "no path: without a neuron to spare the points are isolated",
      "give networks wider than they reduce to",
    );
  }
  return pathCertificate(theta, found.path.list(), found.optimal);
}

function literalFormula(r: number, m: number): Certificate {
  if (m - r < 3) throw new InputError(`the displayed formula is right at (${r},${m})`, "give m ≥ r + 3");
  if (m > 16)
    throw new InputError(`m = ${m} is too large: the formula has up to 2^(m−1) summands`, "give m ≤ 16");
  return literalFormulaCounterexample(r, m);
}

function requireRoom(r: number, m: number): void {
  const bytes = leastBytes(labelledPartitionCount(r, m), m);
  if (bytes <= BigInt(MAX_BYTES)) return;
  throw new InputError(
    `the certificate would take at least ${bytes} bytes, the format's cap is ${MAX_BYTES}`,
    "choose smaller widths",
  );
}

/** A two-layer network from its file. */
export function readNetwork(file: string): TwoLayerNetwork {
  return parseNetworkFile(readText(file), placeOf(file));
}
