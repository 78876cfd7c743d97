import { sameNetwork } from "../src/network/twoLayerNetwork.js";
import { pathAsInPaper } from "../src/manifold/paths/pathAsInPaper.js";
import { shortestPath } from "../src/manifold/paths/shortestPath.js";
import { specialPairs } from "./arbitraries/manifoldPoints.js";
import { isPathBetween } from "./ext-geodesic.js";
import { type Property, property } from "./property.js";

export const properties: readonly Property[] = [
  property(
    "thm-3.1-path/transpositions",
    "the construction of the proof leads from any point of Θ, r < m, to any other by segments in one Γ_P " +
      "each, none of length 0, and is not shorter than a shortest path",
    specialPairs(1, 4, 1, 2),
    ([theta, from, to]) => {
      const path = pathAsInPaper(theta, from, to);
      const least = shortestPath(theta, from, to)?.path.segments;
      if (path === undefined || least === undefined || path.segments < least) return false;
      const line = path.list();
      const still = line.points.some((point, index) => {
        const next = line.points[index + 1];
        return next !== undefined && sameNetwork(point, next);
      });
      return !still && isPathBetween(theta, from, to, line);
    },
  ),
];
