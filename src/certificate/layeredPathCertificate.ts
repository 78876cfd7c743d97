import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { coarsestTuple } from "../manifold/layers/multiLayerSubspace.js";
import type { MultiLayerPolyline } from "../manifold/layers/multiLayerPath.js";
import type { MultiLayerNetwork } from "../network/multiLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { certificateVector } from "./certificateNetwork.js";
import { listed } from "./listed.js";
import { type PathForm, pointMembers, writtenLayers } from "./pathChanges.js";

/**
 * A network of several layers as certificates write it: matrices by rows, and either no biases or a list of
 * them for every layer.
 */
export interface CertificateLayers {
  readonly biases: string[][];
  readonly weights: string[][][];
}

/**
 * The weights and biases of a network of several layers as "p" or "p/q" in lowest terms.
 *
 * @throws InputError if one has more digits than a certificate may hold; see `certificateVector`.
 * @example certificateLayers(asMultiLayer(theta)) // { biases: [], weights: [[["1"]], [["2"]]] }
 */
export function certificateLayers(network: MultiLayerNetwork): CertificateLayers {
  requireArguments({ layeredNetwork: { network } });
  const { weights, biases = [] } = network;
  return {
    biases: biases.map(certificateVector),
    weights: weights.map((rows) => rows.map(certificateVector)),
  };
}

/**
 * A polyline between two networks of several layers, all of whose points compute what θ does. A path without
 * segments is written as one segment from the network to itself, so that the checker has a segment to test.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @param form how the points are written.
 * @example layeredPathCertificate(network, { points: [network], tuples: [] }).claim === "mlp-connected"
 */
export function layeredPathCertificate(
  theta: MultiLayerNetwork,
  line: MultiLayerPolyline,
  form: PathForm = "points",
): Certificate {
  requireArguments({ layeredNetwork: { theta }, "{ points, tuples }": { line }, pathForm: { form } });
  const { points, tuples } = line.tuples.length > 0 ? line : still(theta, line);
  return {
    kind: "layered-path",
    claim: "mlp-connected",
    body: {
      theta: { ...certificateLayers(theta) },
      ...pointMembers(
        form,
        writtenLayers(() => points),
      ),
      partitions: listed(
        () => tuples,
        (tuple) => tuple.map(({ codes }) => codes),
      ),
    },
  };
}

function still(theta: MultiLayerNetwork, { points }: MultiLayerPolyline): MultiLayerPolyline {
  const point = entry(points, 0);
  const tuple = coarsestTuple(theta, point);
  if (tuple === undefined)
    throw new RangeError("a path of networks that compute another function than theta");
  return { points: [point, point], tuples: [tuple] };
}
