import { requireArguments } from "../exact/plainJavaScript.js";
import { IntersectionGraph } from "../manifold/graph/intersectionGraph.js";
import { intersectionPoint } from "../manifold/subspaces/intersectionPoint.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { type CertificateNetwork, certificateNetwork } from "./certificateNetwork.js";
import { allCodes } from "./enumerationCertificate.js";
import { listed } from "./listed.js";

/**
 * A spanning tree of the intersection graph, with a point that each subspace shares with its parent, as
 * evidence for claim `thm-3.1-connected` at one θ^r. Breadth-first search from the first labelled partition
 * makes the tree, so each depth is the least possible.
 *
 * @param theta an irreducible network of width r < m.
 * @param progress is called now and then with the number of points written so far.
 * @throws RangeError if some subspace is not reached, which is so for m = r.
 * @example connectedCertificate(theta, new IntersectionGraph(1, 2)).body.parents // [0, 0, 0]
 */
export function connectedCertificate(
  theta: TwoLayerNetwork,
  graph: IntersectionGraph,
  progress?: (done: number) => void,
): Certificate {
  requireArguments({ network: { theta }, graph: { graph } });
  const { r, m } = graph;
  const depths = graph.distancesFrom(0);
  const parents = Array.from(depths, (depth, vertex) => {
    if (depth < 0) throw new RangeError(`[${graph.partitionAt(vertex).key}] is not reached`);
    if (depth === 0) return vertex;
    const nearer = graph.neighboursOf(vertex).find((other) => depths[other] === depth - 1);
    if (nearer === undefined) throw new RangeError(`vertex ${vertex} has no neighbour of depth ${depth - 1}`);
    return nearer;
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
      points: listed(
        () => parents.entries(),
        ([vertex, parent]) => ({ ...sharedPoint(theta, graph, vertex, parent) }),
        progress,
      ),
    },
  };
}

function sharedPoint(
  theta: TwoLayerNetwork,
  graph: IntersectionGraph,
  vertex: number,
  parent: number,
): CertificateNetwork {
  const [p, q] = [graph.partitionAt(vertex), graph.partitionAt(parent)];
  const point = intersectionPoint(theta, p, q);
  if (point === undefined) throw new RangeError(`[${p.key}] and [${q.key}] don't meet`);
  return certificateNetwork(point);
}
