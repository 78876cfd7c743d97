import { entry } from "../../exact/entry.js";
import type { CompletionTable } from "../partitions/completionTable.js";
import { Prefix } from "../partitions/prefix.js";
import type { Spelling } from "../partitions/spelling.js";
import type { Parity } from "./parity.js";
import { type Sign, SignedLabelledPartition } from "./signedLabelledPartition.js";

/** In the order of letters with one code. */
const SIGNS: readonly Sign[] = [1, -1, 0];

/**
 * The codes and signs of the first few of m units, which can still be completed to a signed labelled
 * partition.
 *
 * A letter is four times the letter of the code, see {@link Prefix}, plus 0, 1 or 2 for the signs 1, −1 and
 * 0. So canonical order is that of the codes of the first unit, then of its sign, then of the codes of the
 * second unit, and so on, with 1 < 2 < … < r < 0 < −1 < … for codes and 1 < −1 < 0 for signs.
 */
export class SignedPrefix implements Spelling<SignedLabelledPartition> {
  private readonly codes: Prefix;
  private readonly letters: number[] = [];
  /** The code's letter of the silent block, and the number of its units; −1 and 0 if there is none. */
  private silent = { code: -1, units: 0 };

  /**
   * The empty prefix, for r ≤ m.
   *
   * @param withZeroBlocks false to allow labelled blocks only; then r = 0 needs m = 0.
   */
  constructor(
    readonly r: number,
    readonly m: number,
    private readonly parity: Parity,
    withZeroBlocks: boolean,
  ) {
    this.codes = new Prefix(r, m, withZeroBlocks);
  }

  /** The letters of a signed labelled partition. */
  static lettersOf({ unsigned, signs }: SignedLabelledPartition): number[] {
    return Prefix.lettersOf(unsigned).map((code, unit) => 4 * code + SIGNS.indexOf(entry(signs, unit)));
  }

  get length(): number {
    return this.letters.length;
  }

  nextAfter(letter: number): number | undefined {
    const code = letter >> 2;
    for (let next = letter + 1; next < 4 * code + 3; next++) if (this.hasSign(code, next & 3)) return next;
    const following = this.codes.nextAfter(code);
    if (following === undefined) return undefined;
    return this.hasSign(following, 0) ? 4 * following : 4 * following + 2;
  }

  least(): number {
    return this.nextAfter(-1) ?? this.codes.least();
  }

  completions(letter: number, table: CompletionTable): bigint {
    const code = letter >> 2;
    if (!this.hasSign(code, letter & 3)) return 0n;
    const isSilent = this.silent.units > 0 || (letter & 3) === 2;
    return this.codes.completionsBesides(isSilent ? 1 : 0, code, table);
  }

  push(letter: number): void {
    const code = letter >> 2;
    if ((letter & 3) === 2) this.silent = { code, units: this.silent.units + 1 };
    this.codes.push(code);
    this.letters.push(letter);
  }

  pop(): number | undefined {
    const letter = this.letters.pop();
    if (letter === undefined) return undefined;
    this.codes.pop();
    if ((letter & 3) === 2) {
      const units = this.silent.units - 1;
      this.silent = { code: units === 0 ? -1 : this.silent.code, units };
    }
    return letter;
  }

  toPartition(): SignedLabelledPartition {
    const codes = this.letters.map((letter) => letter >> 2);
    return SignedLabelledPartition.of(
      codes.map((code) => (code < this.r ? code + 1 : this.r - code)),
      this.letters.map((letter) => entry(SIGNS, letter & 3)),
      this.r,
      this.parity,
    );
  }

  /** Whether the next unit may have this code and sign, if it may have the code. */
  private hasSign(code: number, sign: number): boolean {
    if (code < this.r) return sign < 2;
    if (code === this.silent.code) return sign === 2;
    if (!this.codes.opensZeroBlock(code)) return sign < 2;
    return sign === 0 || (sign === 2 && this.parity === "odd" && this.silent.units === 0);
  }
}
