import type { NetworkFile } from "../../../network/networkFile.js";
import type { Source } from "../../files/sources.js";
import type { Within } from "../../options/rangeOption.js";

/** What `path --tolerance` is asked: plain data. Rationals are "p/q". */
export interface SnapRequest extends Within {
  readonly tolerance: string;
  readonly activation?: string;
  readonly data?: Source;
}

/** How far a network is from the one that it was snapped to. */
export interface SnappedDistance {
  /** The Euclidean distance, rounded up. */
  readonly distance: string;
  /** Its square, exactly. */
  readonly distanceSquared: string;
  /** The largest change of a weight or bias, rounded up. */
  readonly largestChange: string;
}

/** How the ends of a path were snapped, and what changes along it. */
export interface Snapping extends Within {
  readonly tolerance: string;
  /** The mean of what both networks reduce to. */
  readonly theta: NetworkFile;
  /** The largest difference of a weight of what both reduce to, rounded up. */
  readonly difference: string;
  readonly from: SnappedDistance;
  readonly to: SnappedDistance;
  /** The segments between the snapped networks, and how few are possible there. */
  readonly between: { readonly segments: number; readonly lowerBound: number };
  /** That of the bounds. */
  readonly activation?: string;
  /** On the whole path no output differs by more from that of θ, for all inputs of the box or ball. */
  readonly bound?: string;
  /** On the data, for the whole path: between what the loss is, and what no output differs by more than. */
  readonly data?: { readonly leastLoss: string; readonly mostLoss: string; readonly change: string };
}
