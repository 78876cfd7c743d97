import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import { mirroringOf } from "../../../combinatorics/signed/parity.js";
import type { Certificate } from "../../../certificate/certificate.js";
import { connectedCertificate } from "../../../certificate/connectedCertificate.js";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../../../certificate/counterexampleCertificate.js";
import { enumerationCertificate, leastBytes } from "../../../certificate/enumerationCertificate.js";
import { layeredPathCertificate, leastLayeredBytes } from "../../../certificate/layeredPathCertificate.js";
import { mirroredPathCertificate } from "../../../certificate/mirroredPathCertificate.js";
import { fitsMorse, morseCertificate } from "../../../certificate/morseCertificate.js";
import { leastPathBytes, pathCertificate } from "../../../certificate/pathCertificate.js";
import { InputError } from "../../../exact/inputError.js";
import { IntersectionGraph, intersectionGraphSize } from "../../../manifold/graph/intersectionGraph.js";
import { intersectionGraphBytes } from "../../../manifold/graph/meetingGraph.js";
import { multiLayerPath } from "../../../manifold/layers/multiLayerPath.js";
import { shortestPath } from "../../../manifold/paths/shortestPath.js";
import { placementComplexBytes } from "../../../manifold/topology/placementComplex.js";
import { isIrreducible } from "../../../network/irreducible.js";
import { randomIrreducible } from "../../../network/randomNetwork.js";
import type { ActivationSymmetry } from "../../../network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../../network/activations/namedSymmetries.js";
import type { MultiLayerNetwork } from "../../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import { type NetworkPair, mirroredPairIn, networkIn, pairIn } from "../../files/networks.js";
import { MAX_BYTES, type Source } from "../../files/sources.js";
import { requireMemory } from "../../options/memory.js";
import type { Hear } from "../../terminal/progress.js";
import { isolation, weightsOf } from "../path/answer.js";
import { parityOf, shortestMirrored } from "../path/mirroredAnswer.js";
import type { CriticalRequest } from "./criticalPoint.js";
import type { CertificationRequest } from "./request.js";

/**
 * Makes the certificate that is asked for.
 *
 * @param budget MiB.
 * @throws InputError if there is no such certificate, or if it would be too large.
 */
export function certificateFor(
  request: Exclude<CertificationRequest, CriticalRequest>,
  budget: number,
  hear: Hear,
): Certificate {
  switch (request.what) {
    case "enumeration":
      return enumeration(request.r, request.m, hear);
    case "connected":
      return connected(request, budget, hear);
    case "morse":
      return morse(request, budget, hear);
    case "path":
      return pathBetween(request);
    case "literal formula":
      return literalFormula(request.r, request.m);
    case "gradient flow":
      return gradientFlowCounterexample();
  }
}

function enumeration(r: number, m: number, hear: Hear): Certificate {
  requireRoom(r, m);
  const count = Number(labelledPartitionCount(r, m));
  return enumerationCertificate(r, m, (done) => {
    hear(done, count);
  });
}

function connected(
  { r, m, theta }: Extract<CertificationRequest, { what: "connected" }>,
  budget: number,
  hear: Hear,
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
  // Half of the work is to find the neighbours of all subspaces, half to write a point for each.
  const graph = new IntersectionGraph(r, m, (done, total) => {
    hear(done, 2 * total);
  });
  return connectedCertificate(network, graph, (done) => {
    hear(graph.vertexCount + done, 2 * graph.vertexCount);
  });
}

function morse(
  { r, m, parity }: Extract<CertificationRequest, { what: "morse" }>,
  budget: number,
  hear: Hear,
): Certificate {
  const images = parity === undefined ? 1 : mirroringOf(parity).images;
  if (!fitsMorse(r, m, images)) {
    throw new InputError(
      `(${r}, ${m}) is too large: certificates of this kind have m ≤ 17 and at most 2^18 cells`,
      "choose smaller widths",
    );
  }
  requireMemory(`certify morse ${r} ${m}`, placementComplexBytes(r, m, images), budget);
  return morseCertificate(r, m, hear, parity);
}

function pathBetween({
  from,
  to,
  mirroredFor,
}: Extract<CertificationRequest, { what: "path" }>): Certificate {
  if (mirroredFor !== undefined) return mirroredPath(from, to, parseSymmetry(mirroredFor));
  const pair = pairIn(from, to);
  return "units" in pair ? path(pair.units) : layeredPath(pair.layers);
}

function mirroredPath(first: Source, second: Source, symmetry: ActivationSymmetry): Certificate {
  const { theta, from, to } = mirroredPairIn(first, second, symmetry);
  const path = shortestMirrored({ theta, from, to }, symmetry);
  if (path === undefined) throw isolated();
  requireCap(BigInt(leastPathBytes(path.points.length, from)), "give networks with fewer neurons");
  return mirroredPathCertificate(theta, path, parityOf(symmetry));
}

function layeredPath(pair: NetworkPair<MultiLayerNetwork>): Certificate {
  const result = multiLayerPath(pair.theta, pair.from, pair.to);
  if ("isolatedLayer" in result) {
    throw new InputError(isolation(result), "give networks with a neuron to spare in every hidden layer");
  }
  const bytes = leastLayeredBytes(result.segments + 1, weightsOf(pair.from).count);
  requireCap(BigInt(bytes), "give networks with fewer neurons");
  return layeredPathCertificate(pair.theta, result.list());
}

function path({ theta, from, to }: NetworkPair<TwoLayerNetwork>): Certificate {
  const shortest = shortestPath(theta, from, to);
  if (shortest === undefined) throw isolated();
  requireCap(BigInt(leastPathBytes(shortest.path.segments + 1, from)), "give networks with fewer neurons");
  return pathCertificate(theta, shortest.path.list(), shortest.optimal);
}

function isolated(): InputError {
  return new InputError(
    "no path: without a neuron to spare the points are isolated",
    "give networks wider than they reduce to",
  );
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
