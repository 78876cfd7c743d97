import type { CriticalClaim } from "./critical.js";
import type { Block, Inertia } from "./inertia.js";
import type { Layers, Matrix } from "./layers.js";
import type { LossPoint } from "./lossPoint.js";
import type { Network } from "./network.js";
import type { Split } from "./splitting.js";

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
  /** @param partitions for each segment codes, and signs: 1, −1 for a mirrored unit, 0 for a silent one. */
  readonly check_mirrored_path: (
    parity: "Odd" | "Even",
    inputDimension: number,
    outputDimension: number,
    theta: Network,
    from: Network,
    to: Network,
    points: readonly Network[],
    partitions: readonly (readonly [codes: readonly number[], signs: readonly number[]])[],
  ) => boolean;
  /** @param partitions for each segment the codes of each hidden layer. */
  readonly check_layered_path: (
    inputDimension: number,
    outputDimension: number,
    theta: Layers,
    from: Layers,
    to: Layers,
    points: readonly Layers[],
    partitions: readonly (readonly (readonly number[])[])[],
  ) => boolean;
  readonly check_inertia: (matrix: Matrix, block: Block) => boolean;
  readonly check_critical: (...point: LossPoint) => boolean;
  readonly check_critical_instance: (
    claim: CriticalClaim,
    ...pointAndInertias: [...point: LossPoint, below: Block, above: Block]
  ) => boolean;
  /** @param stated the inertia at the network; that at θ is the block's. */
  readonly check_splitting: (
    ...pointAndSplits: [...point: LossPoint, below: Block, splits: readonly Split[], stated: Inertia]
  ) => boolean;
}

declare const checkers: Checkers;
export default checkers;
