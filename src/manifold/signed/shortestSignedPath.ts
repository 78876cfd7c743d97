import type { Parity } from "../../combinatorics/signed/parity.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { InputError } from "../../exact/inputError.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { type TwoLayerNetwork, sameNetwork } from "../../network/twoLayerNetwork.js";
import { cornersAlong } from "../paths/manifoldPath.js";
import { DEFAULT_BUDGET, type PathMethod, type ShortestPathOptions } from "../paths/shortestPath.js";
import { isIrreducibleMirrored } from "./mirroredNetwork.js";
import { coarsestSignedSubspace, commonSignedSubspace } from "./signedClasses.js";
import { SignedIndex } from "./signedIndex.js";
import { signedIntersectionPoint } from "./signedIntersectionPoint.js";
import { signedPlacementWay } from "./signedPlacementWay.js";
import { signedSearch } from "./signedSearch.js";
import { signedStarPath } from "./signedStarPath.js";
import { leavingSignedSubspaces } from "./signedSubspacesHolding.js";

/**
 * A shortest polyline through networks with mirrored units: segment i goes from points[i] to points[i+1] and
 * lies in the subspace of partitions[i].
 *
 * @example shortestSignedPath(theta, from, to, "odd")?.method === "star graph"
 */
export interface ShortestSignedPath {
  readonly points: readonly TwoLayerNetwork[];
  readonly partitions: readonly SignedLabelledPartition[];
  /** No path between the points has fewer segments. */
  readonly lowerBound: number;
  /** Whether the path has as few segments as `lowerBound`. */
  readonly optimal: boolean;
  readonly method: PathMethod;
}

/**
 * A polyline of fewest segments between two networks of one width that have the function of θ^r for every
 * activation of that parity, through such networks. Undefined if there is none, which happens only for m = r
 * and different points.
 *
 * As without signs, a segment lies in one subspace, so the fewest segments are 1 + the least number of edges
 * in the intersection graph, from a subspace that holds one point to one that holds the other. For m = r + 1
 * that is a closed form (signedStarPath.ts), else a search. Only if the search exceeds its budget, or if the
 * sizes are too large for it, does the path go by placements (signedPlacementWay.ts), and may be longer than
 * necessary.
 *
 * @param theta a network of width r, irreducible for that parity.
 * @param from a point of some Γ±_P(θ^r), as `to`, of the same width.
 * @throws InputError if theta is reducible, a point is in no such subspace, or widths differ.
 * @example shortestSignedPath(theta, from, to, "odd")?.partitions.length === 3
 */
export function shortestSignedPath(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  parity: Parity,
  options: ShortestPathOptions = {},
): ShortestSignedPath | undefined {
  requireArguments({ network: { theta, from, to }, parity: { parity }, options: { options } });
  const { budget = DEFAULT_BUDGET } = options;
  requireSignedPoints(theta, from, to, parity);
  if (sameNetwork(from, to)) return pathBy([from], { partitions: [], lowerBound: 0, method: "equal points" });
  if (from.units.length === theta.units.length) return undefined;
  const common = commonSignedSubspace(theta, from, to, parity);
  if (common !== undefined)
    return pathBy([from, to], { partitions: [common], lowerBound: 1, method: "common subspace" });
  if (from.units.length === theta.units.length + 1) {
    const { corners, partitions } = signedStarPath(theta, from, to, parity);
    const lowerBound = partitions.length;
    return pathBy([from, ...corners, to], { partitions, lowerBound, method: "star graph" });
  }
  const chain = chainBetween(theta, from, to, parity, budget);
  const corners = cornersAlong(chain.partitions, (p, q) => signedIntersectionPoint(theta, p, q));
  return pathBy([from, ...corners, to], chain);
}

/** Partitions of which each meets the next, no such chain being shorter than the bound. */
type Chain = Pick<ShortestSignedPath, "partitions" | "lowerBound" | "method">;

function pathBy(points: readonly TwoLayerNetwork[], chain: Chain): ShortestSignedPath {
  return speaking({ points, ...chain, optimal: chain.partitions.length === chain.lowerBound });
}

function chainBetween(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  parity: Parity,
  budget: number,
): Chain {
  let lowerBound = 2;
  if (SignedIndex.has(theta.units.length, from.units.length)) {
    const [starts, goals] = [from, to].map((point) => leavingSignedSubspaces(theta, point, parity, budget));
    if (starts !== undefined && goals !== undefined) {
      const { way, leastEdges } = signedSearch(starts, goals, budget);
      lowerBound = Math.max(lowerBound, leastEdges + 1);
      if (way !== undefined) return { partitions: way, lowerBound, method: "search" };
    }
  }
  const [start, goal] = [from, to].map((point) => coarsestSignedSubspace(theta, point, parity));
  if (start === undefined || goal === undefined) throw new RangeError("a point is in no signed subspace");
  return { partitions: signedPlacementWay(start, goal), lowerBound, method: "placements" };
}

function requireSignedPoints(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  parity: Parity,
): void {
  if (!isIrreducibleMirrored(theta, parity))
    throw new InputError(`theta is reducible for an ${parity} activation`, "give its irreducible network");
  for (const [name, point] of Object.entries({ from, to })) {
    if (coarsestSignedSubspace(theta, point, parity) === undefined) {
      throw new InputError(
        `"${name}" does not have the function of theta for every ${parity} activation`,
        "give networks that reduce to theta",
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
