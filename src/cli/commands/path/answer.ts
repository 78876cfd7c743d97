import type { Sign } from "../../../combinatorics/signed/signedLabelledPartition.js";
import type { IsolatedLayer } from "../../../manifold/layers/multiLayerPath.js";
import type { AnyNetwork } from "../../../network/anyNetwork.js";
import type { MultiLayerNetwork } from "../../../network/multiLayerNetwork.js";
import type { Change, SteppedPath } from "./changes.js";
import type { Snapping } from "./snapping.js";

/** The path that is asked for, between networks of either kind. */
export interface Answer {
  readonly segments: number;
  /** No path has fewer segments; null where nothing is known of the whole path. */
  readonly lowerBound: number | null;
  /** The lengths in words: the path's, and what is known of shorter paths. */
  readonly summary: string;
  /** What each point has, such as 3 neurons. */
  readonly size: { readonly count: number; readonly of: "neurons" | "weights" };
  /** What each segment changes, each only when it is asked for; none if that takes too long. */
  readonly changes: () => Iterable<SegmentChanges>;
  /** The option that tells the changes of all segments. */
  readonly allBy: "--changes" | "--json";
  /** The corners, each made when it is asked for; one more than there are segments. */
  readonly points: () => Iterable<AnyNetwork>;
  /** The subspace of each segment. */
  readonly subspaces: () => Iterable<SubspaceCodes>;
  /** The path step by step, between networks of two layers without biases. */
  readonly path?: SteppedPath;
  /** For a path with mirrored neurons. */
  readonly mirroring?: Mirroring;
  /** For a path between networks that are only nearly the same. */
  readonly snapping?: Snapping;
}

/** What a segment changes, neuron by neuron, or in words. */
export type SegmentChanges = readonly Change[] | string;

/** By which activation neurons are mirrored, and their signs in the subspace of each segment. */
export interface Mirroring {
  readonly activation: string;
  readonly signs: readonly SegmentSigns[];
}

/** The signs in the subspace of a segment; null if it lies in none. */
export type SegmentSigns = readonly Sign[] | null;

/**
 * The codes of a labelled partition, or of one for each hidden layer; null if the segment lies in no
 * subspace.
 */
export type SubspaceCodes = readonly number[] | readonly (readonly number[])[] | null;

/** There is no path, and this is why. */
export interface NoPath {
  readonly reason: string;
  readonly mirroring?: Mirroring;
}

/** Why there is no path. */
export function isolation({ isolatedLayer: layer, width }: IsolatedLayer): string {
  const reduced = `hidden layer ${layer} reduces to width ${width}, its own`;
  return `no path: ${reduced}, and the networks have its neurons in different orders`;
}

/** What a point of a path of several layers has: biases aside, all its weights. */
export function weightsOf({ weights }: MultiLayerNetwork): Answer["size"] {
  return { count: weights.flat().reduce((sum, row) => sum + row.dimension, 0), of: "weights" };
}

/** The summary of a path: its length, the networks' widths, and what is known of shorter paths. */
export function summary(segments: number, widths: string, bound: string, method: string): string {
  const length = `${segments} ${segments === 1 ? "segment" : "segments"}`;
  return `${length} from the first network to the second, ${widths}\n${bound} (${method})`;
}

/** Says that a path may not be a shortest one, and between which lengths a shortest one lies. */
export function notProved(lowerBound: number, segments: number, where = ""): string {
  return `NOT proved least: ${where}between ${lowerBound} and ${segments}`;
}
