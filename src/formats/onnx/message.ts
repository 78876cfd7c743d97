import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";
import { counted } from "../../exact/counted.js";
import { entry } from "../../exact/entry.js";
import type { InputError } from "../../exact/inputError.js";
import { type Reading, formatError } from "../formatError.js";

/** How many fields all messages of a file may have: a network has a few for each layer. */
const MAX_FIELDS = 4_000_000;

/** The tenth byte of a varint holds the last of 64 bits. */
const LONGEST_VARINT = 10;

/** A field as it lies in the file: a varint as the 64 bits of a signed integer, or bytes. */
type Field =
  | { readonly wire: WireType.Varint; readonly integer: bigint }
  | { readonly wire: WireType.Bit32 | WireType.Bit64 | WireType.LengthDelimited; readonly bytes: Uint8Array };

/** A file of protobuf messages, and how many fields and numbers it may still have. */
interface FileOfMessages {
  readonly reading: Reading;
  fieldsLeft: number;
}

/**
 * A protobuf message whose fields are read by their numbers. The wire format is taken apart by
 * `@bufbuild/protobuf`, without a generated schema; what that library passes over is refused here: numbers of
 * more than 64 bits, sizes of more than 32, a field in another wire type than its schema's, a field given
 * twice that can be given once.
 */
export class Message {
  private constructor(
    /** The name of the message, for errors, such as "NodeProto 3". */
    readonly name: string,
    private readonly fields: ReadonlyMap<number, readonly Field[]>,
    private readonly file: FileOfMessages,
  ) {}

  /** @throws InputError if the bytes are no message. */
  static read(bytes: Uint8Array, name: string, reading: Reading): Message {
    const file = { reading, fieldsLeft: MAX_FIELDS };
    return new Message(name, fieldsOf(bytes, name, file), file);
  }

  /** The messages of a repeated field, each with a name and a number for errors. */
  messages(field: number, name: string): Message[] {
    return this.everyBytes(field).map((bytes, index) => this.inner(bytes, `${name} ${index + 1}`));
  }

  /** The message of a field that may be missing. */
  message(field: number, name: string): Message | undefined {
    const bytes = this.bytes(field);
    return bytes === undefined ? undefined : this.inner(bytes, name);
  }

  /** The texts of a repeated field. */
  texts(field: number): string[] {
    return this.everyBytes(field).map((bytes) => this.decoded(bytes, field));
  }

  /** The text of a field; "" if it is missing, as protobuf has it. */
  text(field: number): string {
    const bytes = this.bytes(field);
    return bytes === undefined ? "" : this.decoded(bytes, field);
  }

  /** The bytes of a field that may be missing. */
  bytes(field: number): Uint8Array | undefined {
    return this.atMostOne(this.everyBytes(field), field);
  }

  /** The integer of a field that may be missing. */
  integer(field: number): bigint | undefined {
    return this.atMostOne(this.integers(field), field);
  }

  /** The integers of a repeated field, packed into one or not. */
  integers(field: number): bigint[] {
    return this.all(field).flatMap((found) => {
      if (found.wire === WireType.Varint) return [found.integer];
      return varintsIn(this.delimited(found, field), `field ${field} of ${this.name}`, this.file);
    });
  }

  /** The bytes of the 32-bit or 64-bit numbers of a repeated field, packed or not, one after the other. */
  numbers(field: number, wire: WireType.Bit32 | WireType.Bit64): Uint8Array {
    const parts = this.all(field).map((found) =>
      found.wire === wire ? found.bytes : this.delimited(found, field),
    );
    const [first, second] = parts;
    if (first !== undefined && second === undefined) return first;
    const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }

  /** Whether the field is there at all. */
  has(field: number): boolean {
    return this.all(field).length > 0;
  }

  /** The error of a message that isn't as its schema says. */
  malformed(problem: string): InputError {
    return malformed(this.name, problem, this.file);
  }

  private all(field: number): readonly Field[] {
    return this.fields.get(field) ?? [];
  }

