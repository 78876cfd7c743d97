import { rational } from "../../../exact/numbers/rational.js";
import type { AnyNetwork } from "../../../network/anyNetwork.js";
import type { NetworkFile } from "../../../network/networkFile.js";
import type { Piece } from "../../threads/packed.js";
import { visibleJson } from "../../terminal/visible.js";
import { taggedJson } from "../taggedJson.js";
import type { Answer, SegmentSigns, SubspaceCodes } from "./answer.js";
import { between } from "./between.js";
import { NetworkPieces, list } from "./networkPieces.js";
import type { Snapping } from "./snapping.js";

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
 * The path as one line of JSON, a {@link PathListing}, in pieces, so that a path of any length takes little
 * memory.
 *
 * @param steps into how many equal pieces each segment is cut, so that one can evaluate along it.
 */
export function* listingPieces(answer: Answer, steps: number): Generator<Piece> {
  const { segments, lowerBound, mirroring, snapping } = answer;
  const emptyPoints = ',"points":[],"subspaces":[]}';
  const start = taggedJson("path", { ...NOTHING, segments, lowerBound });
  yield `${start.slice(0, -emptyPoints.length)},"points":`;
  const pieces = new NetworkPieces();
  let separator = "[";
  for (const point of pointsOf(answer, steps)) {
    yield separator;
    yield* pieces.of(point);
    separator = ",";
  }
  yield '],"subspaces":';
  yield* list(repeated(answer.subspaces(), steps), visibleJson);
  if (mirroring !== undefined) {
    yield ',"signs":';
    yield* list(repeated(mirroring.signs, steps), visibleJson);
    yield `,"activation":${visibleJson(mirroring.activation)}`;
  }
  if (snapping !== undefined) yield `,"snapping":${visibleJson(snapping)}`;
  yield "}\n";
}

/** How many bytes the points take, if all are as long as the first. */
export function pointBytes({ segments, points }: Answer, steps: number): { all: number; each: number } {
  let each = 0;
  for (const first of points()) {
    for (const piece of new NetworkPieces().of(first)) each += piece.length;
    break;
  }
  return { all: (segments * steps + 1) * each, each };
}

/** The points, with each segment cut into equal pieces. */
function* pointsOf({ points }: Answer, steps: number): Generator<AnyNetwork> {
  const parts = Array.from({ length: steps - 1 }, (_, step) => rational(BigInt(step + 1), BigInt(steps)));
  let start: AnyNetwork | undefined;
  for (const end of points()) {
    if (start !== undefined) for (const part of parts) yield between(start, end, part);
    yield end;
    start = end;
  }
}

function* repeated<Item>(items: Iterable<Item>, times: number): Generator<Item> {
  for (const item of items) for (let time = 0; time < times; time += 1) yield item;
}
