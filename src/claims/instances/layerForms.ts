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

/** The labelled partitions of one layer that such a subspace may have. */
export function partitionsOf(kind: SubspaceKind, r: number, m: number): LabelledPartition[] {
  return [...(kind === "critical" ? surjectionsOf(r, m) : labelledPartitions(r, m))];
}

/**
 * A network for each choice of widths, such that V^(ℓ) of two of them are in the same subspace of matrices
 * where r_{ℓ−1}, r_ℓ, P_{ℓ−1} and P_ℓ are: W^(ℓ) depends on r_{ℓ−1} and r_ℓ alone, and is random, with
 * distinct rows and no zero columns. One input, one output.
 */
export class LayerFamily {
  private readonly cache = new Map<string, RationalVector[][]>();

  constructor(private readonly seed: number) {}

  /** W^(ℓ) between hidden layers of widths a and b. */
  between(a: number, b: number): readonly RationalVector[] {
    return entry(this.matrices([1, a, b, 1]), 1);
  }

  /** W^(1). */
  first(r: number): readonly RationalVector[] {
    return entry(this.matrices([1, r, 1]), 0);
  }

  /** W^(L). */
  last(r: number): readonly RationalVector[] {
    return entry(this.matrices([1, r, 1]), 1);
  }

  private matrices(widths: readonly number[]): RationalVector[][] {
    const key = widths.join();
    const found =
      this.cache.get(key) ??
      randomMultiLayer({ widths, hasBiases: false }, this.seed).weights.map((rows) => [...rows]);
    this.cache.set(key, found);
    return found;
  }
}

/** The partition of what lies beyond the hidden layers: one unit alone. */
const END = LabelledPartition.of([1], 1);

/** The subspaces of the matrices V^(1), …, V^(L), each made once. */
export class LayerForms {
  readonly subspaces: AffineSubspace[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly numberOf = new Map<string, number>();

  /**
   * @param form equal for equal subspaces only.
   */
  constructor(
    private readonly kind: SubspaceKind,
    private readonly family: LayerFamily,
    private readonly form: (subspace: AffineSubspace) => string,
  ) {}

  /** For each matrix the number of its subspace: equal numbers for equal forms. */
  numbersOf({ r }: Pick<LayerWidths, "r">, tuple: readonly LabelledPartition[]): number[] {
    return Array.from({ length: r.length + 1 }, (_, layer) => this.number(r, tuple, layer));
  }

  /** The rows of the matrix behind a layer, for a network of these widths. */
  private rows(r: readonly number[], layer: number): readonly RationalVector[] {
    if (layer === 0) return this.family.first(entry(r, 0));
    if (layer === r.length) return this.family.last(entry(r, layer - 1));
    return this.family.between(entry(r, layer - 1), entry(r, layer));
  }

  private number(r: readonly number[], tuple: readonly LabelledPartition[], layer: number): number {
    const isFirst = layer === 0;
    const isLast = layer === r.length;
    const columns = isFirst ? END : entry(tuple, layer - 1);
    const units = isLast ? END : entry(tuple, layer);
    const position = isFirst ? "first" : isLast ? "last" : "between";
    const name = `${position} ${columns.key} ${units.key}`;
    const known = this.numberOf.get(name);
    if (known !== undefined) return known;
    const rows = this.rows(r, layer);
    const subspace = this.subspaceOf({ rows, units, columns });
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
