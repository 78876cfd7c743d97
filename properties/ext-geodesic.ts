import type { TwoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { sameNetwork } from "../src/network/twoLayerNetwork.js";
import { distancePotential, potentialBound } from "../src/manifold/graph/distancePotential.js";
import { gammaHolds } from "../src/manifold/subspaces/gammaSubspace.js";
import type { Polyline } from "../src/manifold/paths/manifoldPath.js";
import { shortestPath } from "../src/manifold/paths/shortestPath.js";
import { specialPairs } from "./arbitraries/manifoldPoints.js";
import { type Property, property } from "./property.js";

/** Whether a polyline leads from one point to the other, each segment in its subspace. */
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
    "for points anywhere in Θ, r < m, T(r,m) ≤ 2500, the path is a path in Θ, and a potential shows that " +
      "none is shorter",
    specialPairs(1, 3, 1, 2),
    ([theta, from, to]) => {
      const shortest = shortestPath(theta, from, to);
      if (shortest?.optimal !== true || !isPathBetween(theta, from, to, shortest.path.list())) return false;
      if (sameNetwork(from, to)) return shortest.path.segments === 0;
      return potentialBound(distancePotential(theta, from), theta, from, to) === shortest.path.segments;
    },
  ),
  property(
    "ext-geodesic/bounds",
    "with a budget of 3 the path is still a path in Θ, not shorter than its lower bound or than a shortest " +
      "path",
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
