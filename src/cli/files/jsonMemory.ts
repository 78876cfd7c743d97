import { entry } from "../../exact/entry.js";

/** Bytes of memory for each kind of thing that a JSON text may have many of. */
export interface JsonCosts {
  /** A byte of the text, and a byte of one that is stored with two bytes a character. */
  readonly byte: readonly [narrow: number, wide: number];
  readonly object: number;
  /** A key of an object. */
  readonly member: number;
  readonly list: number;
  /** An entry of a list or object. */
  readonly entry: number;
  readonly string: number;
  /** A sign, point or exponent of a number, which may then not be stored as a small integer. */
  readonly mark: number;
  /** A blank or tab of the longest run of them outside of strings. */
  readonly blank: number;
}

/**
 * Costs for the checker, which parses a text, writes it again, and compares. Fitted from above to what whole
 * processes took for 20 and 60 MB of each of twenty texts: `{},` over and over, `[],`, `1,`, `1.5,`, blanks,
 * other keys each time, …
 */
export const BY_CHECKER: JsonCosts = {
  byte: [8, 14],
  object: 90,
  member: 110,
  list: 70,
  entry: 16,
  string: 32,
  mark: 16,
  blank: 0,
};

/**
 * Costs to parse networks and data, and to reduce a network. Many short rows cost most. The parser joins runs
 * of blanks one by one.
 */
export const BY_NETWORKS: JsonCosts = {
  byte: [4, 6],
  object: 100,
  member: 110,
  list: 600,
  entry: 100,
  string: 32,
  mark: 16,
  blank: 32,
};

/**
 * The UTF-8 text of a character beyond Latin-1 has such a byte, and a string that holds one takes two bytes
 * for each character.
 */
const WIDE = 0xc4;

const [QUOTE, BACKSLASH, BLANK, TAB] = [0x22, 0x5c, 0x20, 0x09];

/** The cost that each byte outside of strings adds. */
const KINDS = kinds({ object: "{", member: ":", list: "[", entry: ",", mark: ".-eE" });

/**
 * Estimates the memory that reading JSON takes, from its bytes and before any of it is parsed. What is short
 * in a file, such as {}, may take forty times as much in memory.
 */
export class JsonMemory {
  private length = 0;
  private parts = 0;
  private blanks = 0;
  private mostBlanks = 0;
  private isWide = false;
  private isInString = false;
  private isEscaped = false;
  private readonly costs: readonly number[];

  constructor(private readonly cost: JsonCosts) {
    this.costs = KINDS.map((kind) => (kind === undefined ? 0 : cost[kind]));
  }

  /** Takes in the next bytes of the file. */
  add(bytes: Uint8Array): void {
    this.length += bytes.length;
    for (const byte of bytes) {
      if (byte >= WIDE) this.isWide = true;
      if (this.isInString) this.within(byte);
      else if (byte === QUOTE) {
        this.isInString = true;
        this.parts += this.cost.string;
      } else this.parts += entry(this.costs, byte);
      this.blanks = !this.isInString && (byte === BLANK || byte === TAB) ? this.blanks + 1 : 0;
      if (this.blanks > this.mostBlanks) this.mostBlanks = this.blanks;
    }
  }

  /** The estimate for the bytes so far. */
  get bytes(): number {
    const [narrow, wide] = this.cost.byte;
    return this.length * (this.isWide ? wide : narrow) + this.parts + this.mostBlanks * this.cost.blank;
  }

  private within(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.isInString = false;
  }
}

type Kind = Exclude<keyof JsonCosts, "byte" | "blank">;

function kinds(characters: Readonly<Partial<Record<Kind, string>>>): readonly (Kind | undefined)[] {
  const table = new Array<Kind | undefined>(256).fill(undefined);
  for (const [kind, text] of Object.entries(characters)) {
    for (const character of text) table[character.charCodeAt(0)] = kind as Kind;
  }
  return table;
}
