import { crc32, inflateRawSync } from "node:zlib";

/** Arrays by their names: shape and values, row by row. */
export type Arrays = Map<string, { shape: number[]; values: number[] }>;

/** A float by the formula of IEEE 754, from its bits, most significant first. */
function floatOf(bits: string, exponentBits: number): number {
  const sign = bits.startsWith("1") ? -1 : 1;
  const exponent = parseInt(bits.slice(1, 1 + exponentBits), 2);
  const fraction = bits.slice(1 + exponentBits);
  const bias = 2 ** (exponentBits - 1) - 1;
  if (exponent === 2 * bias + 1) throw new Error("not finite");
  let value = exponent === 0 ? 0 : 1;
  for (const [index, bit] of fraction.split("").entries()) value += Number(bit) * 2 ** -(index + 1);
  // Two factors, since 2^−1074 is less than the least power that multiplies without loss.
  const power = Math.max(exponent, 1) - bias;
  return sign * value * 2 ** Math.max(power, -1000) * 2 ** Math.min(power + 1000, 0);
}

/** Bytes of floats, the least significant byte first. */
function floats(bytes: readonly number[], size: number, exponentBits: number): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const word = bytes.slice(at, at + size).reverse();
    values.push(floatOf(word.map((byte) => byte.toString(2).padStart(8, "0")).join(""), exponentBits));
  }
  return values;
}

const little = (bytes: readonly number[]): number => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);

/** The tokens of a Python dictionary, and what they say. */
function pythonHeader(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  const inner = /^\{(.*)\}\s*$/s.exec(text)?.[1];
  if (inner === undefined) throw new Error("no dictionary");
  const tokens = /\s*'(\w+)'\s*:\s*(\([^()]*\)|'[^']*'|\w+)\s*(,|$)/gy;
  let end = 0;
  for (const [whole, key = "", value = ""] of inner.matchAll(tokens)) {
    if (fields.has(key)) throw new Error("key twice");
    fields.set(key, value);
    end += whole.length;
  }
  if (inner.slice(end).trim() !== "" || [...fields.keys()].sort().join() !== "descr,fortran_order,shape")
    throw new Error("other keys");
  return fields;
}

/** An array of NumPy. */
export function secondNpy(bytes: readonly number[]): { shape: number[]; values: number[] } {
  if (String.fromCharCode(...bytes.slice(0, 6)) !== "\x93NUMPY") throw new Error("no magic");
  const version = bytes[6] ?? 0;
  if (![1, 2, 3].includes(version)) throw new Error("version");
  const start = version === 1 ? 10 : 12;
  const length = little(bytes.slice(8, start));
  if (start + length > bytes.length) throw new Error("cut");
  const fields = pythonHeader(new TextDecoder().decode(Uint8Array.from(bytes.slice(start, start + length))));
  const [, order = "", digits = ""] = /^'([<>])f([248])'$/.exec(fields.get("descr") ?? "") ?? [];
  const size = Number(digits);
  if (size === 0) throw new Error("type");
  const sizes = (fields.get("shape") ?? "").replace(/^\(|\)$/g, "").split(",");
  const shape = sizes
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => {
      if (!/^\d+L?$/.test(text)) throw new Error("size");
      return Number(text.replace("L", ""));
    });
  let data = bytes.slice(start + length);
  if (data.length !== shape.reduce((product, side) => product * side, 1) * size) throw new Error("length");
  if (order === ">") {
    const turned: number[] = [];
    for (let at = 0; at < data.length; at += size) turned.push(...data.slice(at, at + size).reverse());
    data = turned;
  }
  const stored = floats(data, size, { 2: 5, 4: 8, 8: 11 }[size] ?? 0);
  const fortran = fields.get("fortran_order");
  if (fortran !== "True" && fortran !== "False") throw new Error("order");
  const [rows = 1, columns = 1] = shape;
  if (fortran === "False" || shape.length !== 2) return { shape, values: stored };
  const values = stored.map((_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    return stored[column * rows + row] ?? Number.NaN;
  });
  return { shape, values };
}

/** The arrays of an npz file, by the directory at its end. */
export function secondNpz(file: Uint8Array): Arrays {
  const bytes = Buffer.from(file);
  let end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  while (
    end >= 0 &&
    end + 22 + (end + 22 <= bytes.length ? bytes.readUInt16LE(end + 20) : 0) !== bytes.length
  )
    end = end === 0 ? -1 : bytes.lastIndexOf("PK\x05\x06", end - 1, "latin1");
  if (end < 0) throw new Error("no end");
  let [count, at] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  if (end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50) {
    const long = Number(bytes.readBigUInt64LE(end - 12));
    [count, at] = [Number(bytes.readBigUInt64LE(long + 32)), Number(bytes.readBigUInt64LE(long + 48))];
  }
  const arrays: Arrays = new Map();
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error("no entry");
    const [names, extras, comments] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    if (names === undefined || extras === undefined || comments === undefined) throw new Error("lengths");
    const name = bytes
      .subarray(at + 46, at + 46 + names)
      .toString("utf8")
      .replace(/\.npy$/, "");
    let sizes = [24, 20, 42].map((field) => bytes.readUInt32LE(at + field));
    for (let extra = at + 46 + names; extra + 4 <= at + 46 + names + extras;) {
      const [tag, length] = [bytes.readUInt16LE(extra), bytes.readUInt16LE(extra + 2)];
      const places = [...Array(Math.floor(length / 8)).keys()].map((place) => extra + 4 + 8 * place);
      if (tag === 1)
        sizes = sizes.map((size) => {
          const place = size === 0xffffffff ? places.shift() : undefined;
          return place === undefined ? size : Number(bytes.readBigUInt64LE(place));
        });
      extra += 4 + length;
    }
    const [size = 0, packedSize = 0, offset = 0] = sizes;
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.subarray(start, start + packedSize);
    const method = bytes.readUInt16LE(at + 10);
    const content =
      method === 8 && packedSize > 0 ? inflateRawSync(packed, { maxOutputLength: size + 1 }) : packed;
    if (content.length !== size || crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error("content");
    arrays.set(name, secondNpy([...content]));
    at += 46 + names + extras + comments;
  }
  return arrays;
}

/** The tensors of a safetensors file. */
export function secondSafetensors(file: Uint8Array): Arrays {
  const length = little([...file.subarray(0, 8)]);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
    file.subarray(8, 8 + length),
  );
  const header = JSON.parse(text) as Record<
    string,
    { dtype: string; shape: number[]; data_offsets: number[] }
  >;
  const data = [...file.subarray(8 + length)];
  const arrays: Arrays = new Map();
  const isTaken = data.map(() => false);
  for (const [name, { dtype, shape, data_offsets: offsets }] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    const [size = 0, exponentBits = 0] = { F16: [2, 5], BF16: [2, 8], F32: [4, 8], F64: [8, 11] }[dtype] ?? [
      0, 0,
    ];
    const [start = 0, end = 0] = offsets;
    if (size === 0 || end - start !== size * shape.reduce((product, side) => product * side, 1))
      throw new Error("shape");
    if (end > data.length) throw new Error("end");
    for (let at = start; at < end; at++) {
      if (isTaken[at] === true) throw new Error("overlap");
      isTaken[at] = true;
    }
    arrays.set(name, { shape, values: floats(data.slice(start, end), size, exponentBits) });
  }
  if (isTaken.includes(false)) throw new Error("hole");
  return arrays;
}
