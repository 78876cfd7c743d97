import { labelledPartitionCount } from "../combinatorics/labelledPartitionCount.js";
import type { Certificate } from "../certificate/certificate.js";
import { connectedCertificate } from "../certificate/connectedCertificate.js";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../certificate/counterexampleCertificate.js";
import { enumerationCertificate, leastBytes } from "../certificate/enumerationCertificate.js";
import { layeredPathCertificate } from "../certificate/layeredPathCertificate.js";
import { leastPathBytes, pathCertificate } from "../certificate/pathCertificate.js";
import { type Written, writeCertificate } from "../certificate/writeCertificate.js";
import { InputError } from "../exact/inputError.js";
import {
  IntersectionGraph,
  intersectionGraphBytes,
  intersectionGraphSize,
} from "../manifold/intersectionGraph.js";
import { layerPath } from "../manifold/layerPath.js";
import { shortestPath } from "../manifold/shortestPath.js";
import { isIrreducible } from "../network/irreducible.js";
import { randomIrreducible } from "../network/randomNetwork.js";
import { type CriticalCertification, critical } from "./criticalCertification.js";
import { requireMemory } from "./memory.js";
import { isolation, requireListable } from "./layerPathReport.js";
import { type LayersPair, readAnyPair } from "./layersPair.js";
import { type NetworkPair, readNetwork } from "./networkPair.js";
import { packageVersion } from "./packageVersion.js";
import { MAX_BYTES, placeOf } from "./readText.js";

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

type Report = (done: number, total: number) => void;

/** Makes a certificate and writes it. */
export function certify(
  { request, output, command, budget }: Certification,
  progress: Report,
): CertificationReport {
  let claim = "";
  const make = (): Certificate => {
    const certificate = certificateFor(request, budget, progress);
    claim = certificate.claim;
    return certificate;
  };
  const written = writeCertificate(output, make, { command, version: packageVersion() });
  return { ...written, claim };
}

function certificateFor(request: CertificationRequest, budget: number, progress: Report): Certificate {
  switch (request.what) {
    case "enumeration":
      return enumeration(request.r, request.m, progress);
    case "connected":
      return connected(request, budget, progress);
    case "path":
      return pathBetween(request.from, request.to);
    case "literal formula":
      return literalFormula(request.r, request.m);
    case "gradient flow":
      return gradientFlowCounterexample();
    case "critical":
      return critical(request);
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
  // To find the neighbours of all subspaces is one half of the work, to write a point for each the other.
  const graph = new IntersectionGraph(r, m, (done, total) => {
    progress(done, 2 * total);
  });
  return connectedCertificate(network, graph, (done) => {
    progress(graph.vertexCount + done, 2 * graph.vertexCount);
  });
}

function pathBetween(fromFile: string, toFile: string): Certificate {
  const pair = readAnyPair(fromFile, toFile);
  return "layers" in pair ? layeredPath(pair.layers) : path(pair);
}

function layeredPath(pair: LayersPair): Certificate {
  const found = layerPath(pair.theta, pair.from, pair.to);
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
