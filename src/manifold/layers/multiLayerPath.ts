import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { speaking } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { type MultiLayerNetwork, sameMultiLayer } from "../../network/multiLayerNetwork.js";
import { cornersAlong } from "../paths/manifoldPath.js";
import { DEFAULT_BUDGET, type PathMethod, type ShortestPathOptions } from "../paths/shortestPath.js";
import { LayeredCorners, multiLayerCorner } from "./layeredCorners.js";
import { type LayerSearch, type ManifoldPoint, layerSearch } from "./layerSearch.js";
import { coarsestTuple, inLayeredSubspace, widthsOf } from "./multiLayerSubspace.js";

/** The search budget of all layers together, for a path with an end outside Θ. */
const OUTSIDE_BUDGET = 20_000;

/**
 * A polyline of networks of several layers: segment i leads from points[i] to points[i+1], in the subspace of
 * tuples[i].
 *
 * @example [multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to))]
 *   .map((path) => "list" in path && path.list().points.length) // [4]
 */
export interface MultiLayerPolyline {
  readonly points: readonly MultiLayerNetwork[];
  readonly tuples: readonly (readonly LabelledPartition[])[];
}

/**
 * A path between two networks of several layers, with bounds on its length.
 *
 * @example [multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to))]
 *   .map((path) => "optimal" in path && path.optimal) // [true]
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
  /** The networks of the list, each made when it is asked for. Rows that stay are the same objects. */
  readonly points: () => Iterable<MultiLayerNetwork>;
  /** The tuples of the list. */
  readonly tuples: () => Iterable<readonly LabelledPartition[]>;
}

/**
 * There is no path: a hidden layer, given by number, has no unit to spare, and the two ends have its units,
 * `width` of them, in different orders.
 *
 * @example "isolatedLayer" in multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to))
 *   === false
 */
