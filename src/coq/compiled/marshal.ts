/** A block of OCaml's memory: a constructor with its arguments, a tuple, a record or an array. */
export interface Block {
  readonly tag: number;
  readonly fields: Value[];
}

/** A value that OCaml's `Marshal` writes. Integers beyond 2^53 and floats, never needed, are `null`. */
export type Value = number | string | null | Block;

const SMALL_HEADER = 0x8495a6be;
const BIG_HEADER = 0x8495a6bf;

/** Bytes after the name of a boxed integer; the name says which kind it is. */
const BOXED: Readonly<Record<string, number>> = { _i: 4, _j: 8 };

/** Codes of the format for a number, with its length in bytes. */
const INTEGERS: Readonly<Record<number, number>> = { 0x00: 1, 0x01: 2, 0x02: 4, 0x03: 8 };
/** Codes for a reference to an earlier object, with the length in bytes of the distance back. */
const SHARED: Readonly<Record<number, number>> = { 0x04: 1, 0x05: 2, 0x06: 4, 0x14: 8 };
/** Codes for a string, with the number of bytes that hold its length. */
const STRINGS: Readonly<Record<number, number>> = { 0x09: 1, 0x0a: 4, 0x15: 8 };
/** Codes for an array of floats, with the number of bytes that hold its length. */
const FLOAT_ARRAYS: Readonly<Record<number, number>> = {
  0x0d: 1,
  0x0e: 1,
  0x0f: 4,
  0x07: 4,
  0x16: 8,
  0x17: 8,
};

/**
 * Reads a value that OCaml's `Marshal` wrote, with its sharing: what was one block is one object.
 *
 * The format is the one of OCaml 4 and, without compression, 5 (the compiler's `runtime/caml/intext.h`).
 *
 * @throws RangeError if the bytes are not such a value, or hold functions, which Coq's data never do.
 */
export function unmarshal(bytes: Buffer, start: number): Value {
  return new Reader(bytes, start).value();
}

class Reader {
  readonly #bytes: Buffer;
  readonly #objects: Value[] = [];
  #at: number;

  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    const magic = bytes.readUInt32BE(start);
    if (magic !== SMALL_HEADER && magic !== BIG_HEADER)
      throw new RangeError(`no marshalled value at byte ${start}`);
    this.#at = start + (magic === SMALL_HEADER ? 20 : 32);
  }

  /**
   * A block comes before its fields, depth first. This keeps its own stack, as lists can be deeper than
   * JavaScript's stack allows.
   */
  value(): Value {
    const root: Block = { tag: 0, fields: [] };
    const open = [{ block: root, missing: 1 }];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.missing === 0) {
        open.pop();
        continue;
      }
      top.missing -= 1;
      const { value, size } = this.#item();
      top.block.fields.push(value);
      if (size > 0) open.push({ block: value as Block, missing: size });
    }
    return root.fields[0] as Value;
  }

  /** Reads the next item; for a block, the number of fields that follow. */
  #item(): { readonly value: Value; readonly size: number } {
    const code = this.#number(1);
    if (code >= 0x80) return this.#block(code & 0xf, (code >> 4) & 7);
    if (code >= 0x40) return whole(code & 0x3f);
    if (code >= 0x20) return whole(this.#string(code & 0x1f));
    const integer = INTEGERS[code];
    if (integer !== undefined) return whole(this.#signed(integer));
    const shared = SHARED[code];
    if (shared !== undefined) return whole(this.#shared(this.#number(shared)));
    const string = STRINGS[code];
    if (string !== undefined) return whole(this.#string(this.#number(string)));
    if (code === 0x08 || code === 0x13) return this.#longBlock(code === 0x08 ? 4 : 8);
    return whole(this.#opaque(code));
  }

  /** Blocks without fields don't count as objects that can be shared. */
  #block(tag: number, size: number): { readonly value: Block; readonly size: number } {
    const value: Block = { tag, fields: [] };
    if (size > 0) this.#objects.push(value);
    return { value, size };
  }

  #longBlock(bytes: number): { readonly value: Block; readonly size: number } {
    // The header has the tag in its last byte, then two bits for the garbage collector, then the size.
    const header = BigInt(this.#unsigned(bytes));
    return this.#block(Number(header & 0xffn), Number(header >> 10n));
  }

  /** Skips floats and boxed integers, but counts them as objects that can be shared. */
  #opaque(code: number): null {
    const floats = FLOAT_ARRAYS[code];
    if (floats !== undefined) this.#skip(8 * this.#number(floats));
    else if (code === 0x0b || code === 0x0c) this.#skip(8);
    else if (code === 0x12 || code === 0x19) this.#boxed();
    else throw new RangeError(`code ${code} at byte ${this.#at - 1} is not the code of a value`);
    this.#objects.push(null);
    return null;
  }

  /** Custom blocks with sizes (0x18) are refused, as the sizes are those in memory. */
  #boxed(): void {
    const end = this.#bytes.indexOf(0, this.#at);
    const name = this.#bytes.toString("latin1", this.#at, end);
    this.#at = end + 1;
    const size = name === "_n" ? (this.#number(1) === 1 ? 4 : 8) : BOXED[name];
    if (size === undefined) throw new RangeError(`unknown kind ${JSON.stringify(name)} of value`);
    this.#skip(size);
  }

  #shared(back: number): Value {
    const value = this.#objects[this.#objects.length - back];
    if (value === undefined) throw new RangeError(`no object ${back} back of byte ${this.#at}`);
    return value;
  }

  #string(length: number): string {
    const text = this.#bytes.toString("utf8", this.#at, this.#at + length);
    this.#skip(length);
    this.#objects.push(text);
    return text;
  }

  #signed(bytes: number): number | null {
    const unsigned = BigInt.asIntN(8 * bytes, BigInt(this.#unsigned(bytes)));
    const value = Number(unsigned);
    return Number.isSafeInteger(value) ? value : null;
  }

  #number(bytes: number): number {
    return Number(this.#unsigned(bytes));
  }

  #unsigned(bytes: number): number | bigint {
    const at = this.#at;
    this.#skip(bytes);
    return bytes === 8 ? this.#bytes.readBigUInt64BE(at) : this.#bytes.readUIntBE(at, bytes);
  }

  #skip(bytes: number): void {
    this.#at += bytes;
    if (this.#at > this.#bytes.length) throw new RangeError("the value ends too early");
  }
}

const whole = (value: Value): { readonly value: Value; readonly size: 0 } => ({ value, size: 0 });
