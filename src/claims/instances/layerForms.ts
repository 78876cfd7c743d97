import { labelledPartitions, surjectionsOf } from "../../combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../../manifold/subspaces/affineSubspace.js";
import { type LayerConditions, layerBlock } from "../../manifold/layers/layerBlock.js";
import { criticalBlock } from "../../manifold/layers/multiLayerCriticalSubspace.js";
import { randomMultiLayer } from "../../network/randomMultiLayer.js";
import { entry } from "../../exact/entry.js";
import type { LayerWidths } from "./layerWidths.js";

/** Γ_P and Φ_P of tuples of labelled partitions, and the critical subspaces of tuples of surjections. */
export type SubspaceKind = "last to first" | "fibre" | "critical";

/** The labelled partitions of one layer for subspaces of a kind. */
export function partitionsOf(kind: SubspaceKind, r: number, m: number): LabelledPartition[] {
  return [...(kind === "critical" ? surjectionsOf(r, m) : labelledPartitions(r, m))];
}

/**
 * A random W^(ℓ) for each r_{ℓ−1} and r_ℓ, with distinct rows and no zero columns; one input, one output. So
 * the subspaces of V^(ℓ) for two networks are equal where r_{ℓ−1}, r_ℓ, P_{ℓ−1} and P_ℓ are.
 */
export class LayerFamily {
  private readonly cache = new Map<string, readonly (readonly RationalVector[])[]>();

  constructor(private readonly seed: number) {}

  /** The rows of the matrix behind a layer, for a network of these hidden widths. */
  rows(r: readonly number[], layer: number): readonly RationalVector[] {
    const widths = [1, ...r.slice(Math.max(0, layer - 1), layer + 1), 1];
    const key = widths.join();
    const weights = this.cache.get(key) ?? randomMultiLayer({ widths, hasBiases: false }, this.seed).weights;
    this.cache.set(key, weights);
    return entry(weights, layer === 0 ? 0 : 1);
  }
}

/** The partition of what lies beyond the hidden layers: one unit alone. */
const END = LabelledPartition.of([1], 1);

/** The subspaces of the matrices V^(1), …, V^(L), each made once. */
export class LayerForms {
  readonly subspaces: AffineSubspace[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly numberOf = new Map<string, number>();

  /** @param form equal for equal subspaces only. */
  constructor(
    private readonly kind: SubspaceKind,
    private readonly family: LayerFamily,
    private readonly form: (subspace: AffineSubspace) => string,
  ) {}

  /** For each matrix the number of its subspace; equal forms have equal numbers. */
  numbersOf({ r }: Pick<LayerWidths, "r">, tuple: readonly LabelledPartition[]): number[] {
    return Array.from({ length: r.length + 1 }, (_, layer) => this.number(r, tuple, layer));
  }

  private number(r: readonly number[], tuple: readonly LabelledPartition[], layer: number): number {
    const columns = layer === 0 ? END : entry(tuple, layer - 1);
    const units = layer === r.length ? END : entry(tuple, layer);
    const position = layer === 0 ? "first" : layer === r.length ? "last" : "between";
    const name = `${position} ${columns.key} ${units.key}`;
    const cached = this.numberOf.get(name);
    if (cached !== undefined) return cached;
    const subspace = this.subspaceOf({ rows: this.family.rows(r, layer), units, columns });
    const form = this.form(subspace);
    const number = this.numbers.get(form) ?? this.numbers.size;
    if (number === this.numbers.size) this.subspaces.push(subspace);
    this.numbers.set(form, number);
    this.numberOf.set(name, number);
    return number;
  }

  private subspaceOf(conditions: LayerConditions): AffineSubspace {
    return this.kind === "critical" ? criticalBlock(conditions) : layerBlock(conditions, this.kind);
  }
}
