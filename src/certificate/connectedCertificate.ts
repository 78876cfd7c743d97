import type { LabelledPartition } from "../combinatorics/labelledPartition.js";
import { IntersectionGraph } from "../manifold/intersectionGraph.js";
import { intersectionPoint } from "../manifold/intersectionPoint.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type Certificate } from "./certificate.js";
import { type CertificateNetwork, certificateNetwork } from "./certificateNetwork.js";
import { allCodes } from "./enumerationCertificate.js";

/**
 * A spanning tree of the intersection graph, with a point that each subspace shares with its parent, as evidence
 * for claim `thm-3.1-connected` at one θ^r. The tree is of least depths, by breadth-first search from the
 * first labelled partition.
 *
 * @param theta an irreducible network of width r < m.
 * @throws RangeError if some subspace is not reached, as for m = r.
 */
export function connectedCertificate(theta: TwoLayerNetwork, graph: IntersectionGraph): Certificate {
  const { r, m } = graph;
  const depths = graph.distancesFrom(0);
  const parents = Array.from(depths, (depth, vertex) => {
    if (depth < 0) throw new RangeError(`[${graph.partitionAt(vertex).key}] is not reached`);
    return depth === 0 ? 0 : (graph.neighboursOf(vertex).find((other) => depths[other] === depth - 1) ?? 0);
  });
  return {
    kind: "connected",
    claim: "thm-3.1-connected",
    body: {
      r,
      m,
      theta: { ...certificateNetwork(theta) },
      partitions: allCodes(r, m),
      depths: [...depths],
      parents,
      points: sharedPoints(theta, graph, parents),
    },
  };
}

function sharedPoints(
  theta: TwoLayerNetwork,
  graph: IntersectionGraph,
  parents: readonly number[],
): Iterable<{ readonly [Key in keyof CertificateNetwork]: CertificateNetwork[Key] }> {
  return {
    *[Symbol.iterator]() {
      for (const [vertex, parent] of parents.entries()) {
        yield {
          ...certificateNetwork(sharedPoint(theta, graph.partitionAt(vertex), graph.partitionAt(parent))),
        };
      }
    },
  };
}

function sharedPoint(theta: TwoLayerNetwork, p: LabelledPartition, q: LabelledPartition): TwoLayerNetwork {
  const point = intersectionPoint(theta, p, q);
  if (point === undefined) throw new RangeError(`[${p.key}] and [${q.key}] don't meet`);
  return point;
}
