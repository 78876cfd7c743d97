import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { LabelledPartition } from "../partitions/labelledPartition.js";
import type { Parity } from "./parity.js";

/**
 * The sign of a unit: −1 if it is mirrored, and 0 if it is silent.
 *
 * @example SignedLabelledPartition.of([1, 0], [-1, 0], 1, "odd").signs // [-1, 0]
 */
export type Sign = 1 | -1 | 0;

/**
 * A signed labelled partition as it is written in JSON.
 *
 * @example SignedLabelledPartition.of([1], [-1], 1, "odd").toJSON().signs // [-1]
 */
export interface WrittenSignedPartition {
  readonly labelledPartition: readonly number[];
  readonly signs: readonly Sign[];
}

/**
 * A labelled partition of the units 0…m−1 with a sign on each: type B where Şimşek et al. (2021), Def. 3.2,
 * have type A. For an activation of this parity it names one affine subspace of the networks of width m that
 * compute what an irreducible one of width r does: units of one block have equal incoming vectors once those
 * with the sign −1 are mirrored, and their outgoing vectors then sum to a_t on block t and to 0 on a zero
 * block.
 *
 * A sign on block t is absolute, relative to unit t of the irreducible network. Signs on a zero block are
 * relative to one another, as the block's incoming vector is free: its first unit has the sign 1. For odd
 * parity one zero block may be *silent*: its units have incoming vector 0, any outgoing vector, and the sign
 * 0, as 0 is its own mirror image.
 *
 * Codes are those of {@link LabelledPartition}; a silent block is numbered among the zero blocks.
 *
 * @example SignedLabelledPartition.of([1, 0, 1, 0], [1, 1, -1, -1], 1, "even").labelledBlocks // [[0, 2]]
 */
export class SignedLabelledPartition {
  private constructor(
    /** The same blocks without their signs; here a silent block is a zero block like any other. */
    readonly unsigned: LabelledPartition,
    readonly signs: readonly Sign[],
    readonly parity: Parity,
    /** The code of the silent block; undefined if no unit is silent. */
    readonly silentCode: number | undefined,
  ) {}

  /**
   * The signed labelled partition with the given codes and signs, which are copied.
   *
   * @throws InputError as {@link LabelledPartition.of}; if there is not a sign 1, −1 or 0 for each unit; if
   *   the first unit of a zero block has the sign −1; if a unit of a labelled block is silent, or a unit of a
   *   block that isn't; if two blocks are silent, or one at even parity.
   * @throws TypeError if the parity is none.
   * @example SignedLabelledPartition.of([1, 0, 0], [-1, 1, -1], 1, "odd").freeBlockCount === 1
   */
  static of(
    codes: ArrayLike<number>,
    signs: ArrayLike<number>,
    r: number,
    parity: Parity,
  ): SignedLabelledPartition {
    requireArguments({ signs: { signs }, parity: { parity } });
    const unsigned = LabelledPartition.of(codes, r);
    const copy = requireSigns(signs, unsigned.m);
    // By number of the zero block.
    const firstUnits: number[] = [];
    let silentCode: number | undefined;
    for (const [unit, code] of unsigned.codes.entries()) {
      const sign = entry(copy, unit);
      if (code > 0) {
        if (sign === 0) refuseSilentLabel(unit);
        continue;
      }
      const first = firstUnits[-code];
      if (first !== undefined) {
        if ((sign === 0) !== (copy[first] === 0)) refuseHalfSilent(first, unit, copy);
        continue;
      }
      firstUnits.push(unit);
      if (sign === -1) refuseMirroredFirst(unit);
      if (sign !== 0) continue;
      if (parity === "even") refuseSilentEven(unit);
      if (silentCode !== undefined) refuseSecondSilent(unit);
      silentCode = code;
    }
    return new SignedLabelledPartition(unsigned, copy, parity, silentCode);
  }

