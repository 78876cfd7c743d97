import type { Network } from "./network.js";

/** What the theorems are about, on JavaScript's values, as `entry.ml` reads them. */
export interface Checkers {
  readonly check_enumeration: (r: number, m: number, partitions: readonly (readonly number[])[]) => boolean;
  readonly check_path: (
    inputDimension: number,
    outputDimension: number,
    theta: Network,
    from: Network,
    to: Network,
    points: readonly Network[],
    partitions: readonly (readonly number[])[],
  ) => boolean;
  /** @param tree for each subspace its codes, the place of its parent and its depth, and a point. */
  readonly check_connected: (
    inputDimension: number,
    outputDimension: number,
    m: number,
    theta: Network,
    tree: readonly (readonly [
      readonly [codes: readonly number[], placed: readonly [parent: number, depth: number]],
      Network,
    ])[],
  ) => boolean;
}

declare const checkers: Checkers;
export default checkers;
