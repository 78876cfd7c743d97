import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/requireArguments.js";
import { InputError } from "../../exact/inputError.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../network/multiLayerNetwork.js";
import { coarsestTuple } from "./coarsestTuple.js";
import { multiLayerCorner } from "./multiLayerCorner.js";
import { type LayerSearch, type ManifoldPoint, layerSearch } from "./layerSearch.js";
import { pointOfLayers } from "./multiLayerSpace.js";
import { multiLayerSubspaceHolds } from "./multiLayerSubspace.js";
import { cornersAlong } from "../paths/manifoldPath.js";
import { DEFAULT_BUDGET, type PathMethod, type ShortestPathOptions } from "../paths/shortestPath.js";

/** The search budget of all layers together, for a path with an end outside Θ. */
const OUTSIDE_BUDGET = 20_000;

/**
 * A polyline of networks of several layers: segment i leads from points[i] to points[i+1], in the subspace of
 * tuples[i].
 *
 * @example multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to)).list().points.length
 *   === 4
 */
export interface MultiLayerPolyline {
  readonly points: readonly MultiLayerNetwork[];
  readonly tuples: readonly (readonly LabelledPartition[])[];
}

/**
 * A path between two networks of several layers, with bounds on its length.
 *
 * @example multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to)).optimal === true
 */
export interface MultiLayerPath {
  readonly segments: number;
  /** No path has fewer segments: none in Θ if `inManifold`, otherwise none in the fibre. */
  readonly lowerBound: number;
  /** Whether this path has as few segments as `lowerBound`. */
  readonly optimal: boolean;
  /** The hidden layers, by number, that need as many segments as the bound; none if the bound is 0 or 1. */
  readonly layers: readonly number[];
  /** How the path was found, in a layer that takes as many segments as the path. */
  readonly method: PathMethod;
  /** Whether the whole path lies in Θ; otherwise its first or last segment is only in the fibre. */
  readonly inManifold: boolean;
  /** The whole path, as a list of segments + 1 networks. */
  readonly list: () => MultiLayerPolyline;
}

/**
 * There is no path: a hidden layer, given by number, has no unit to spare, and the two ends have its units in
 * different orders.
 *
 * @example "isolatedLayer" in multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to))
 *   === false
 */
export interface IsolatedLayer {
  readonly isolatedLayer: number;
}

/**
 * A polyline from one network to another that computes the same function for every activation; all points of
 * the polyline compute it too.
 *
 * Between points of Θ, as expansion from the last layer to the first gives it, it stays in Θ, and if
 * `optimal` is true, no polyline in Θ has fewer segments: the number is the largest that a hidden layer
 * needs, and the other layers wait (proofs/layers.md, §5). Polylines that leave Θ for the rest of the fibre
 * may be shorter. From an end outside Θ, one segment inside a Φ_P leads to Θ, and then the path doesn't claim
 * the least length.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @param from a network that computes what theta does for every activation, as `to`, of the same widths.
 * @throws InputError if one of them computes another function, or the widths differ; RangeError if theta is
 *   reducible.
 * @example multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to)).segments === 3
 */
export function multiLayerPath(
  theta: MultiLayerNetwork,
  from: MultiLayerNetwork,
  to: MultiLayerNetwork,
  options: ShortestPathOptions = {},
): MultiLayerPath | IsolatedLayer {
  requireArguments({ layeredNetwork: { theta, from, to }, options: { options } });
  const [start, goal] = [endOf(theta, from, '"from"'), endOf(theta, to, '"to"')];
  if (hiddenWidths(from).join() !== hiddenWidths(to).join()) {
    throw new InputError("other widths than those of the first", "give networks of one shape", '"to"');
  }
  const inManifold = start.anchor === from && goal.anchor === to;
  if (equal(from, to)) return straight("equal points", inManifold, { points: [from], tuples: [] });
  if (!inManifold) {
    const shared = [start, goal].find(({ tuple }) =>
      [from, to].every((point) => multiLayerSubspaceHolds(theta, tuple, "fibre", point)),
    );
    const polyline = shared && { points: [from, to], tuples: [shared.tuple] };
    if (polyline !== undefined) return straight("common subspace", inManifold, polyline);
  }
  const ends = [anchorOf(start), anchorOf(goal)] as const;
  // The layers share the budget. If the path won't claim the least length, a long search gains little.
  const { budget = DEFAULT_BUDGET } = options;
  const whole = inManifold || budget < OUTSIDE_BUDGET ? budget : OUTSIDE_BUDGET;
  const share = 1 + Number(BigInt(whole) / BigInt(theta.weights.length - 1));
  const layers: LayerSearch[] = [];
  for (let layer = 1; layer < theta.weights.length; layer += 1) {
    const search = layerSearch(theta, ...ends, layer, { budget: share });
    if (search === undefined) return { isolatedLayer: layer };
    layers.push(search);
  }
  const path = together(theta, ends, layers);
  return inManifold ? path : extended(path, start, goal);
}

