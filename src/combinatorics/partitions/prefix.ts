import { noEntry } from "../../exact/entry.js";
import type { CompletionTable } from "./completionTable.js";
import { LabelledPartition } from "./labelledPartition.js";
import type { Spelling } from "./spelling.js";

/**
 * The codes of the first few of m units, which can still be completed to a labelled partition.
 *
 * Codes are stored as letters: label t is letter t − 1 and zero block −d is letter r + d, so that the
 * canonical order 1 < … < r < 0 < −1 < … of codes is the order of letters. A letter fits if the labels that
 * are then still missing have room in the units that are left. So every prefix has a completion, and no
 * search runs into a dead end.
 */
export class Prefix implements Spelling<LabelledPartition> {
  private readonly letters: number[] = [];
  private readonly uses: number[];
  private missing: number;
  private zeroBlocks = 0;

  /**
   * The empty prefix, for r ≤ m.
   *
   * @param withZeroBlocks false to allow labelled blocks only; then r = 0 needs m = 0.
   */
  constructor(
    readonly r: number,
    readonly m: number,
    private readonly withZeroBlocks: boolean,
  ) {
    this.uses = new Array<number>(r + m).fill(0);
    this.missing = r;
  }

  /** The letters of a labelled partition. */
  static lettersOf({ codes, r }: LabelledPartition): number[] {
    return codes.map((code) => (code > 0 ? code - 1 : r - code));
  }

  get length(): number {
    return this.letters.length;
  }

  nextAfter(letter: number): number | undefined {
    for (let next = letter + 1; next <= this.greatestOpen; next++) if (this.fits(next)) return next;
    return undefined;
  }

  least(): number {
    return this.nextAfter(-1) ?? this.noLetter();
  }

  /** For a prefix with zero blocks. */
  completions(letter: number, table: CompletionTable): bigint {
    return this.completionsBesides(0, letter, table);
  }

  /**
   * How many ways the table has to continue the prefix with this letter, if so many of the zero blocks don't
   * count as open.
   *
   * @throws RangeError if there is no such letter yet.
   */
  completionsBesides(closed: 0 | 1, letter: number, table: CompletionTable): bigint {
    if (letter > this.greatestOpen) return this.noLetter();
    const opensLabel = letter < this.r && this.uses[letter] === 0;
    return table.count(
      this.left - 1,
      opensLabel ? this.missing - 1 : this.missing,
      this.zeroBlocks + (this.opensZeroBlock(letter) ? 1 : 0) - closed,
    );
  }

  /** Whether this is the letter of a zero block without units so far. */
  opensZeroBlock(letter: number): boolean {
    return letter === this.r + this.zeroBlocks;
  }

  push(letter: number): void {
    const uses = this.uses[letter] ?? noEntry(this.uses, letter);
    if (uses === 0) this.open(letter, 1);
    this.uses[letter] = uses + 1;
    this.letters.push(letter);
  }

  pop(): number | undefined {
    const letter = this.letters.pop();
    if (letter === undefined) return undefined;
    const uses = (this.uses[letter] ?? noEntry(this.uses, letter)) - 1;
    this.uses[letter] = uses;
    if (uses === 0) this.open(letter, -1);
    return letter;
  }

  toPartition(): LabelledPartition {
    return LabelledPartition.of(
      this.letters.map((letter) => (letter < this.r ? letter + 1 : this.r - letter)),
      this.r,
    );
  }

  /** Writes the codes of the units so far to the start of a list, and says how many zero blocks they have. */
  writeCodes(codes: Int32Array): number {
    for (let unit = 0; unit < this.letters.length; unit += 1) {
      const letter = this.letters[unit] ?? noEntry(this.letters, unit);
      codes[unit] = letter < this.r ? letter + 1 : this.r - letter;
    }
    return this.zeroBlocks;
  }

  private get left(): number {
    return this.m - this.letters.length;
  }

  /** The letter of a new zero block, or of the last label. */
  private get greatestOpen(): number {
    return this.withZeroBlocks ? this.r + this.zeroBlocks : this.r - 1;
  }

  private fits(letter: number): boolean {
    return this.missing < this.left || (letter < this.r && this.uses[letter] === 0);
  }

  private noLetter(): never {
    throw new RangeError(`no letter fits after ${this.length} of ${this.m} neurons`);
  }

  private open(letter: number, change: 1 | -1): void {
    if (letter < this.r) this.missing -= change;
    else this.zeroBlocks += change;
  }
}