  /**
   * The signed labelled partition with the given codes and signs, where any integers ≤ 0 may name the zero
   * blocks, and any units of a zero block may have the sign 1: blocks are renumbered, and those that begin
   * with −1 are mirrored as a whole.
   *
   * @throws InputError as {@link of}, except for the numbering and the first sign of zero blocks.
   * @example SignedLabelledPartition.canonical([-7, 1, -7], [-1, -1, 1], 1, "odd").signs // [1, -1, -1]
   */
  static canonical(
    codes: ArrayLike<number>,
    signs: ArrayLike<number>,
    r: number,
    parity: Parity,
  ): SignedLabelledPartition {
    requireArguments({ signs: { signs } });
    const renumbered = LabelledPartition.canonical(codes, r).codes;
    const copy = requireSigns(signs, renumbered.length);
    const mirrored = new Set<number>();
    const seen = new Set<number>();
    const normal = renumbered.map((code, unit) => {
      const sign = entry(copy, unit);
      if (code > 0) return sign;
      if (!seen.has(code) && sign < 0) mirrored.add(code);
      seen.add(code);
      return mirrored.has(code) ? 0 - sign : sign;
    });
    return SignedLabelledPartition.of(renumbered, normal, r, parity);
  }

  /** The codes of the blocks, one per unit. */
  get codes(): readonly number[] {
    return this.unsigned.codes;
  }

  /** Number of labels. */
  get r(): number {
    return this.unsigned.r;
  }

  /** Number of units. */
  get m(): number {
    return this.unsigned.m;
  }

  /** The labelled blocks: entry t − 1 lists the units of label t, ascending, counted from 0. */
  get labelledBlocks(): readonly (readonly number[])[] {
    return this.unsigned.labelledBlocks;
  }

  /** The zero blocks that aren't silent, in order of first appearance: each has a free incoming vector. */
  get freeBlocks(): readonly (readonly number[])[] {
    return this.unsigned.zeroBlocks.filter((_, block) => 0 - block !== this.silentCode);
  }

  /** Number of zero blocks that aren't silent; the j of the dimension formula of Theorem 3.1. */
  get freeBlockCount(): number {
    return this.unsigned.zeroBlockCount - (this.silentCode === undefined ? 0 : 1);
  }

  /** The silent units, ascending. */
  get silentUnits(): readonly number[] {
    return this.signs.flatMap((sign, unit) => (sign === 0 ? [unit] : []));
  }

  /** Two signed labelled partitions of one parity have equal keys if and only if they are equal. */
  get key(): string {
    return `${this.unsigned.key};${this.signs.join(",")}`;
  }

  /** Its codes and signs in brackets, as "[1, 0] with signs [-1, 1]". */
  toString(): string {
    return `${String(this.unsigned)} with signs [${this.signs.join(", ")}]`;
  }

  toJSON(): WrittenSignedPartition {
    return { labelledPartition: this.codes, signs: this.signs };
  }

  /** Whether parity, codes and signs are the same. */
  equals(other: SignedLabelledPartition): boolean {
    requireArguments({ signedPartition: { other } });
    return this.parity === other.parity && this.key === other.key;
  }
}

function requireSigns(signs: ArrayLike<number>, m: number): Sign[] {
  if (signs.length !== m) {
    throw new InputError(`${signs.length} signs for ${m} neurons`, "give a sign for each neuron");
  }
  return Array.from(signs, (sign, unit) => {
    // −0 passes a comparison with 0, but is not the same value.
    if (sign === 0) return 0;
    if (sign === 1 || sign === -1) return sign;
    throw new InputError(
      `neuron ${unit} (counted from 0) has sign ${String(sign)}`,
      "use 1, or -1 if it is mirrored, or 0 if it is silent",
    );
  });
}

function refuseSilentLabel(unit: number): never {
  throw new InputError(
    `neuron ${unit} has a label and sign 0`,
    "use 1 or -1: a silent neuron is in a zero block",
  );
}

function refuseMirroredFirst(unit: number): never {
  throw new InputError(
    `neuron ${unit} opens a zero block with sign -1`,
    "mirror the whole block: its first neuron has sign 1",
  );
}

function refuseHalfSilent(first: number, unit: number, signs: readonly Sign[]): never {
  throw new InputError(
    `neurons ${first} and ${unit} of one zero block have signs ${String(signs[first])} and ${String(signs[unit])}`,
    "give sign 0 to all neurons of the silent block, and to no others",
  );
}

function refuseSilentEven(unit: number): never {
  throw new InputError(
    `neuron ${unit} is silent, with sign 0, at even parity`,
    "use signs 1 and -1: only an odd activation has silent neurons",
  );
}

function refuseSecondSilent(unit: number): never {
  throw new InputError(`neuron ${unit} opens a second silent block`, "give all silent neurons the same code");
}
