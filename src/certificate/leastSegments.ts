import { MOST_POTENTIAL_SUBSPACES } from "../manifold/graph/distancePotential.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Streamed } from "./canonicalJson.js";
import { fitsPotential } from "./potentialLimit.js";

/** A path that has as few segments as can be, and what the checker is to see that by. */
export interface LeastPath {
  readonly segments: number;
  readonly r: number;
  readonly m: number;
  /** The number of all subspaces. */
  readonly subspaces: bigint;
  /** θ and both ends; with their images, if units have such. */
  readonly networks: readonly TwoLayerNetwork[];
  /** All subspaces, and their distances from the first end. */
  readonly potential: () => { readonly partitions: Streamed; readonly values: readonly number[] };
}

/**
 * How the checker can see that no path has fewer segments; undefined if it can't, because there are many
 * subspaces or weights are long.
 */
export function lowerBound(path: LeastPath): Readonly<Record<string, Streamed>> | undefined {
  const { segments, r, m, subspaces, networks, potential } = path;
  if (segments <= 1) return { rule: "distinct" };
  if (m === r + 1) return { rule: "star" };
  if (subspaces > MOST_POTENTIAL_SUBSPACES || !fitsPotential(networks)) return undefined;
  return { rule: "potential", ...potential() };
}
