import { WireType } from "@bufbuild/protobuf/wire";
import { counted } from "../../exact/counted.js";
import { FLOAT_BYTES, type FloatType, floatsOf } from "../floatTypes.js";
import { type Reading, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";
import type { Message } from "./message.js";

/** The fields of TensorProto in onnx.proto. */
const DIMS = 1;
const DATA_TYPE = 2;
const FLOAT_DATA = 4;
const INT32_DATA = 5;
const INT64_DATA = 7;
const NAME = 8;
const RAW_DATA = 9;
const DOUBLE_DATA = 10;
const EXTERNAL_DATA = 13;
const DATA_LOCATION = 14;

/** TensorProto.DataType of what is read: floats, and integers that are shapes. */
const FLOAT_TYPES = new Map<bigint, FloatType>([
  [1n, "float32"],
  [10n, "float16"],
  [11n, "float64"],
  [16n, "bfloat16"],
]);
const INT64 = 7n;

/** The other types, as messages name them. */
const OTHER_TYPES = new Map([
  [2n, "uint8"],
  [3n, "int8"],
  [4n, "uint16"],
  [5n, "int16"],
  [6n, "int32"],
  [INT64, "int64"],
  [8n, "string"],
  [9n, "bool"],
  [12n, "uint32"],
  [13n, "uint64"],
  [14n, "complex64"],
  [15n, "complex128"],
]);

/** How many dimensions a tensor may have, which is more than those of networks do. */
const MOST_DIMS = 8;

/** A constant of the graph that is made of floats. */
export interface Tensor {
  readonly name: string;
  /** None for a scalar. */
  readonly dims: readonly number[];
  readonly type: FloatType;
  /** Row by row. */
  readonly values: Float64Array;
}

/**
 * The floats of a TensorProto. They lie in `raw_data`, or in the list for their type; 16-bit floats are the
 * lower halves of integers there.
 *
 * @param name the name of the constant in the graph, for messages.
 * @throws InputError if they are no floats, lie in another file, or aren't as many as the shape says.
 */
export function floatTensor(message: Message, name: string, reading: Reading): Tensor {
  const shown = quoted(name);
  requireInFile(message, shown, reading);
  const code = message.integer(DATA_TYPE);
  const type = code === undefined ? undefined : FLOAT_TYPES.get(code);
  if (type === undefined) throw notFloats(shown, code, reading);
  const dims = dimsOf(message, shown, reading);
  const bytes = bytesOf(message, type, shown);
  const count = dims.reduce((product, dim) => product * BigInt(dim), 1n);
  if (BigInt(bytes.length) !== count * BigInt(FLOAT_BYTES[type])) {
    throw message.malformed(
      `${shown} has the shape ${dims.join("×")}, but ${counted(bytes.length, "byte")} of ${type}`,
    );
  }
  return { name, dims, type, values: floatsOf({ bytes, type, count: Number(count), name: shown }, reading) };
}

/** The integers of a TensorProto of int64, such as the shape that Reshape takes. */
export function integersOf(message: Message, name: string, reading: Reading): bigint[] {
  requireInFile(message, quoted(name), reading);
  if (message.integer(DATA_TYPE) !== INT64) throw message.malformed("a shape that is not int64");
  const raw = message.bytes(RAW_DATA);
  if (raw === undefined) return message.integers(INT64_DATA);
  if (raw.length % 8 !== 0) throw message.malformed(`${raw.length} bytes are no int64`);
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Array.from({ length: raw.length >> 3 }, (_, index) => view.getBigInt64(8 * index, true));
}

/** The name of an initializer. */
export function tensorName(message: Message): string {
  return message.text(NAME);
}

function requireInFile(message: Message, shown: string, reading: Reading): void {
  const location = message.integer(DATA_LOCATION);
  if (!message.has(EXTERNAL_DATA) && (location === undefined || location === 0n)) return;
  throw formatError(
    reading,
    `the numbers of ${shown} lie in another file (external data)`,
    "save the model as one file: in Python, onnx.save(onnx.load(path), out)",
  );
}

function notFloats(shown: string, code: bigint | undefined, reading: Reading): Error {
  const type = code === undefined ? undefined : OTHER_TYPES.get(code);
  return formatError(
    reading,
    `${shown} has entries of type ${type ?? `${code ?? "undefined"} of TensorProto`}, no floats`,
    "export the network in float32 or float64, without quantisation",
  );
}

function dimsOf(message: Message, shown: string, reading: Reading): number[] {
  const dims = message.integers(DIMS);
  if (dims.length > MOST_DIMS)
    throw formatError(reading, `${shown} has ${dims.length} dimensions`, "give vectors and matrices");
  return dims.map((dim) => {
    const size = Number(dim);
    if (size >= 0 && Number.isSafeInteger(size)) return size;
    throw formatError(reading, `${shown} has the size ${dim}`, "export the network again");
  });
}

/** @throws InputError if the floats lie in no place, or in several. */
function bytesOf(message: Message, type: FloatType, shown: string): Uint8Array {
  const given = [RAW_DATA, FLOAT_DATA, INT32_DATA, DOUBLE_DATA, INT64_DATA].filter((field) =>
    message.has(field),
  );
  const [field, second] = given;
  if (second !== undefined) throw message.malformed(`${shown} has its numbers in two fields`);
  // A tensor without entries may leave its numbers out.
  if (field === undefined) return new Uint8Array(0);
  const raw = field === RAW_DATA ? message.bytes(RAW_DATA) : undefined;
  if (raw !== undefined) return raw;
  if (field === FLOAT_DATA && type === "float32") return message.numbers(FLOAT_DATA, WireType.Bit32);
  if (field === DOUBLE_DATA && type === "float64") return message.numbers(DOUBLE_DATA, WireType.Bit64);
  if (field === INT32_DATA && (type === "float16" || type === "bfloat16"))
    return halvesOf(message.integers(INT32_DATA), message, shown);
  throw message.malformed(`${shown} has its ${type} in a field for another type`);
}

function halvesOf(integers: readonly bigint[], message: Message, shown: string): Uint8Array {
  const bytes = new Uint8Array(2 * integers.length);
  const view = new DataView(bytes.buffer);
  integers.forEach((integer, index) => {
    if (integer < 0n || integer > 0xffffn) throw message.malformed(`${shown} has ${integer} for 16 bits`);
    view.setUint16(2 * index, Number(integer), true);
  });
  return bytes;
}
