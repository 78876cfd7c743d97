import { requireArguments } from "../../exact/requireArguments.js";
import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { InputError } from "../../exact/inputError.js";
import { equalMeasures, measureOf } from "../../network/measure.js";
import { isIrreducible } from "../../network/irreducible.js";
import { type TwoLayerNetwork, sameNetwork } from "../../network/twoLayerNetwork.js";
import { commonSubspace } from "../subspaces/commonSubspace.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";
import { coarsestSubspace, leavingSubspaces } from "./leavingSubspaces.js";
import { ManifoldPath, cornersAlong } from "./manifoldPath.js";
import { meetingSearch } from "../graph/meetingSearch.js";
import { placementWay } from "./placementWay.js";
import { starPath } from "./starPath.js";

/**
 * How a shortest path was found.
 *
 * @example shortestPath(theta, from, from)?.method === "equal points"
 */
export type PathMethod = "equal points" | "common subspace" | "star graph" | "search" | "placements";

/**
 * A path with bounds on its length.
 *
 * @example shortestPath(theta, from, to)?.optimal === true
 */
export interface ShortestPath {
  readonly path: ManifoldPath;
  /** No path between the points has fewer segments. */
  readonly lowerBound: number;
  /** Whether the path has as few segments as `lowerBound`. */
  readonly optimal: boolean;
  readonly method: PathMethod;
}

/**
 * What a search for a path may cost.
 *
 * @example shortestPath(theta, from, to, { budget: 10 })?.path.segments === 3
 */
export interface ShortestPathOptions {
  /**
   * How many subspaces a search may reach. Beyond that, the result is a path that may be longer than
   * necessary.
   */
  readonly budget?: number;
}

/** The default budget; each subspace takes some hundred bytes. */
export const DEFAULT_BUDGET = 2_000_000;

/** The largest sizes of CodeIndex. */
const MOST_NEURONS = 31;

/**
 * A polyline of fewest segments inside Θ_{r→m}(θ^r) from one of its points to another; undefined if there is
 * none, which happens only for m = r and different points.
 *
 * A segment inside Θ lies in one of the finitely many affine subspaces, as it lies in their union. So the
 * fewest segments are 1 + the least number of edges, in the intersection graph, from a subspace that holds
 * one point to one that holds the other; and 0 if the points are equal. For m = r + 1 that is a closed form
 * (starPath.ts), else a search from both sides (meetingSearch.ts), always the least. Only if the search
 * exceeds its budget, or if m > 31, does the path go by placements (placementWay.ts); then `lowerBound` says
 * how few segments may be possible.
 *
 * @param theta an irreducible network of width r.
 * @param from a point of Θ_{r→m}(θ^r), anywhere; `to` likewise, of the same width.
 * @throws InputError if theta is reducible, a point is off Θ, or the points have different widths.
 * @example shortestPath(theta, from, to)?.path.segments === 3
 */
export function shortestPath(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  options: ShortestPathOptions = {},
): ShortestPath | undefined {
  requireArguments({ network: { theta, from, to }, options: { options } });
  const { budget = DEFAULT_BUDGET } = options;
  requirePoints(theta, from, to);
  if (sameNetwork(from, to))
    return shortest(
      ManifoldPath.through(theta.units.length, { points: [from], partitions: [] }),
      "equal points",
    );
  const extra = from.units.length - theta.units.length;
  if (extra === 0) return undefined;
  const common = commonSubspace(theta, from, to);
  if (common !== undefined) return shortest(through(theta, from, [common], to), "common subspace");
  if (extra === 1) return shortest(starPath(theta, from, to), "star graph");
  return searched(theta, from, to, budget);
}

function shortest(path: ManifoldPath, method: PathMethod): ShortestPath {
  return { path, lowerBound: path.segments, optimal: true, method };
}

function searched(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  budget: number,
): ShortestPath {
  let lowerBound = 2;
  if (searchable(theta.units.length, from.units.length)) {
    const starts = leavingSubspaces(theta, from, budget);
    const goals = leavingSubspaces(theta, to, budget);
    if (starts.complete && goals.complete) {
      const { way, leastEdges } = meetingSearch(starts.partitions, goals.partitions, budget);
      lowerBound = Math.max(lowerBound, leastEdges + 1);
      if (way !== undefined) return shortest(through(theta, from, way, to), "search");
    }
  }
  const way = placementWay(coarsestSubspace(theta, from), coarsestSubspace(theta, to));
  const path = through(theta, from, way, to);
  return { path, lowerBound, optimal: path.segments === lowerBound, method: "placements" };
}

function searchable(r: number, m: number): boolean {
  return m <= MOST_NEURONS && labelledPartitionCount(r, m) < 1n << 53n;
}

/** The path along partitions of which each meets the next. */
function through(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  partitions: readonly LabelledPartition[],
  to: TwoLayerNetwork,
): ManifoldPath {
  const corners = cornersAlong(partitions, (p, q) => intersectionPoint(theta, p, q));
  return ManifoldPath.through(theta.units.length, { points: [from, ...corners, to], partitions });
}

function requirePoints(theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork): void {
  if (!isIrreducible(theta)) throw new InputError("theta is reducible", "give its irreducible network");
  const measure = measureOf(theta);
  for (const [name, point] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (!equalMeasures(measure, measureOf(point))) {
      throw new InputError(
        `"${name}" is no point of the expansion manifold`,
        "give networks of the measure of theta",
      );
    }
  }
  if (from.units.length !== to.units.length) {
    throw new InputError(
      `"from" has ${from.units.length} neurons, "to" ${to.units.length}`,
      "give networks of one width",
    );
  }
}
