import { InputError } from "../../../exact/inputError.js";
import { type Rational, rational } from "../../../exact/numbers/rational.js";
import type { MultiLayerPath } from "../../../manifold/layers/multiLayerPath.js";
import {
  multiLayerParameterCount,
  multiLayerSpace,
  networkOfPoint,
  pointOfLayers,
} from "../../../manifold/layers/multiLayerSpace.js";
import { type AnyNetwork, asMultiLayer, isTwoLayer } from "../../../network/anyNetwork.js";
import { type MultiLayerNetwork, hiddenWidths, layerWidths } from "../../../network/multiLayerNetwork.js";
import { type NetworkFile, multiLayerFile, networkFile } from "../../../network/networkFile.js";
import type { NetworkPair } from "../../files/networks.js";

/** The most units or weights that a listing may have in all its points. */
const MAX_LISTED = 5_000_000;

/** The most weights in all points of a path that is told to a person: more take longer than the search. */
const MAX_SOON = 500_000;

/** A path in JSON. If there is none, segments and lower bound are null, and the lists are empty. */
export interface PathListing {
  readonly segments: number | null;
  readonly lowerBound: number | null;
  /** A network file for each point. Consecutive points are the ends of a piece of a segment. */
  readonly points: readonly (NetworkFile | null)[];
  /** The subspace that each piece lies in. */
  readonly subspaces: readonly SubspaceCodes[];
}

/** The codes of a labelled partition, or of one for each hidden layer. */
export type SubspaceCodes = readonly number[] | readonly (readonly number[])[];

/** The listing that says that there is no path. */
export const NOTHING: PathListing = { segments: null, lowerBound: null, points: [], subspaces: [] };

/** A path, segment by segment. */
export interface Segments {
  readonly lowerBound: number;
  /** The corners; one more than there are segments. */
  readonly points: readonly AnyNetwork[];
  /** The codes of each segment. */
  readonly subspaces: readonly SubspaceCodes[];
}

/**
 * Refuses to list a path that is too long.
 *
 * @param size what each point has, such as 3 neurons.
 * @throws InputError if all points together have too many of these.
 */
export function requireListable(
  points: number,
  size: { readonly count: number; readonly of: string },
  repair: string,
): void {
  if (points * size.count <= MAX_LISTED) return;
  throw new InputError(`${points} points of ${size.count} ${size.of} are too many to list`, repair);
}

/** Whether a path of several layers is so short that its points are listed at once. */
export function isSoonListed({ segments }: MultiLayerPath, pair: NetworkPair<MultiLayerNetwork>): boolean {
  return (segments + 1) * weightCount(pair) <= MAX_SOON;
}

/** @throws InputError if a path of several layers is too long to be listed. */
export function requireListableLayers(
  { segments }: MultiLayerPath,
  pair: NetworkPair<MultiLayerNetwork>,
  steps: number,
  repair: string,
): void {
  requireListable(segments * steps + 1, { count: weightCount(pair), of: "weights" }, repair);
}

function weightCount({ from }: NetworkPair<MultiLayerNetwork>): number {
  return multiLayerParameterCount({ widths: layerWidths(from), hasBiases: false });
}

/** The path with each segment cut into equal pieces, so that one can evaluate along it. */
export function pathListing({ lowerBound, points, subspaces }: Segments, steps: number): PathListing {
  const parts = Array.from({ length: steps - 1 }, (_, step) => rational(BigInt(step + 1), BigInt(steps)));
  const ends: AnyNetwork[] = [];
  let start: AnyNetwork | undefined;
  for (const end of points) {
    if (start !== undefined) for (const part of parts) ends.push(between(start, end, part));
    ends.push(end);
    start = end;
  }
  return {
    segments: subspaces.length,
    lowerBound,
    points: ends.map((network) => (isTwoLayer(network) ? networkFile(network) : multiLayerFile(network))),
    subspaces: subspaces.flatMap((subspace) => Array.from({ length: steps }, () => subspace)),
  };
}

/** The network that divides a segment: this part of it is behind. */
export function between(start: AnyNetwork, end: AnyNetwork, part: Rational): AnyNetwork {
  const first = asMultiLayer(start);
  const origin = pointOfLayers(first);
  const direction = pointOfLayers(asMultiLayer(end)).minus(origin);
  return networkOfPoint(multiLayerSpace(first, hiddenWidths(first)), origin.plus(direction.times(part)));
}
