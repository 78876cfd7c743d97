import type { Bound } from "./bound.js";
import type { CriticalClaim } from "./critical.js";
import type { Block, Inertia } from "./inertia.js";
import type { Layers, Matrix } from "./layers.js";
import type { LossPoint } from "./lossPoint.js";
import type { Signed } from "./mirroredPath.js";
import type { Network } from "./network.js";
import type { Split } from "./splitting.js";

/** What the theorems are about, on JavaScript's values, as `entry.ml` reads them. */
export interface Checkers {
  readonly check_enumeration: (r: number, m: number, partitions: readonly (readonly number[])[]) => boolean;
  readonly check_path: (...path: Path) => boolean;
  readonly check_shortest_path: (
    ...pathAndBound: [...path: Path, bound: Bound<readonly number[]>]
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
  readonly check_mirrored_path: (...path: MirroredPath) => boolean;
  /** @param bound not by the star graph: of that there is no theorem. */
  readonly check_shortest_mirrored_path: (
    ...pathAndBound: [...path: MirroredPath, bound: Bound<Signed>]
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

/** Networks behind each other, with a partition for each segment. */
type PathOf<Partition> = [
  inputDimension: number,
  outputDimension: number,
  theta: Network,
  from: Network,
  to: Network,
  points: readonly Network[],
  partitions: readonly Partition[],
];
type Path = PathOf<readonly number[]>;
type MirroredPath = [parity: "Odd" | "Even", ...path: PathOf<Signed>];

declare const checkers: Checkers;
export default checkers;
