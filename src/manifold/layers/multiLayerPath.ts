import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { speaking } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type MultiLayerNetwork,
  networkOfRows,
  pairAt,
  rowsWithBias,
  sameMultiLayer,
} from "../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { cornersAlong } from "../paths/manifoldPath.js";
import { DEFAULT_BUDGET, type PathMethod, type ShortestPathOptions } from "../paths/shortestPath.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";
import { sparseVector } from "../subspaces/parameterSpace.js";
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
  const list = (): MultiLayerPolyline => polyline;
  return speaking({ segments, lowerBound: segments, optimal: true, layers: [], method, inManifold, list });
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
  return speaking({
    segments,
    lowerBound,
    optimal: segments === lowerBound,
    layers: lowerBound > 1 ? reaching : [],
    method: segments === 1 ? "common subspace" : method,
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
  });
}

/** A path between the points that represent the ends, with one more segment at each end outside Θ. */
function extended(path: MultiLayerPath, from: End, to: End): MultiLayerPath {
  const outside = (end: End): End[] => (end.end === end.point ? [] : [end]);
  const [first, last] = [outside(from), outside(to)];
  const segments = path.segments + first.length + last.length;
  return speaking({
    ...path,
    segments,
    lowerBound: 1,
    optimal: segments === 1,
    layers: [],
    inManifold: false,
    list: () => {
      const { points, tuples } = path.list();
      return {
        points: [...first.map(({ end }) => end), ...points, ...last.map(({ end }) => end)],
        tuples: [...first.map(({ tuple }) => tuple), ...tuples, ...last.map(({ tuple }) => tuple)],
      };
    },
  });
}

/**
 * A network in both Γ_P and Γ_Q, for tuples P and Q, which may be equal; undefined if they don't meet. By the
 * proof of Theorem 3 of proofs/layers.md: each layer has a separate point where P_ℓ and Q_ℓ meet, with
 * incoming vectors Z^(ℓ) constant on the blocks of the join and shares c^s of sum 1 over the blocks of label
 * s; and V^(ℓ+1)_ij = Σ_s Z^(ℓ+1)_is c^s_j.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @throws RangeError if P and Q have different sizes.
 */
export function multiLayerCorner(
  theta: MultiLayerNetwork,
  p: readonly LabelledPartition[],
  q: readonly LabelledPartition[],
): MultiLayerNetwork | undefined {
  const hidden = theta.weights.length - 1;
  if (p.length !== hidden || q.length !== hidden) return undefined;
  const layers: TwoLayerNetwork[] = [];
  for (const [index, partition] of p.entries()) {
    const [units, other] = [labelUnits(theta, index + 1), q[index]];
    const point = other && intersectionPoint(units, partition, other);
    if (point === undefined) return undefined;
    layers.push(point);
  }
  const hiddenRows = layers.map(({ units }) => units.map((unit) => unit.incoming));
  const matrices = [...hiddenRows, rowsWithBias(theta, hidden + 1)].map((rows, index) => {
    const before = layers[index - 1];
    return before === undefined ? rows : rows.map((row) => spread(row, before));
  });
  return networkOfRows(matrices, theta.biases !== undefined);
}

/** The units of θ in a hidden layer, with the unit vectors as outgoing ones: shares stay apart by label. */
function labelUnits(theta: MultiLayerNetwork, layer: number): TwoLayerNetwork {
  const pair = pairAt(theta, layer);
  const outputDimension = pair.units.length;
  const units = pair.units.map(({ incoming }, unit) => ({
    incoming,
    outgoing: sparseVector(outputDimension, new Map([[unit, 1n]])),
  }));
  return { ...pair, outputDimension, units };
}

/** Distributes a row of weights, one for each label, by the units' shares c^s_j; a bias stays at its end. */
function spread(row: RationalVector, { units, outputDimension: labels }: TwoLayerNetwork): RationalVector {
  const weights = row.slice(0, labels);
  const entries = units.map(({ outgoing: shares }) => weights.dot(shares));
  return RationalVector.fromRationals(entries).followedBy(row.slice(labels));
}
