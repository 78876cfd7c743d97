import { textOf } from "../byteReader.js";
import { FLOAT_BYTES, type FloatType, floatsOf } from "../floatTypes.js";
import type { FoundNumbers } from "../foundNetwork.js";
import { quoted } from "../quoted.js";
import type { Hdf5File, Hdf5Object } from "./objects.js";

/** Types of messages in the header of an object. */
const [DATASPACE, DATATYPE, LAYOUT, ATTRIBUTE] = [0x01, 0x03, 0x08, 0x0c];

/** Classes of types. */
const [FLOAT, TEXT, VARIABLE_LENGTH] = [1, 3, 9];

/** The most bytes of a text: the configuration of a network has some for each layer. */
const LONGEST_TEXT = 67_108_864;

/** Where sign, exponent and fraction lie in floats: the bytes behind the size of a type. */
const FLOATS: readonly (readonly [type: FloatType, sign: number, layout: readonly number[]])[] = [
  ["float16", 15, [0, 0, 16, 0, 10, 5, 0, 10, 15, 0, 0, 0]],
  ["bfloat16", 15, [0, 0, 16, 0, 7, 8, 0, 7, 127, 0, 0, 0]],
  ["float32", 31, [0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0]],
  ["float64", 63, [0, 0, 64, 0, 52, 11, 0, 52, 0xff, 3, 0, 0]],
];

/** The numbers of a data set. */
export interface DataSet {
  readonly dims: readonly number[];
  readonly numbers: FoundNumbers;
}

/** A type of values: floats of so many bytes, or texts. */
type ValueType =
  | { readonly float: FloatType; readonly isLittleEndian: boolean }
  | { readonly textBytes: number }
  | { readonly isText: true };

/** Whether an object is a data set. */
export function isDataSet({ messages }: Hdf5Object): boolean {
  return messages.some(({ type }) => type === LAYOUT);
}

/**
 * The floats of a data set that lies in one piece.
 *
 * @throws InputError if it holds something else, is compressed, or lies outside the file.
 */
export function floatsIn(file: Hdf5File, object: Hdf5Object): DataSet {
  const what = quoted(object.path);
  const type = typeAt(file, messageOf(file, object, DATATYPE), what);
  if (!("float" in type)) throw file.newer(`${what} holds no floats`);
  const dims = dimsAt(file, messageOf(file, object, DATASPACE), what);
  const count = dims.reduce((product, dim) => product * BigInt(dim), 1n);
  const bytes = storedBytes(file, object, what);
  if (BigInt(bytes.length) !== count * BigInt(FLOAT_BYTES[type.float]))
    throw file.damaged(`${what} has the shape ${dims.join("×")}, but ${bytes.length} bytes of ${type.float}`);
  const { float, isLittleEndian } = type;
  const values = floatsOf(
    { bytes, type: float, isLittleEndian, count: Number(count), name: what },
    file.reading,
  );
  return { dims, numbers: { type: float, values } };
}

/**
 * The text of an attribute of an object; undefined if it has no such attribute.
 *
 * @throws InputError if it isn't one text.
 */
export function textAttribute(file: Hdf5File, object: Hdf5Object, name: string): string | undefined {
  for (const message of object.messages) {
    if (message.type !== ATTRIBUTE) continue;
    const what = `an attribute of ${quoted(object.path)}`;
    const parts = attributeParts(file, message.at, what);
    if (parts.name !== name) continue;
    const type = typeAt(file, parts.typeAt, name);
    if (dimsAt(file, parts.spaceAt, name).length > 0) throw file.newer(`${name} is a list`);
    if ("textBytes" in type)
      return untilZero(file.part(parts.valueAt, limited(file, type.textBytes, name), name));
    if ("isText" in type) return variableText(file, parts.valueAt, name);
    throw file.newer(`${name} is no text`);
  }
  return undefined;
}

interface AttributeParts {
  readonly name: string;
  readonly typeAt: number;
  readonly spaceAt: number;
  readonly valueAt: number;
}

function attributeParts(file: Hdf5File, at: number, what: string): AttributeParts {
  const [version, flags] = file.part(at, 2, what);
  if (version !== 1 && version !== 3) throw file.newer(`${what} of version ${version}`);
  if (version === 3 && flags !== 0) throw file.newer(`${what} with a shared type`);
  const [nameSize, typeSize, spaceSize] = [2, 4, 6].map((field) => file.numbers.u16(at + field, what));
  if (nameSize === undefined || typeSize === undefined || spaceSize === undefined)
    throw new RangeError("no sizes");
  // Version 1 pads each part to a multiple of 8 bytes; version 3 has the encoding of the name before it.
  const padded = (size: number): number => (version === 1 ? size + ((8 - (size % 8)) % 8) : size);
  const nameAt = at + (version === 1 ? 8 : 9);
  const typeAt = nameAt + padded(nameSize);
  const spaceAt = typeAt + padded(typeSize);
  return {
    name: untilZero(file.part(nameAt, nameSize, what)),
    typeAt,
    spaceAt,
    valueAt: spaceAt + padded(spaceSize),
  };
}

