import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { labelledPartitions } from "../../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { IntersectionGraph } from "./intersectionGraph.js";
import { subspacesHolding } from "../subspaces/subspacesHolding.js";

/**
 * A number for each subspace; the numbers of two subspaces that meet differ by at most 1.
 *
 * @example distancePotential(theta, from).partitions.length === 3
 */
export interface Potential {
  /** All T(r,m), in canonical order. */
  readonly partitions: readonly LabelledPartition[];
  readonly values: readonly number[];
}

/**
 * The largest number of subspaces for which all pairs are checked, to confirm that the values are a
 * potential.
 */
export const MOST_POTENTIAL_SUBSPACES = 2500n;

/**
 * The distance, in edges of the intersection graph, from the nearest subspace that holds a point. It is 0 on
 * the subspaces that hold the point, and differs by at most 1 between two that meet. Let d be its least value
 * on the subspaces that hold another point. Then any path in the graph between the two has at least d edges,
 * and any path between the points at least d + 1 segments: a potential proves this without a search.
 *
 * @param theta an irreducible network of width r.
 * @param from a point of Θ_{r→m}(θ^r), r < m.
 * @throws RangeError if T(r,m) is above `MOST_POTENTIAL_SUBSPACES`, or some subspace isn't reached:
 *   from a
 * point off Θ, or for m = r.
 * @example distancePotential(theta, from).values // [1, 0, 2]
 */
export function distancePotential(theta: TwoLayerNetwork, from: TwoLayerNetwork): Potential {
  requireArguments({ network: { theta, from } });
  const [r, m] = [theta.units.length, from.units.length];
  const count = labelledPartitionCount(r, m);
  if (count > MOST_POTENTIAL_SUBSPACES) {
    throw new RangeError(`T(${r}, ${m}) = ${count}, above ${MOST_POTENTIAL_SUBSPACES}`);
  }
  const graph = new IntersectionGraph(r, m);
  const sources = [...subspacesHolding(theta, from)].map((partition) => graph.vertexOf(partition));
  const values = [...graph.distancesFrom(...sources)];
  if (values.includes(-1)) throw new RangeError("some subspace is not reached from the point");
  return { partitions: [...labelledPartitions(r, m)], values };
}

/**
 * A lower bound, by a potential, of the number of segments of a path between two different points: 1 + the
 * least value on subspaces that hold `to` − the greatest value on those that hold `from`.
 */
export function potentialBound(
  { partitions, values }: Potential,
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
): number {
  const placeOf = new Map(partitions.map(({ key }, index) => [key, index]));
  const valuesAt = (point: TwoLayerNetwork): number[] =>
    [...subspacesHolding(theta, point)].map(({ key }) => {
      const place = placeOf.get(key);
      if (place === undefined) throw new RangeError(`no value for the subspace [${key}]`);
      return entry(values, place);
    });
  return 1 + Math.min(...valuesAt(to)) - Math.max(...valuesAt(from));
}
