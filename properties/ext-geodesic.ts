import type { TwoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { sameNetwork } from "../src/network/twoLayerNetwork.js";
import { distancePotential, potentialBound } from "../src/manifold/graph/distancePotential.js";
import { gammaHolds } from "../src/manifold/subspaces/gammaSubspace.js";
import type { Polyline } from "../src/manifold/paths/manifoldPath.js";
import { shortestPath } from "../src/manifold/paths/shortestPath.js";
import { specialPairs } from "./arbitraries/manifoldPoints.js";
import { type Property, property } from "./property.js";

/** Whether a polyline goes from one point to the other, each segment in the subspace that is told with it. */
export function isPathBetween(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  { points, partitions }: Polyline,
): boolean {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length !== partitions.length + 1) return false;
  if (!sameNetwork(first, from) || !sameNetwork(last, to)) return false;
  return partitions.every((partition, segment) =>
    points.slice(segment, segment + 2).every((point) => gammaHolds(theta, partition, point)),
  );
}

export const properties: readonly Property[] = [
  property(
    "ext-geodesic/potential",
    "for points anywhere in Θ, r < m, T(r,m) ≤ 2500, the path found is one, and a potential leaves none " +
      "shorter",
    specialPairs(1, 3, 1, 2),
    ([theta, from, to]) => {
      const found = shortestPath(theta, from, to);
      if (found?.optimal !== true || !isPathBetween(theta, from, to, found.path.list())) return false;
      if (sameNetwork(from, to)) return found.path.segments === 0;
      return potentialBound(distancePotential(theta, from), theta, from, to) === found.path.segments;
    },
  ),
  property(
    "ext-geodesic/bounds",
    "with next to no budget the path found is one all the same, and not shorter than its lower bound nor " +
      "than a shortest one",
    specialPairs(1, 3, 1, 3),
    ([theta, from, to]) => {
      const [hasty, thorough] = [shortestPath(theta, from, to, { budget: 3 }), shortestPath(theta, from, to)];
      if (hasty === undefined || thorough === undefined) return false;
      const [least, { segments }] = [thorough.path.segments, hasty.path];
      if (!isPathBetween(theta, from, to, hasty.path.list())) return false;
      if (hasty.optimal !== (segments === hasty.lowerBound)) return false;
      return hasty.lowerBound <= least && least <= segments;
    },
  ),
];