/** An end of the path, with the point of Θ that represents it: itself, or a point in Γ of its tuple. */
interface End {
  readonly point: MultiLayerNetwork;
  readonly tuple: readonly LabelledPartition[];
  readonly anchor: MultiLayerNetwork;
}

function endOf(theta: MultiLayerNetwork, point: MultiLayerNetwork, name: string): End {
  const tuple = coarsestTuple(theta, point);
  if (tuple === undefined) {
    throw new InputError("computes another function than theta", "give networks that reduce to it", name);
  }
  const anchor = multiLayerSubspaceHolds(theta, tuple, "last to first", point)
    ? point
    : multiLayerCorner(theta, tuple, tuple);
  if (anchor === undefined) throw new RangeError("a subspace that doesn't meet itself");
  return { point, tuple, anchor };
}

function anchorOf({ tuple, anchor }: End): ManifoldPoint {
  return { tuple, point: anchor };
}

function equal(from: MultiLayerNetwork, to: MultiLayerNetwork): boolean {
  return pointOfLayers(from).equals(pointOfLayers(to));
}

/** A path without segments, or of one: as few as the ends allow. */
function straight(method: PathMethod, inManifold: boolean, polyline: MultiLayerPolyline): MultiLayerPath {
  const segments = polyline.tuples.length;
  return {
    segments,
    lowerBound: segments,
    optimal: true,
    layers: [],
    method,
    inManifold,
    list: () => polyline,
  };
}

/** All layers at once, between two points of Θ. */
function together(
  theta: MultiLayerNetwork,
  [from, to]: readonly [ManifoldPoint, ManifoldPoint],
  layers: readonly LayerSearch[],
): MultiLayerPath {
  if (equal(from.point, to.point))
    return straight("equal points", true, { points: [from.point], tuples: [] });
  const segments = Math.max(...layers.map((layer) => layer.segments));
  const lowerBound = Math.max(...layers.map((layer) => layer.lowerBound));
  const reaching = layers.flatMap((layer, index) => (layer.lowerBound === lowerBound ? [index + 1] : []));
  const longest = entry(
    layers,
    layers.findIndex((layer) => layer.segments === segments),
  );
  return {
    segments,
    lowerBound,
    optimal: segments === lowerBound,
    layers: lowerBound > 1 ? reaching : [],
    method: segments === 1 ? "common subspace" : longest.method,
    inManifold: true,
    list: () => {
      const chains = layers.map(({ partitions }) => partitions());
      // A layer that has arrived waits in its last subspace.
      const tuples = Array.from({ length: segments }, (_, segment) =>
        chains.map((chain) => entry(chain, Math.min(segment, chain.length - 1))),
      );
      const corners = cornersAlong(tuples, (p, q) => multiLayerCorner(theta, p, q));
      return { points: [from.point, ...corners, to.point], tuples };
    },
  };
}

/** A path between the points that represent the ends, with one more segment at each end outside Θ. */
function extended(path: MultiLayerPath, from: End, to: End): MultiLayerPath {
  const outside = (end: End): End[] => (end.anchor === end.point ? [] : [end]);
  const [first, last] = [outside(from), outside(to)];
  const segments = path.segments + first.length + last.length;
  return {
    segments,
    lowerBound: 1,
    optimal: segments === 1,
    layers: [],
    method: path.method,
    inManifold: false,
    list: () => {
      const { points, tuples } = path.list();
      return {
        points: [...first.map(({ point }) => point), ...points, ...last.map(({ point }) => point)],
        tuples: [...first.map(({ tuple }) => tuple), ...tuples, ...last.map(({ tuple }) => tuple)],
      };
    },
  };
}
