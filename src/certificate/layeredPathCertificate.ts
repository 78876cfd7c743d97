import type { LayerPolyline } from "../manifold/layerPath.js";
import type { MultiLayerNetwork } from "../network/multiLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { certificateVector } from "./certificateNetwork.js";
import { listed } from "./listed.js";

/** A network of several layers as certificates write it: matrices by rows, and no biases or one list for every layer. */
export interface CertificateLayers {
  readonly biases: string[][];
  readonly weights: string[][][];
}

/**
 * The weights and biases as "p" or "p/q" in lowest terms.
 *
 * @throws InputError if one has more digits than certificates hold, see `certificateVector`.
 * @example certificateLayers(network).biases.length // L, or 0 without biases
 */
export function certificateLayers({ weights, biases = [] }: MultiLayerNetwork): CertificateLayers {
  return {
    biases: biases.map(certificateVector),
    weights: weights.map((rows) => rows.map(certificateVector)),
  };
}

/**
 * A polyline between two networks of several layers, all of whose points compute what θ does. The checker asks for a segment, also
 * between equal networks.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @param line of one segment or more.
 */
export function layeredPathCertificate(
  theta: MultiLayerNetwork,
  { points, tuples }: LayerPolyline,
): Certificate {
  return {
    kind: "layered-path",
    claim: "mlp-connected",
    body: {
      theta: { ...certificateLayers(theta) },
      points: listed(
        () => points,
        (point) => ({ ...certificateLayers(point) }),
      ),
      partitions: listed(
        () => tuples,
        (tuple) => tuple.map(({ codes }) => codes),
      ),
    },
  };
}