  private everyBytes(field: number): Uint8Array[] {
    return this.all(field).map((found) => this.delimited(found, field));
  }

  private delimited(found: Field, field: number): Uint8Array {
    if (found.wire === WireType.LengthDelimited) return found.bytes;
    throw this.malformed(`field ${field} has wire type ${found.wire}`);
  }

  private atMostOne<Value>(values: readonly Value[], field: number): Value | undefined {
    const [value] = values;
    if (values.length < 2) return value;
    throw this.malformed(`field ${field} is given ${counted(values.length, "time")}`);
  }

  private decoded(bytes: Uint8Array, field: number): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw this.malformed(`field ${field} is not UTF-8 text`);
    }
  }

  private inner(bytes: Uint8Array, name: string): Message {
    const full = `${name} of ${this.name}`;
    return new Message(full, fieldsOf(bytes, full, this.file), this.file);
  }
}

function fieldsOf(bytes: Uint8Array, name: string, file: FileOfMessages): Map<number, Field[]> {
  const fields = new Map<number, Field[]>();
  const reader = new FieldReader(bytes, name, file);
  while (reader.isInside) {
    const [number, field] = reader.field();
    const others = fields.get(number);
    if (others === undefined) fields.set(number, [field]);
    else others.push(field);
  }
  return fields;
}

/** Takes the bytes of a message, or of a packed list, apart. */
class FieldReader {
  private readonly reader: BinaryReader;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly name: string,
    private readonly file: FileOfMessages,
  ) {
    this.reader = new BinaryReader(bytes);
  }

  get isInside(): boolean {
    return this.reader.pos < this.reader.len;
  }

  field(): [number: number, field: Field] {
    const [number, wire] = this.tag();
    const what = `field ${number} of ${this.name}`;
    switch (wire) {
      case WireType.Varint:
        return [number, { wire, integer: this.varint(what) }];
      case WireType.Bit32:
        return [number, { wire, bytes: this.take(4n, what) }];
      case WireType.Bit64:
        return [number, { wire, bytes: this.take(8n, what) }];
      case WireType.LengthDelimited:
        return [number, { wire, bytes: this.take(BigInt.asUintN(64, this.varint(what)), what) }];
      default:
        throw malformed(what, "a group, which ONNX has none of", this.file);
    }
  }

  /** The next varint as a signed integer. */
  varint(what: string): bigint {
    this.count(what);
    const start = this.reader.pos;
    try {
      const value = BigInt(this.reader.int64());
      const length = this.reader.pos - start;
      if (length < LONGEST_VARINT || entry(this.bytes, this.reader.pos - 1) <= 1) return value;
    } catch {
      // What the library says of bytes names no field, so the error below says it.
    }
    throw malformed(what, "no integer of 64 bits", this.file);
  }

  private tag(): [number: number, wire: WireType] {
    this.count(this.name);
    try {
      return this.reader.tag();
    } catch {
      throw malformed(this.name, "what should be the tag of a field is none", this.file);
    }
  }

  private count(what: string): void {
    this.file.fieldsLeft -= 1;
    if (this.file.fieldsLeft >= 0) return;
    throw malformed(what, `the file has more than ${MAX_FIELDS} fields and numbers`, this.file);
  }

  private take(size: bigint, what: string): Uint8Array {
    const left = this.reader.len - this.reader.pos;
    if (size > BigInt(left))
      throw malformed(what, `needs ${size} bytes, and there are ${left} left`, this.file);
    const start = this.reader.pos;
    this.reader.pos += Number(size);
    return this.bytes.subarray(start, this.reader.pos);
  }
}

function varintsIn(bytes: Uint8Array, what: string, file: FileOfMessages): bigint[] {
  const reader = new FieldReader(bytes, what, file);
  const integers: bigint[] = [];
  while (reader.isInside) integers.push(reader.varint(what));
  return integers;
}

function malformed(what: string, problem: string, { reading }: FileOfMessages): InputError {
  return formatError(reading, `${what}: ${problem}`, "export the network again");
}
