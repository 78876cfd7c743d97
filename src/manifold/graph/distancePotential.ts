import { entry } from "../../exact/entry.js";
import { labelledPartitions } from "../../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { IntersectionGraph } from "./intersectionGraph.js";
import { subspacesHolding } from "../subspaces/subspacesHolding.js";

/**
 * A number for each subspace, at most 1 apart for two that meet.
 *
 * @example distancePotential(theta, from).partitions.length === 3
 */
export interface Potential {
  /** All T(r,m), in canonical order. */
  readonly partitions: readonly LabelledPartition[];
  readonly values: readonly number[];
}

/** Subspaces up to which all pairs can be gone through, to see that a potential is one. */
export const MOST_POTENTIAL_SUBSPACES = 2500n;

/**
 * The distance, in edges of the intersection graph, from the nearest subspace that holds a point: 0 on those,
 * and at most 1 apart on two that meet. So if d is its least value on the subspaces that hold another point,
 * any path between in the graph has d edges, and any path d + 1 segments: a potential proves that without a
 * search.
 *
 * @param theta an irreducible network of width r.
 * @param from a point of Θ_{r→m}(θ^r), r < m.
 * @throws RangeError if T(r,m) is above `MOST_POTENTIAL_SUBSPACES`, or some subspace isn't reached:
 *   from a
 * point off Θ, or for m = r.
 * @example distancePotential(theta, from).values // [1, 0, 2]
 */
export function distancePotential(theta: TwoLayerNetwork, from: TwoLayerNetwork): Potential {
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
 * The fewest segments that a potential leaves to a path between two different points: 1 + the least value on
 * subspaces that hold `to` − the greatest on those that hold `from`.
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
