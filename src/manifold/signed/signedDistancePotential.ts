import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { type Parity, mirroringOf } from "../../combinatorics/signed/parity.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { MOST_POTENTIAL_SUBSPACES } from "../graph/distancePotential.js";
import { SignedIntersectionGraph } from "./signedIntersectionGraph.js";
import { signedSubspacesHolding } from "./signedSubspacesHolding.js";

/**
 * A number for each signed subspace; the numbers of two that meet differ by at most 1.
 *
 * @example signedDistancePotential(theta, from, "odd").partitions.length === 12
 */
export interface SignedPotential {
  /** All T±(r,m). */
  readonly partitions: readonly SignedLabelledPartition[];
  readonly values: readonly number[];
}

/**
 * The distance, in edges of the intersection graph with mirrored units, from the nearest signed subspace that
 * holds a point: what `distancePotential` is without signs.
 *
 * @param theta a network of width r, irreducible for that parity.
 * @param from a point of some Γ±_P(θ^r), r < m.
 * @throws RangeError if T±(r,m) is above `MOST_POTENTIAL_SUBSPACES`, or some subspace isn't reached: from a
 *   point in none of them, or for m = r.
 * @example signedDistancePotential(theta, from, "odd").values.includes(0) === true
 */
export function signedDistancePotential(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  parity: Parity,
): SignedPotential {
  requireArguments({ network: { theta, from }, parity: { parity } });
  const [r, m] = [theta.units.length, from.units.length];
  const count = labelledPartitionCount(r, m, mirroringOf(parity));
  if (count > MOST_POTENTIAL_SUBSPACES)
    throw new RangeError(`T±(${r}, ${m}) = ${count}, above ${MOST_POTENTIAL_SUBSPACES}`);
  const graph = new SignedIntersectionGraph(r, m, parity);
  const sources = [...signedSubspacesHolding(theta, from, parity)].map((one) => graph.vertexOf(one));
  const values = [...graph.distancesFrom(...sources)];
  if (values.includes(-1)) throw new RangeError("some subspace is not reached from the point");
  return speaking({ partitions: values.map((_, vertex) => graph.partitionAt(vertex)), values });
}
