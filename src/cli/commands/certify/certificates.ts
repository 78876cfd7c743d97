import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import { mirroringOf } from "../../../combinatorics/signed/parity.js";
import type { Certificate } from "../../../certificate/certificate.js";
import { connectedCertificate } from "../../../certificate/connectedCertificate.js";
import {
  gradientFlowCounterexample,
  literalFormulaCounterexample,
} from "../../../certificate/counterexampleCertificate.js";
import { enumerationCertificate, leastBytes } from "../../../certificate/enumerationCertificate.js";
import { layeredPathCertificate } from "../../../certificate/layeredPathCertificate.js";
import { mirroredPathCertificate } from "../../../certificate/mirroredPathCertificate.js";
import { fitsMorse, morseCertificate } from "../../../certificate/morseCertificate.js";
import { pathCertificate } from "../../../certificate/pathCertificate.js";
import {
  type MeasuredLine,
  type PathForm,
  measured,
  writtenLayers,
  writtenUnits,
} from "../../../certificate/pathChanges.js";
import { spuriousCertificate } from "../../../certificate/spuriousCertificate.js";
import { counted } from "../../../exact/counted.js";
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
import { type MultiLayerNetwork, hiddenWidths } from "../../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import { type NetworkPair, mirroredPairIn, networkIn, pairIn } from "../../files/networks.js";
import { MAX_BYTES, type Source } from "../../files/sources.js";
import { requireMemory } from "../../options/memory.js";
import type { Hear } from "../../terminal/progress.js";
import { sizeOf } from "../../terminal/sizeOf.js";
import { isolation } from "../path/answer.js";
import { parityOf, shortestMirrored } from "../path/mirroredAnswer.js";
import type { CriticalRequest } from "./criticalPoint.js";
import type { CertificationRequest } from "./request.js";

/** Tells a person something at once, in a line. */
export type Tell = (line: string) => void;

/** Certificates whose size is told before they are written. */
const LARGE = 50e6;

/**
 * Makes the certificate that is asked for.
 *
 * @param budget MiB.
 * @param tell is told the size of a large one.
 * @throws InputError if there is no such certificate, or if it would be too large.
 */
export function certificateFor(
  request: Exclude<CertificationRequest, CriticalRequest>,
  budget: number,
  hear: Hear,
  tell: Tell,
): Certificate {
  switch (request.what) {
    case "enumeration":
      return enumeration(request.r, request.m, hear);
    case "connected":
      return connected(request, budget, hear);
    case "morse":
      return morse(request, budget, hear);
    case "path":
      return pathBetween(request, tell);
    case "literal formula":
      return literalFormula(request.r, request.m);
    case "gradient flow":
      return gradientFlowCounterexample();
    case "spurious":
      return spuriousCertificate(request.k, request.family);
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

function pathBetween(
  { from, to, mirroredFor }: Extract<CertificationRequest, { what: "path" }>,
  tell: Tell,
): Certificate {
  if (mirroredFor !== undefined) return mirroredPath(from, to, parseSymmetry(mirroredFor), tell);
  const pair = pairIn(from, to);
  return "units" in pair ? path(pair.units, tell) : layeredPath(pair.layers, tell);
}

function mirroredPath(first: Source, second: Source, symmetry: ActivationSymmetry, tell: Tell): Certificate {
  const { theta, from, to } = mirroredPairIn(first, second, symmetry);
  const path = shortestMirrored({ theta, from, to }, symmetry);
  if (path === undefined) throw isolated();
  const segments = path.partitions.length;
  const codes = 2 * segments * from.units.length;
  const form = formOf({ points: writtenUnits(() => path.points), segments, codes }, tell);
  return mirroredPathCertificate(theta, path, parityOf(symmetry), form);
}

function layeredPath({ theta, from, to }: NetworkPair<MultiLayerNetwork>, tell: Tell): Certificate {
  const result = multiLayerPath(theta, from, to);
  if ("isolatedLayer" in result) {
    throw new InputError(isolation(result), "give networks with a neuron to spare in every hidden layer");
  }
  const { segments } = result;
  const codes = segments * hiddenWidths(from).reduce((sum, width) => sum + width);
  const line = result.list();
  const form = formOf({ points: writtenLayers(() => line.points), segments, codes }, tell);
  return layeredPathCertificate(theta, line, form);
}

function path({ theta, from, to }: NetworkPair<TwoLayerNetwork>, tell: Tell): Certificate {
  const shortest = shortestPath(theta, from, to);
  if (shortest === undefined) throw isolated();
  const { path, optimal } = shortest;
  const { segments } = path;
  const codes = segments * from.units.length;
  const form = formOf({ points: writtenUnits(() => path.points()), segments, codes }, tell);
  return pathCertificate(theta, path.list(), optimal, form);
}

/** The shorter form of a path. If it is long, its size is told before it is written. */
function formOf(line: MeasuredLine, tell: Tell): PathForm {
  const { form, characters } = measured(line);
  if (characters > LARGE) {
    const how = form === "changes" ? "the first point and what changes" : "all points";
    tell(`the certificate takes about ${sizeOf(characters)}: ${how} on ${counted(line.segments, "segment")}`);
  }
  return form;
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
