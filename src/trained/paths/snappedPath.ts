import { InputError } from "../../exact/inputError.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { IsolatedLayer } from "../../manifold/layers/multiLayerPath.js";
import { pointOfLayers } from "../../manifold/layers/multiLayerSpace.js";
import type { PathMethod, ShortestPathOptions } from "../../manifold/paths/shortestPath.js";
import { isIrreducibleMirrored } from "../../manifold/signed/mirroredNetwork.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type AnyNetwork, asMultiLayer } from "../../network/anyNetwork.js";
import { isIrreducibleMultiLayer } from "../../network/irreducible.js";
import { type MultiLayerNetwork, layerWidths, pairAt } from "../../network/multiLayerNetwork.js";
import { boundedActivation } from "../bounds/boundedActivation.js";
import { type ExactPath, exactPath } from "./exactPath.js";
import { matchedPair } from "./matchedPair.js";
import { pathSymmetry } from "./pathSymmetry.js";
import { type SignedCodes, projectedOn } from "./projectedOn.js";
import { tooFarApart } from "./tooFarApart.js";

/**
 * Which path {@link snappedPath} looks for.
 *
 * @example [snappedPath(from, to, { tolerance: rational(0n), budget: 100 })]
 *   .map((path) => "segments" in path && path.segments) // [3]
 */
export interface SnappedPathOptions extends ShortestPathOptions {
  /** How far weights may be apart to count as equal: within each network, and between what both reduce to. */
  readonly tolerance: Rational;
  /** One that `boundedActivation` reads, by which neurons may be mirrored; none are if it is left out. */
  readonly activation?: string;
}

/**
 * A network, and the one that it was projected on.
 *
 * @example [snappedPath(from, to, { tolerance: rational(0n) })]
 *   .map((path) => "from" in path && path.from.distanceSquared.equals(0n)) // [true]
 */
export interface SnappedEnd {
  readonly network: MultiLayerNetwork;
  readonly snapped: MultiLayerNetwork;
  readonly distanceSquared: Rational;
  /** The largest change of a weight or bias. */
  readonly largestChange: Rational;
}

/**
 * The corners of a path, and the subspace of each segment.
 *
 * @example [snappedPath(from, to, { tolerance: rational(0n) })]
 *   .map((path) => "list" in path && path.list().codes[0]) // [[[1, 0]]]
 */
export interface SnappedPolyline {
  readonly points: readonly MultiLayerNetwork[];
  /** For each segment and hidden layer the codes of a labelled partition; undefined for those of the ends. */
  readonly codes: readonly (readonly (readonly number[])[] | undefined)[];
  /**
   * If neurons may be mirrored, their signs in the subspace of each segment; undefined for those of the ends.
   */
  readonly signs: readonly (readonly (-1 | 0 | 1)[] | undefined)[] | undefined;
}

/**
 * A path between networks that are nearly the same: a segment to a network of the exact structure, a path
 * along which the function doesn't change, and a segment to the other network.
 *
 * @example [snappedPath(from, to, { tolerance: rational(0n) })]
 *   .map((path) => "middle" in path && path.middle.optimal) // [true]
 */
export interface SnappedPath {
  /** The mean of what both networks reduce to, in the order of the first. */
  readonly theta: MultiLayerNetwork;
  /** The largest difference of a weight of what both reduce to. */
  readonly difference: Rational;
  readonly from: SnappedEnd;
  readonly to: SnappedEnd;
  readonly symmetry: ActivationSymmetry;
  /** Of the whole path. */
  readonly segments: number;
  /** The path between the snapped networks. */
  readonly middle: {
    readonly segments: number;
    /** No path between them has fewer: none in Θ if `inManifold`. */
    readonly lowerBound: number;
    readonly optimal: boolean;
    readonly method: PathMethod;
    readonly inManifold: boolean;
  };
  /** The whole path. */
  readonly list: () => SnappedPolyline;
}

/**
 * A path between two networks as training leaves them, which are the same up to the order of neurons, copies,
 * mirror images, and a tolerance. Both are classified at the tolerance, and what they reduce to is matched;
 * θ is the mean of the two. Each network is projected orthogonally on the networks with its groups that
 * reduce to θ, and between the two projections goes a path of fewest segments of one function. Only this part
 * is proved to be shortest, and only on it the function stays the same; `segmentBound` says by how much it
 * changes on the way there and from there.
 *
 * @param a a network, with biases if b has any, as b of the same widths.
 * @throws InputError if the shapes differ, the networks reduce to other widths at the tolerance, or what they
 *   reduce to differs by more than it.
 * @example [snappedPath(from, to, { tolerance: rational(1n, 100n) })]
 *   .map((path) => "segments" in path && path.segments) // [3]
 */