export interface IsolatedLayer {
  readonly isolatedLayer: number;
  readonly width: number;
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
 * @example [multiLayerPath(asMultiLayer(theta), asMultiLayer(from), asMultiLayer(to))]
 *   .map((path) => "segments" in path && path.segments) // [3]
 */
export function multiLayerPath(
  theta: MultiLayerNetwork,
  from: MultiLayerNetwork,
  to: MultiLayerNetwork,
  options: ShortestPathOptions = {},
): MultiLayerPath | IsolatedLayer {
  const [start, goal] = [endOf(theta, from, '"from"'), endOf(theta, to, '"to"')];
  if (widthsOf(start.tuple).join() !== widthsOf(goal.tuple).join()) {
    throw new InputError("other widths than those of the first", "give networks of one shape", '"to"');
  }
  const inManifold = start.point === from && goal.point === to;
  const polyline = directPolyline(theta, start, goal);
  if (polyline !== undefined) return straight(polyline, inManifold);
  // The layers share the budget. If the path won't claim the least length, a long search gains little.
  const { budget = DEFAULT_BUDGET } = options;
  const whole = inManifold || budget < OUTSIDE_BUDGET ? budget : OUTSIDE_BUDGET;
  const share = 1 + Number(BigInt(whole) / BigInt(theta.weights.length - 1));
  const layers: LayerSearch[] = [];
  for (const [index, { r: width }] of start.tuple.entries()) {
    const search = layerSearch(theta, start, goal, index + 1, { budget: share });
    if (search === undefined) return { isolatedLayer: index + 1, width };
    layers.push(search);
  }
  const path = together(theta, start, goal, layers);
  return inManifold ? path : extended(path, start, goal);
}

/** An end of the path, represented by itself if it lies in Θ, otherwise by a point in Γ of its tuple. */
interface End extends ManifoldPoint {
  readonly end: MultiLayerNetwork;
}

function endOf(theta: MultiLayerNetwork, end: MultiLayerNetwork, name: string): End {
  const tuple = coarsestTuple(theta, end);
  if (tuple === undefined) {
    throw new InputError("computes another function than theta", "give networks that reduce to it", name);
  }
  if (inLayeredSubspace(theta, tuple, "last to first", end)) return { end, tuple, point: end };
  const point = multiLayerCorner(theta, tuple, tuple);
  if (point === undefined) throw new RangeError("a subspace that doesn't meet itself");
  return { end, tuple, point };
}

/**
 * No segments between equal ends, and one between ends of which one lies outside Θ, if some Φ_P holds both.
 */
function directPolyline(theta: MultiLayerNetwork, start: End, goal: End): MultiLayerPolyline | undefined {
  const [from, to] = [start.end, goal.end];
  if (sameMultiLayer(from, to)) return { points: [from], tuples: [] };
  if (start.point === from && goal.point === to) return undefined;
  const holder = [start, goal].find(({ tuple }) =>
    [from, to].every((point) => inLayeredSubspace(theta, tuple, "fibre", point)),
  );
  return holder && { points: [from, to], tuples: [holder.tuple] };
}

/** A path without segments, or of one: as few as the ends allow. */
function straight(polyline: MultiLayerPolyline, inManifold: boolean): MultiLayerPath {
  const segments = polyline.tuples.length;
  const method = segments === 0 ? "equal points" : "common subspace";
  return listing(
    { segments, lowerBound: segments, optimal: true, layers: [], method, inManifold },
    () => polyline.points,
    () => polyline.tuples,
  );
}

function listing(
  path: Omit<MultiLayerPath, "list" | "points" | "tuples">,
  points: () => Iterable<MultiLayerNetwork>,
  tuples: () => Iterable<readonly LabelledPartition[]>,
): MultiLayerPath {
  const list = (): MultiLayerPolyline => ({ points: [...points()], tuples: [...tuples()] });
  return speaking({ ...path, list, points, tuples });
}

/** All layers at once, between two points of Θ. */
function together(
  theta: MultiLayerNetwork,
  from: ManifoldPoint,
  to: ManifoldPoint,
  layers: readonly LayerSearch[],
): MultiLayerPath {
  if (sameMultiLayer(from.point, to.point)) return straight({ points: [from.point], tuples: [] }, true);
  const { segments, method } = layers.reduce((longest, layer) =>
    layer.segments > longest.segments ? layer : longest,
  );
  const lowerBound = Math.max(...layers.map((layer) => layer.lowerBound));
  const reaching = layers.flatMap((layer, index) => (layer.lowerBound === lowerBound ? [index + 1] : []));
  const tuples = (): (readonly LabelledPartition[])[] => {
    const chains = layers.map(({ partitions }) => partitions());
    // A layer that has arrived waits in its last subspace.
    return Array.from({ length: segments }, (_, segment) =>
      chains.map((chain) => entry(chain, Math.min(segment, chain.length - 1))),
    );
  };
  return listing(
    {
      segments,
      lowerBound,
      optimal: segments === lowerBound,
      layers: lowerBound > 1 ? reaching : [],
      method: segments === 1 ? "common subspace" : method,
      inManifold: true,
    },
    function* () {
      const corners = new LayeredCorners(theta);
      yield from.point;
      yield* cornersAlong(tuples(), (p, q) => corners.between(p, q));
      yield to.point;
    },
    tuples,
  );
}

/** A path between the points that represent the ends, with one more segment at each end outside Θ. */
function extended(path: MultiLayerPath, from: End, to: End): MultiLayerPath {
  const outside = (end: End): End[] => (end.end === end.point ? [] : [end]);
  const [first, last] = [outside(from), outside(to)];
  const segments = path.segments + first.length + last.length;
  return listing(
    {
      ...path,
      segments,
      lowerBound: 1,
      optimal: segments === 1,
      layers: [],
      inManifold: false,
    },
    function* () {
      for (const { end } of first) yield end;
      yield* path.points();
      for (const { end } of last) yield end;
    },
    function* () {
      for (const { tuple } of first) yield tuple;
      yield* path.tuples();
      for (const { tuple } of last) yield tuple;
    },
  );
}
