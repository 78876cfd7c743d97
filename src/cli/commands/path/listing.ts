import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { rational } from "../../../exact/numbers/rational.js";
import type { RationalVector } from "../../../exact/vectors/rationalVector.js";
import type { NetworkFile } from "../../../network/networkFile.js";

/** The most units or weights that a listing may have in all its points. */
const MAX_LISTED = 5_000_000;

/** A path in JSON. If there is none, segments and lower bound are null, and the lists are empty. */
export interface PathListing {
  readonly segments: number | null;
  readonly lowerBound: number | null;
  /** A network file for each point. Consecutive points are the ends of a piece of a segment. */
  readonly points: readonly (NetworkFile | null)[];
  /** Codes for each piece: those of a labelled partition, or of one for each hidden layer. */
  readonly subspaces: readonly unknown[];
}

/** The listing that says that there is no path. */
export const NOTHING: PathListing = { segments: null, lowerBound: null, points: [], subspaces: [] };

/** What a listing needs of one kind of networks: points of parameter space, and files. */
export interface Kind<Network> {
  readonly point: (network: Network) => RationalVector;
  readonly networkAt: (point: RationalVector) => Network;
  readonly file: (network: Network) => NetworkFile | null;
}

/** A path of one kind of networks, segment by segment. */
export interface Segments<Network> {
  readonly lowerBound: number;
  /** The corners; one more than there are segments. */
  readonly points: readonly Network[];
  /** The codes of each segment. */
  readonly subspaces: readonly unknown[];
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

/** The path with each segment cut into equal pieces, so that one can evaluate along it. */
export function pathListing<Network>(
  { lowerBound, points, subspaces }: Segments<Network>,
  steps: number,
  kind: Kind<Network>,
): PathListing {
  const pieces = subspaces.flatMap((subspace, segment) => {
    const [start, end] = [entry(points, segment), entry(points, segment + 1)];
    return Array.from({ length: steps }, (_, step) => ({
      subspace,
      end: step === steps - 1 ? end : between(start, end, step + 1, steps, kind),
    }));
  });
  return {
    segments: subspaces.length,
    lowerBound,
    points: [entry(points, 0), ...pieces.map(({ end }) => end)].map(kind.file),
    subspaces: pieces.map(({ subspace }) => subspace),
  };
}

function between<Network>(
  start: Network,
  end: Network,
  part: number,
  parts: number,
  { point, networkAt }: Kind<Network>,
): Network {
  const base = point(start);
  return networkAt(
    base.plus(
      point(end)
        .minus(base)
        .times(rational(BigInt(part), BigInt(parts))),
    ),
  );
}
