import { InputError } from "../../../exact/inputError.js";
import { type Rational, rational } from "../../../exact/numbers/rational.js";
import { multiLayerSpace, networkOfPoint, pointOfLayers } from "../../../manifold/layers/multiLayerSpace.js";
import { type AnyNetwork, asMultiLayer, isTwoLayer } from "../../../network/anyNetwork.js";
import { hiddenWidths } from "../../../network/multiLayerNetwork.js";
import { type NetworkFile, multiLayerFile, networkFile } from "../../../network/networkFile.js";
import type { Answer, SegmentSigns, SubspaceCodes } from "./answer.js";
import type { Snapping } from "./snapping.js";

/** The most units or weights that a listing may have in all its points. */
const MAX_LISTED = 5_000_000;

/** A path in JSON. If there is none, segments and lower bound are null, and the lists are empty. */
export interface PathListing {
  readonly segments: number | null;
  readonly lowerBound: number | null;
  /** A network file for each point. Consecutive points are the ends of a piece of a segment. */
  readonly points: readonly (NetworkFile | null)[];
  /** The subspace that each piece lies in. */
  readonly subspaces: readonly SubspaceCodes[];
  /** With --activation, the signs of each subspace: −1 for a mirrored neuron, 0 for a silent one. */
  readonly signs?: readonly SegmentSigns[];
  /** The activation by which neurons may be mirrored. */
  readonly activation?: string;
  /** With --tolerance, how the ends were snapped, and what changes along the path. */
  readonly snapping?: Snapping;
}

/** The listing that says that there is no path. */
export const NOTHING: PathListing = { segments: null, lowerBound: null, points: [], subspaces: [] };

/**
 * Refuses to list a path that is too long.
 *
 * @param steps into how many pieces each segment is cut.
 * @throws InputError if all points together have too many neurons or weights.
 */
export function requireListable(
  { segments, size }: Pick<Answer, "segments" | "size">,
  steps: number,
  repair: string,
): void {
  const points = segments * steps + 1;
  if (points * size.count <= MAX_LISTED) return;
  throw new InputError(`${points} points of ${size.count} ${size.of} are too many to list`, repair);
}

/** The path with each segment cut into equal pieces, so that one can evaluate along it. */
export function pathListing(
  { segments, lowerBound, list, mirroring, snapping }: Answer,
  steps: number,
): PathListing {
  const { points, subspaces } = list();
  const parts = Array.from({ length: steps - 1 }, (_, step) => rational(BigInt(step + 1), BigInt(steps)));
  const ends: AnyNetwork[] = [];
  let start: AnyNetwork | undefined;
  for (const end of points) {
    if (start !== undefined) for (const part of parts) ends.push(between(start, end, part));
    ends.push(end);
    start = end;
  }
  return {
    segments,
    lowerBound,
    points: ends.map((network) => (isTwoLayer(network) ? networkFile(network) : multiLayerFile(network))),
    subspaces: repeated(subspaces, steps),
    ...(mirroring && { signs: repeated(mirroring.signs, steps), activation: mirroring.activation }),
    ...(snapping && { snapping }),
  };
}

function repeated<Item>(items: readonly Item[], times: number): Item[] {
  return items.flatMap((item) => Array.from({ length: times }, () => item));
}

/** The network that divides a segment: this part of it is behind. */
export function between(start: AnyNetwork, end: AnyNetwork, part: Rational): AnyNetwork {
  const first = asMultiLayer(start);
  const origin = pointOfLayers(first);
  const direction = pointOfLayers(asMultiLayer(end)).minus(origin);
  return networkOfPoint(multiLayerSpace(first, hiddenWidths(first)), origin.plus(direction.times(part)));
}