function messageOf(file: Hdf5File, { path, messages }: Hdf5Object, type: number): number {
  const found = messages.filter((message) => message.type === type);
  const [message, second] = found;
  if (message !== undefined && second === undefined) return message.at;
  throw file.damaged(`${quoted(path)} has ${found.length} messages of type ${type}`);
}

/** The sizes of a simple space; none for a scalar. */
function dimsAt(file: Hdf5File, at: number, what: string): number[] {
  const [version, rank, , kind] = file.part(at, 4, what);
  if (rank === undefined || rank > 32) throw file.damaged(`${what} has ${rank} dimensions`);
  if (version !== 1 && (version !== 2 || kind === undefined || kind > 1))
    throw file.newer(`${what} has a shape of version ${version}`);
  const start = at + (version === 1 ? 8 : 4);
  return Array.from({ length: rank }, (_, axis) => file.numbers.u64(start + 8 * axis, `a size of ${what}`));
}

function typeAt(file: Hdf5File, at: number, what: string): ValueType {
  const [head, low, sign] = file.part(at, 8, what);
  if (head === undefined || low === undefined) throw new RangeError("no type");
  const [kind, size] = [head & 0x0f, file.numbers.u32(at + 4, what)];
  if (kind === TEXT) return { textBytes: size };
  if (kind === VARIABLE_LENGTH && (low & 0x0f) === 1) return { isText: true };
  if (kind !== FLOAT) throw file.newer(`${what} has values of class ${kind}, neither floats nor text`);
  const layout = file.part(at + 8, 12, what);
  // The fraction has a leading one that isn't stored (2 in bits 4 and 5); bit 0 tells the order of bytes.
  const found = FLOATS.find(
    ([type, signAt, bytes]) =>
      size === FLOAT_BYTES[type] &&
      sign === signAt &&
      (low & 0x7e) === 0x20 &&
      bytes.every((byte, index) => layout[index] === byte),
  );
  if (found === undefined) throw file.newer(`${what} has floats of a kind that isn't IEEE 754`);
  return { float: found[0], isLittleEndian: (low & 1) === 0 };
}

/** The bytes of a data set in one piece: in its header, or elsewhere. */
function storedBytes(file: Hdf5File, object: Hdf5Object, what: string): Uint8Array {
  const at = messageOf(file, object, LAYOUT);
  const [version, kind] = file.part(at, 2, what);
  if (version !== 3 && version !== 4) throw file.newer(`${what} is stored by version ${version}`);
  if (kind === 0) return file.part(at + 4, file.numbers.u16(at + 2, what), what);
  if (kind === 1) return file.part(file.numbers.u64(at + 2, what), file.numbers.u64(at + 10, what), what);
  throw file.newer(`${what} is stored in chunks`);
}

/** The text that an attribute refers to, which lies in a global heap. */
function variableText(file: Hdf5File, at: number, what: string): string {
  const length = limited(file, file.numbers.u32(at, what), what);
  const heap = file.numbers.u64(at + 4, what);
  const wanted = file.numbers.u32(at + 12, what);
  if (textOf(file.part(heap, 4, what)) !== "GCOL") throw file.damaged(`${what} leads to no heap`);
  const end = heap + file.numbers.u64(heap + 8, what);
  let position = heap + 16;
  while (position + 16 <= end) {
    const index = file.numbers.u16(position, what);
    const size = file.numbers.u64(position + 8, what);
    if (index === wanted && length <= size) return untilZero(file.part(position + 16, length, what));
    if (index === 0 || index === wanted) break;
    position += 16 + size + ((8 - (size % 8)) % 8);
  }
  throw file.damaged(`${what} leads to no text`);
}

function limited(file: Hdf5File, length: number, what: string): number {
  if (length <= LONGEST_TEXT) return length;
  throw file.damaged(`${what} has ${length} bytes, more than ${LONGEST_TEXT}`);
}

/** Texts of a fixed length are filled up with zeros. */
function untilZero(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return textOf(end < 0 ? bytes : bytes.subarray(0, end));
}