export function snappedPath(
  a: AnyNetwork,
  b: AnyNetwork,
  options: SnappedPathOptions,
): SnappedPath | IsolatedLayer {
  requireArguments({ anyNetwork: { a, b }, "{ tolerance }": { options } });
  const { tolerance, activation } = options;
  const [from, to] = [asMultiLayer(a), asMultiLayer(b)];
  requireOneShape(from, to);
  const known = activation === undefined ? undefined : boundedActivation(activation);
  const symmetry = pathSymmetry(known, from);
  const matched = matchedPair(from, to, { tolerance, symmetry });
  if ("fault" in matched) throw matched.fault;
  const { theta, largest } = matched;
  if (largest.size.compare(tolerance) > 0) throw tooFarApart(largest, theta.weights.length);
  requireIrreducible(theta, symmetry);
  const snappedEnd = (network: MultiLayerNetwork, codes: readonly SignedCodes[]): SnappedEnd =>
    endOf(network, projectedOn(theta, codes, network, symmetry));
  const [start, goal] = [snappedEnd(from, matched.from), snappedEnd(to, matched.to)];
  const middle = exactPath({ theta, from: start.snapped, to: goal.snapped }, symmetry, options);
  if ("isolatedLayer" in middle) return speaking(middle);
  return speaking(wholePath({ theta, difference: largest.size, from: start, to: goal, symmetry }, middle));
}

function requireOneShape(from: MultiLayerNetwork, to: MultiLayerNetwork): void {
  const [ours, theirs] = [from, to].map((network) => layerWidths(network).join("-"));
  if (ours !== theirs)
    throw new InputError(
      `layers of widths ${ours} and ${theirs}`,
      "give networks of one shape; equiloss expand makes the narrower one wider",
    );
  if ((from.biases === undefined) !== (to.biases === undefined))
    throw new InputError("one network has biases, the other none", "give both biases, of zeros where needed");
}

/** The mean of two irreducible networks might be reducible, if they are no nearer to each other than that. */
function requireIrreducible(theta: MultiLayerNetwork, { parity }: ActivationSymmetry): void {
  const isGood =
    parity === undefined ? isIrreducibleMultiLayer(theta) : isIrreducibleMirrored(pairAt(theta, 1), parity);
  if (isGood) return;
  throw new InputError(
    "the mean of both reduced networks has fewer neurons than these, or one of weights 0",
    "give another tolerance",
  );
}

function endOf(network: MultiLayerNetwork, snapped: MultiLayerNetwork): SnappedEnd {
  const change = pointOfLayers(snapped).minus(pointOfLayers(network));
  const { numerators, denominator } = change;
  const most = numerators.reduce((size, one) => (magnitude(one) > size ? magnitude(one) : size), 0n);
  return {
    network,
    snapped,
    distanceSquared: change.dot(change),
    largestChange: rational(most, denominator),
  };
}

function wholePath(
  ends: Pick<SnappedPath, "theta" | "difference" | "from" | "to" | "symmetry">,
  middle: ExactPath,
): SnappedPath {
  const { from, to } = ends;
  const moves = ({ distanceSquared }: SnappedEnd): boolean => !distanceSquared.equals(0n);
  const [first, last] = [[from].filter(moves), [to].filter(moves)];
  const { segments, lowerBound, optimal, method, inManifold } = middle;
  return {
    ...ends,
    segments: first.length + segments + last.length,
    middle: { segments, lowerBound, optimal, method, inManifold },
    list: () => {
      const { points, codes, signs } = middle.list();
      const around = <Item>(inner: readonly Item[]): (Item | undefined)[] => [
        ...first.map(() => undefined),
        ...inner,
        ...last.map(() => undefined),
      ];
      return {
        points: [...first.map((end) => end.network), ...points, ...last.map((end) => end.network)],
        codes: around(codes),
        signs: signs === undefined ? undefined : around(signs),
      };
    },
  };
}
