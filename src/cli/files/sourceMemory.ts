import { BEGINNING, beginningOf, unpackedSize } from "../../formats/recognised.js";
import { type JsonCosts, JsonMemory } from "./jsonMemory.js";

/**
 * Bytes of memory for each byte of the floats of a network: a float of four bytes becomes a double, the
 * integers of a row and of a column, and what reducing them takes.
 */
const BY_FLOATS = 40;

/** Estimates the memory that reading a file takes, by its bytes and before any of it is parsed. */
export class SourceMemory {
  readonly #json: JsonMemory;
  readonly #beginning: number[] = [];
  #length = 0;

  constructor(costs: JsonCosts) {
    this.#json = new JsonMemory(costs);
  }

  /** Takes in the next bytes of the file. */
  add(bytes: Uint8Array): void {
    this.#length += bytes.length;
    this.#beginning.push(...bytes.subarray(0, BEGINNING - this.#beginning.length));
    if (this.#isText()) this.#json.add(bytes);
  }

  /** The first bytes, which tell the format. */
  get beginning(): Uint8Array {
    return Uint8Array.from(this.#beginning);
  }

  /** The estimate for the bytes so far. */
  get bytes(): number {
    return this.#isText() ? this.#json.bytes : this.#length * BY_FLOATS;
  }

  /** The estimate for the whole file, which an archive's directory tells. */
  bytesOf(whole: Uint8Array): number {
    const isWhole = whole.length === this.#length;
    return this.#isText() || !isWhole ? this.bytes : unpackedSize(whole) * BY_FLOATS;
  }

  #isText(): boolean {
    return beginningOf(this.beginning) === "text";
  }
}
