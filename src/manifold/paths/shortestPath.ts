import { speaking } from "../../exact/plainJavaScript.js";
import { CodeIndex } from "../../combinatorics/partitions/codeIndex.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { counted } from "../../exact/counted.js";
import { InputError } from "../../exact/inputError.js";
import { equalMeasures, measureOf } from "../../network/measure.js";
import { isIrreducible } from "../../network/irreducible.js";
import { type TwoLayerNetwork, sameNetwork } from "../../network/twoLayerNetwork.js";
import { coarsestSubspace, commonSubspace } from "../subspaces/unitClasses.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";
import { leavingSubspaces } from "./leavingSubspaces.js";
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
  const { budget = DEFAULT_BUDGET } = options;
  requirePoints(theta, from, to);
  const extra = from.units.length - theta.units.length;
  const isStill = sameNetwork(from, to);
  if (extra === 0 && !isStill) return undefined;
  const common = commonSubspace(theta, from, to);
  if (extra === 1 && common === undefined) {
    const path = starPath(theta, from, to);
    return speaking<ShortestPath>({ path, lowerBound: path.segments, optimal: true, method: "star graph" });
  }
  const { partitions, lowerBound, method }: Chain = isStill
    ? { partitions: [], lowerBound: 0, method: "equal points" }
    : common === undefined
      ? chainBetween(theta, from, to, budget)
      : { partitions: [common], lowerBound: 1, method: "common subspace" };
  const path = ManifoldPath.along(theta.units.length, from, partitions, function* () {
    yield* cornersAlong(partitions, (p, q) => intersectionPoint(theta, p, q));
    if (!isStill) yield to;
  });
  return speaking<ShortestPath>({ path, lowerBound, optimal: path.segments === lowerBound, method });
}

/** Partitions of which each meets the next, from one that holds a point to one that holds the other. */
interface Chain {
  readonly partitions: readonly LabelledPartition[];
  /** No such chain is shorter. */
  readonly lowerBound: number;
  readonly method: PathMethod;
}

/** A shortest chain, for points without a common subspace; only beyond the budget perhaps a longer one. */
function chainBetween(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  budget: number,
): Chain {
  let lowerBound = 2;
  if (CodeIndex.has(theta.units.length, from.units.length)) {
    const [starts, goals] = [from, to].map((point) => leavingSubspaces(theta, point, budget));
    if (starts !== undefined && goals !== undefined) {
      const { way, leastEdges } = meetingSearch(starts, goals, budget);
      lowerBound = Math.max(lowerBound, leastEdges + 1);
      if (way !== undefined) return { partitions: way, lowerBound, method: "search" };
    }
  }
  const coarsest = (point: TwoLayerNetwork): LabelledPartition => coarsestSubspace(theta, point);
  return { partitions: placementWay(coarsest(from), coarsest(to)), lowerBound, method: "placements" };
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
        `"${name}" is not a point of the expansion manifold`,
        "give networks of the measure of theta",
      );
    }
  }
  if (from.units.length !== to.units.length) {
    throw new InputError(
      `"from" has ${counted(from.units.length, "neuron")}, "to" ${to.units.length}`,
      "give networks of one width",
    );
  }
}
