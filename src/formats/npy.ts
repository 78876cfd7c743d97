import { entry } from "../exact/entry.js";
import { ByteReader, textOf } from "./byteReader.js";
import { FLOAT_BYTES, type FloatType, floatsOf } from "./floatTypes.js";
import { type Reading, GIVE_WHOLE, formatError } from "./formatError.js";
import { transposedMatrix } from "./foundVectors.js";
import { type NamedTensor, entryCount } from "./namedTensor.js";

/** The first six bytes of a file of NumPy: \x93NUMPY. */
export const NPY_MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59);

/** A header is a Python dictionary with these keys, as `numpy.save` writes it, in any order. */
const HEADER =
  /^\{\s*(?:'(?:descr|fortran_order|shape)'\s*:\s*(?:'[^']*'|True|False|\([\d\s,L]*\)|\[[^\]]*\])\s*(?:,\s*|(?=\})))*\}\s*$/;

const FLOATS: ReadonlyMap<string, FloatType> = new Map([
  ["f2", "float16"],
  ["f4", "float32"],
  ["f8", "float64"],
]);

/** What other kinds of numbers are called, by the letter of their type. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ["b", "truth values"],
  ["i", "integers"],
  ["u", "integers"],
  ["c", "complex numbers"],
  ["O", "Python objects"],
  ["U", "text"],
  ["S", "text"],
  ["V", "numbers that NumPy doesn't know (bfloat16 is saved so)"],
]);

interface Header {
  readonly type: FloatType;
  readonly isLittleEndian: boolean;
  readonly isFortran: boolean;
  readonly shape: readonly number[];
}

/**
 * The array of a file of `numpy.save` (format versions 1 to 3).
 *
 * @param name the array's name.
 * @throws InputError if the file is not one, is cut or has more bytes than its shape, or holds no floats.
 */
export function readNpy(bytes: Uint8Array, name: string, reading: Reading): NamedTensor {
  const reader = new ByteReader(bytes, reading);
  const magic = reader.part(0, 8, `the header of ${name}`);
  if (NPY_MAGIC.some((byte, index) => magic[index] !== byte))
    throw formatError(reading, `${name} doesn't begin as an array of NumPy does`, "write it by numpy.save");
  const isFirst = entry(magic, 6) === 1;
  if (!isFirst && entry(magic, 6) !== 2 && entry(magic, 6) !== 3)
    throw formatError(reading, `${name} has format version ${magic[6]}`, "write it by numpy.save");
  const lengthOf = `the length of the header of ${name}`;
  const length = isFirst ? reader.u16(8, lengthOf) : reader.u32(8, lengthOf);
  const start = isFirst ? 10 : 12;
  const header = headerOf(textOf(reader.part(start, length, `the header of ${name}`)), name, reading);
  const { type, isLittleEndian, isFortran, shape } = header;
  const count = entryCount(shape, name, reading);
  const data = bytes.subarray(start + length);
  if (data.length !== count * FLOAT_BYTES[type]) {
    const needed = `${count} entries of ${type} need ${count * FLOAT_BYTES[type]} bytes`;
    throw formatError(reading, `${name} has ${data.length} bytes of data, its ${needed}`, GIVE_WHOLE);
  }
  const values = floatsOf({ bytes: data, count, type, isLittleEndian, name }, reading);
  const tensor = { name, shape, numbers: { type, values } };
  return isFortran ? byRows(tensor) : tensor;
}

/** An array whose first index runs fastest, as Fortran stores it, brought to rows. */
function byRows({ name, shape, numbers }: NamedTensor): NamedTensor {
  const [rows, columns] = shape;
  if (rows === undefined || columns === undefined || shape.length !== 2) return { name, shape, numbers };
  const { entries } = transposedMatrix({ rows: columns, columns: rows, entries: numbers });
  return { name, shape, numbers: entries };
}

function headerOf(text: string, name: string, reading: Reading): Header {
  if (!HEADER.test(text)) throw noHeader(text, name, reading);
  const descr = valueOf(text, "descr", "'([^']*)'|(\\[)");
  const order = valueOf(text, "fortran_order", "(True|False)");
  const shape = valueOf(text, "shape", "\\(([^)]*)\\)");
  if (descr === undefined || order === undefined || shape === undefined) throw noHeader(text, name, reading);
  for (const key of ["descr", "fortran_order", "shape"])
    if (text.split(`'${key}'`).length > 2) throw noHeader(text, name, reading);
  return {
    ...typeOf(descr, name, reading),
    isFortran: order === "True",
    shape: shapeOf(shape, text, name, reading),
  };
}

function valueOf(text: string, key: string, value: string): string | undefined {
  const [, ...groups] = new RegExp(`'${key}'\\s*:\\s*(?:${value})`).exec(text) ?? [];
  return groups.find((group) => typeof group === "string");
}

function shapeOf(text: string, header: string, name: string, reading: Reading): number[] {
  const sizes = text.split(",").map((size) => size.trim());
  // A comma follows the only size of a list.
  if (sizes.at(-1) === "") sizes.pop();
  if (sizes.some((size) => !/^\d{1,16}L?$/.test(size))) throw noHeader(header, name, reading);
  return sizes.map((size) => Number(BigInt(size.replace("L", ""))));
}

function noHeader(text: string, name: string, reading: Reading): Error {
  const shown = JSON.stringify(text.slice(0, 60));
  return formatError(
    reading,
    `${name} has the header ${shown}, no header of NumPy`,
    "write it by numpy.save",
  );
}

/** The type of floats that NumPy writes as "<f4", ">f8", … */
function typeOf(descr: string, name: string, reading: Reading): { type: FloatType; isLittleEndian: boolean } {
  const type = FLOATS.get(descr.slice(1));
  const order = descr.charAt(0);
  if (type !== undefined && (order === "<" || order === ">")) return { type, isLittleEndian: order === "<" };
  if (descr === "[") {
    throw formatError(reading, `${name} holds records`, "save each matrix as an array of its own");
  }
  const letter = /[a-zA-Z]/.exec(descr)?.[0];
  const kind = letter === undefined ? undefined : OTHERS.get(letter);
  const words = kind === undefined ? "" : `, which are ${kind}`;
  throw formatError(
    reading,
    `${name} holds ${JSON.stringify(descr.slice(0, 20))}${words}`,
    `give floats of 16, 32 or 64 bits, such as ${name}.astype("float64")`,
  );
}
