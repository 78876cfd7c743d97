import { type Reading, GIVE_WHOLE, formatError } from "./formatError.js";

/** The largest integer that a size may be: files are far smaller. */
const LARGEST = 9007199254740991n;

/** Reads the bytes of a file, least significant first, and refuses what lies past its end. */
export class ByteReader {
  private readonly view: DataView;

  constructor(
    readonly bytes: Uint8Array,
    private readonly reading: Reading,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /**
   * The bytes of a part of the file.
   *
   * @param what the part, for messages.
   * @throws InputError if it lies past the end.
   */
  part(start: number, length: number, what: string): Uint8Array {
    this.demand(start, length, what);
    return this.bytes.subarray(start, start + length);
  }

  /** An integer of 16 bits. */
  u16(at: number, what: string): number {
    this.demand(at, 2, what);
    return this.view.getUint16(at, true);
  }

  /** An integer of 32 bits. */
  u32(at: number, what: string): number {
    this.demand(at, 4, what);
    return this.view.getUint32(at, true);
  }

  /** An integer of 64 bits that is a size or a place in a file. */
  u64(at: number, what: string): number {
    this.demand(at, 8, what);
    const value = this.view.getBigUint64(at, true);
    if (value <= LARGEST) return Number(value);
    throw formatError(this.reading, `${what} is ${value}, more than any file has bytes`, GIVE_WHOLE);
  }

  private demand(start: number, length: number, what: string): void {
    const end = start + length;
    if (start >= 0 && length >= 0 && end <= this.bytes.length) return;
    const places = `bytes ${start} to ${end} of a file of ${this.bytes.length}`;
    throw formatError(this.reading, `${what} would be ${places}`, GIVE_WHOLE);
  }
}

/** The text of bytes in UTF-8; � stands for what isn't. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
