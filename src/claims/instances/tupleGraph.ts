import { DisjointSets } from "../../combinatorics/disjointSets.js";
import { labelledPartitions } from "../../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { tuples } from "../../combinatorics/tuples.js";
import type { AffineSubspace } from "../../manifold/subspaces/affineSubspace.js";
import { intersectByEquations } from "../../manifold/subspaces/intersection.js";
import type { LayerManifold } from "../../manifold/layers/layerBlock.js";
import { multiLayerSubspace } from "../../manifold/layers/multiLayerSubspace.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { entry } from "../../exact/entry.js";

/** Labelled partitions for each hidden layer. */
export type Tuple = readonly LabelledPartition[];

/** "[1,0] [1,2,2]". */
export function tupleName(tuple: Tuple): string {
  return tuple.map(({ key }) => `[${key}]`).join(" ");
}

/** All tuples for hidden layers of widths r_ℓ ≤ m_ℓ; there are ∏ T(r_ℓ, m_ℓ). */
export function allTuples(r: readonly number[], m: readonly number[]): Tuple[] {
  return [...tuples(r.map((labels, layer) => [...labelledPartitions(labels, entry(m, layer))]))];
}

/**
 * The subspaces of all tuples, and which of them meet, by exact linear algebra on the equations of each pair.
 * It uses no criterion and nothing of layers. For a few hundred tuples.
 */
export class TupleGraph {
  readonly subspaces: readonly AffineSubspace[];
  private readonly neighbours: readonly (readonly number[])[];

  constructor(
    theta: MultiLayerNetwork,
    readonly tuples: readonly Tuple[],
    manifold: LayerManifold,
  ) {
    this.subspaces = tuples.map((tuple) => multiLayerSubspace(theta, tuple, manifold));
    const neighbours = tuples.map((): number[] => []);
    this.subspaces.forEach((left, i) => {
      this.subspaces.slice(i + 1).forEach((right, offset) => {
        if (!intersectByEquations(left, right)) return;
        entry(neighbours, i).push(i + 1 + offset);
        entry(neighbours, i + 1 + offset).push(i);
      });
    });
    this.neighbours = neighbours;
  }

  /** Whether the subspaces of two different tuples, by number, meet. */
  joins(i: number, j: number): boolean {
    return entry(this.neighbours, i).includes(j);
  }

  /** Number of connected components. */
  get components(): number {
    const sets = new DisjointSets(this.tuples.length);
    let components = this.tuples.length;
    this.neighbours.forEach((others, i) => {
      for (const j of others) components -= sets.union(i, j) ? 1 : 0;
    });
    return components;
  }

  /** For each tuple, the least number of edges from one of the sources; −1 if none leads to it. */
  distancesFrom(sources: readonly number[]): number[] {
    const distances = this.tuples.map(() => -1);
    let front = [...sources];
    for (const source of sources) distances[source] = 0;
    for (let distance = 1; front.length > 0; distance += 1) {
      const reached = new Set(front.flatMap((i) => entry(this.neighbours, i)));
      front = [...reached].filter((j) => distances[j] === -1);
      for (const j of front) distances[j] = distance;
    }
    return distances;
  }
}
