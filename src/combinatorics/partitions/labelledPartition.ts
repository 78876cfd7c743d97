import { counted } from "../../exact/counted.js";
import { noEntry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";

/**
 * A labelled partition of the units 0…m−1: r nonempty blocks labelled 1…r and any number of nonempty zero
 * blocks. It names one affine subspace of the expansion manifold (Şimşek et al. 2021, Def. 3.2 and Theorem
 * 3.1): incoming weights are constant on blocks, outgoing ones sum to a_t on block t and to 0 on a zero
 * block.
 *
 * Codes, one per unit: t in 1…r for the block labelled t, and 0, −1, −2, … for the zero blocks in order of
 * first appearance, so that equal partitions have equal codes.
 *
 * @example LabelledPartition.of([1, 2, 1, 0], 2).labelledBlocks // [[0, 2], [1]]
 */
export class LabelledPartition {
  private constructor(
    readonly codes: readonly number[],
    /** Number of labels. */
    readonly r: number,
    /** Number of zero blocks; the j of the dimension formula of Theorem 3.1. */
    readonly zeroBlockCount: number,
  ) {}

  /**
   * The labelled partition with the given codes, which are copied.
   *
   * @throws InputError if r is not an integer ≥ 0, a code is out of range, a zero block is numbered out of
   *   turn, or if a label has no unit.
   * @example LabelledPartition.of([1, 0, 2, -1, 0], 2).zeroBlockCount === 2
   */
  static of(codes: ArrayLike<number>, r: number): LabelledPartition {
    requireLabelCount(r);
    if (!Array.isArray(codes)) requireArguments({ codes: { codes } });
    if (r > codes.length) {
      throw new InputError(
        `${counted(codes.length, "neuron")} can't hold ${counted(r, "label")}`,
        "use r ≤ m",
      );
    }
    const copy: number[] = [];
    const hasUnit = new Array<boolean>(r).fill(false);
    let zeroBlocks = 0;
    for (let unit = 0; unit < codes.length; unit++) {
      const code = requireCode(codes[unit], unit, r);
      if (code > 0) {
        hasUnit[code - 1] = true;
        copy.push(code);
        continue;
      }
      if (code < -zeroBlocks) {
        throw new InputError(
          `neuron ${unit} opens zero block ${code}, but ${0 - zeroBlocks} comes next`,
          "number the zero blocks 0, -1, -2, … in order of first appearance",
        );
      }
      if (code === -zeroBlocks) zeroBlocks++;
      // −0 passes every comparison above, but is not the same value as 0.
      copy.push(code + 0);
    }
    const missing = hasUnit.indexOf(false);
    if (missing >= 0) {
      throw new InputError(
        `label ${missing + 1} has no neuron`,
        `give each label 1…${r} at least one neuron`,
      );
    }
    return new LabelledPartition(copy, r, zeroBlocks);
  }

  /**
   * The labelled partition with the given codes, where any integers ≤ 0 may name the zero blocks: they are
   * renumbered.
   *
   * @throws InputError as {@link of}, except for the numbering of zero blocks.
   * @example LabelledPartition.canonical([-7, 1, 0, -7], 1).codes // [0, 1, -1, 0]
   */
  static canonical(codes: ArrayLike<number>, r: number): LabelledPartition {
    requireLabelCount(r);
    requireArguments({ codes: { codes } });
    const numbers = new Map<number, number>();
    const renumbered = Array.from(codes, (name, unit) => {
      const code = requireCode(name, unit, r);
      if (code > 0) return code;
      const number = numbers.get(code) ?? 0 - numbers.size;
      numbers.set(code, number);
      return number;
    });
    return LabelledPartition.of(renumbered, r);
  }

  /** Number of units. */
  get m(): number {
    return this.codes.length;
  }

  /** Number of blocks, labelled and zero. */
  get blockCount(): number {
    return this.r + this.zeroBlockCount;
  }

  /** The labelled blocks: entry t − 1 lists the units of label t, ascending, counted from 0. */
  get labelledBlocks(): readonly (readonly number[])[] {
    return this.gather(this.r, 1, 1);
  }

  /** The zero blocks in order of first appearance, each with its units ascending. */
  get zeroBlocks(): readonly (readonly number[])[] {
    return this.gather(this.zeroBlockCount, 0, -1);
  }

  /**
   * Two labelled partitions have equal keys if and only if they are equal: every label occurs, so the codes
   * determine r.
   */
  get key(): string {
    return this.codes.join(",");
  }

  /** Its codes in brackets, as "[1, 2, 0]". */
  toString(): string {
    return `[${this.codes.join(", ")}]`;
  }

  equals(other: LabelledPartition): boolean {
    requireArguments({ partition: { other } });
    return this.m === other.m && this.codes.every((code, unit) => code === other.codes[unit]);
  }

  /** The units of each block, of those whose codes are first, first + step, …. */
  private gather(count: number, first: number, step: 1 | -1): number[][] {
    const blocks: number[][] = [];
    for (let block = 0; block < count; block++) blocks.push([]);
    for (let unit = 0; unit < this.codes.length; unit++) {
      const block = step * ((this.codes[unit] ?? noEntry(this.codes, unit)) - first);
      if (block >= 0) (blocks[block] ?? noEntry(blocks, block)).push(unit);
    }
    return blocks;
  }
}

function requireLabelCount(r: number): void {
  if (Number.isSafeInteger(r) && r >= 0) return;
  throw new InputError(`the number of labels is ${r}`, "give a whole number r ≥ 0");
}

function requireCode(code: number | undefined, unit: number, r: number): number {
  if (code !== undefined && Number.isSafeInteger(code) && code <= r) return code;
  throw new InputError(
    `neuron ${unit} (counted from 0) has code ${String(code)}`,
    `use a label 1…${r}, or 0, -1, -2, … for a zero block`,
  );
}
