import { Inflate } from "fflate";
import { ByteReader, textOf } from "./byteReader.js";
import { crc32 } from "./crc32.js";
import { type Reading, GIVE_WHOLE, formatError } from "./formatError.js";

/** What an archive may hold once it is unpacked. */
export const MAX_UNPACKED = 1_073_741_824;

/** Packed bytes that are unpacked at once: they give at most 1032 times as many. */
const CHUNK = 16_384;

const [LOCAL, CENTRAL, END, END_64, LOCATOR_64] = [
  0x04034b50, 0x02014b50, 0x06054b50, 0x06064b50, 0x07064b50,
];
const [END_LENGTH, END_64_LENGTH, LOCATOR_LENGTH] = [22, 56, 20];

/** The most bytes that DEFLATE makes of one. */
const MOST_OF_ONE = 1032;

/** A size or place of this value is given with 64 bits, in the extra field with this tag. */
const [IN_64_BITS, TAG_64] = [0xffffffff, 1];

const [STORED, DEFLATED] = [0, 8];

/** A file in an archive, as the archive's directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 for stored, 8 for deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the file's own header begins. */
  readonly offset: number;
}

/** Where an archive's directory is. */
interface Directory {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The files that an archive's directory lists, in their order (PKWARE's APPNOTE 6.3, with ZIP64). The files
 * themselves aren't read.
 *
 * @throws InputError if the archive has no whole directory, lists a name twice, or holds more than may be.
 */
export function zipEntries(bytes: Uint8Array, reading: Reading): ZipEntry[] {
  const reader = new ByteReader(bytes, reading);
  const { count, start, size } = directoryOf(reader, reading);
  const entries: ZipEntry[] = [];
  let at = start;
  while (entries.length < count) {
    const { listed, next } = entryAt(reader, at, reading);
    entries.push(listed);
    at = next;
  }
  if (at !== start + size)
    throw formatError(reading, `its directory has ${at - start} bytes, and says ${size}`, GIVE_WHOLE);
  requireSound(entries, reading);
  return entries;
}

function directoryOf(reader: ByteReader, reading: Reading): Directory {
  const end = endOf(reader, reading);
  const what = "the end of its directory";
  const plain = {
    count: reader.u16(end + 10, what),
    size: reader.u32(end + 12, what),
    start: reader.u32(end + 16, what),
  };
  const locator = end - LOCATOR_LENGTH;
  const is64 = locator >= 0 && reader.u32(locator, what) === LOCATOR_64;
  if (!is64) return plain;
  const at = reader.u64(locator + 8, "the place of its ZIP64 directory");
  const what64 = "the end of its ZIP64 directory";
  reader.part(at, END_64_LENGTH, what64);
  if (reader.u32(at, what64) !== END_64) throw formatError(reading, `${what64} is not there`, GIVE_WHOLE);
  return {
    count: reader.u64(at + 32, what64),
    size: reader.u64(at + 40, what64),
    start: reader.u64(at + 48, what64),
  };
}

/** Where the record at the end of the archive begins: a comment of up to 65,535 bytes may follow it. */
function endOf(reader: ByteReader, reading: Reading): number {
  const { length } = reader.bytes;
  const least = Math.max(0, length - END_LENGTH - 0xffff);
  for (let at = length - END_LENGTH; at >= least; at--) {
    const isEnd = reader.u32(at, "its end") === END;
    if (isEnd && at + END_LENGTH + reader.u16(at + 20, "its comment") === length) return at;
  }
  throw formatError(reading, "the archive has no directory at its end, so it was cut", GIVE_WHOLE);
}

function entryAt(reader: ByteReader, at: number, reading: Reading): { listed: ZipEntry; next: number } {
  const what = "an entry of its directory";
  reader.part(at, 46, what);
  if (reader.u32(at, what) !== CENTRAL) throw formatError(reading, `${what} is not there`, GIVE_WHOLE);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => reader.u16(at + field, what));
  if (nameLength === undefined || extraLength === undefined || commentLength === undefined)
    throw new RangeError("no lengths");
  const extraAt = at + 46 + nameLength;
  const name = textOf(reader.part(at + 46, nameLength, "a name"));
  const short = {
    size: reader.u32(at + 24, what),
    packedSize: reader.u32(at + 20, what),
    offset: reader.u32(at + 42, what),
  };
  const sizes = longSizes(reader, short, { at: extraAt, end: extraAt + extraLength, name });
  const listed = {
    name,
    ...sizes,
    method: reader.u16(at + 10, what),
    isEncrypted: reader.u16(at + 8, what) % 2 === 1,
    crc: reader.u32(at + 16, what),
  };
  return { listed, next: extraAt + extraLength + commentLength };
}

type Sizes = Pick<ZipEntry, "size" | "packedSize" | "offset">;

/** Sizes and place, from the extra field where 32 bits can't hold them: only those are there, in order. */
function longSizes(
  reader: ByteReader,
  short: Sizes,
  extra: { readonly at: number; readonly end: number; readonly name: string },
): Sizes {
  const sizes = { ...short };
  const what = `the extra field of ${extra.name}`;
  for (let at = extra.at; at + 4 <= extra.end;) {
    const [tag, length] = [reader.u16(at, what), reader.u16(at + 2, what)];
    let field = at + 4;
    for (const key of ["size", "packedSize", "offset"] as const) {
      if (tag !== TAG_64 || short[key] !== IN_64_BITS || field + 8 > at + 4 + length) continue;
      sizes[key] = reader.u64(field, what);
      field += 8;
    }
    at += 4 + length;
  }
  return sizes;
}

/** @throws InputError if a name is there twice, files overlap, or they are too large together. */
function requireSound(entries: readonly ZipEntry[], reading: Reading): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    if (names.has(name)) throw formatError(reading, `it holds ${name} twice`, "keep one of them");
    names.add(name);
  }
  const sum = entries.reduce((total, { size }) => total + size, 0);
  if (sum > MAX_UNPACKED) {
    const problem = `it unpacks to ${sum} bytes, and may to ${MAX_UNPACKED}`;
    throw formatError(reading, problem, "give a smaller network");
  }
  const ordered = [...entries].sort((left, right) => left.offset - right.offset);
  ordered.forEach(({ name, offset, packedSize }, index) => {
    const next = ordered[index + 1];
    if (next !== undefined && offset + 30 + packedSize > next.offset)
      throw formatError(reading, `${name} and ${next.name} overlap`, GIVE_WHOLE);
  });
}

/**
 * The unpacked bytes of a file in an archive.
 *
 * @throws InputError if they are packed in a way that isn't known, don't fit their size or their checksum, or
 *   are encrypted.
 */
export function zipBytes(bytes: Uint8Array, file: ZipEntry, reading: Reading): Uint8Array {
  const { name, offset, packedSize, size, method, crc, isEncrypted } = file;
  const reader = new ByteReader(bytes, reading);
  reader.part(offset, 30, `the header of ${name}`);
  if (reader.u32(offset, name) !== LOCAL)
    throw formatError(reading, `the header of ${name} is not there`, GIVE_WHOLE);
  if (isEncrypted) throw formatError(reading, `${name} is encrypted`, "store it without a password");
  const start = offset + 30 + reader.u16(offset + 26, name) + reader.u16(offset + 28, name);
  const packed = reader.part(start, packedSize, name);
  if (method !== STORED && method !== DEFLATED) {
    throw formatError(
      reading,
      `${name} is packed by method ${method}`,
      "write it by numpy.savez or savez_compressed",
    );
  }
  const unpacked = method === STORED ? packed : inflated(packed, size, name, reading);
  if (unpacked.length !== size)
    throw formatError(reading, `${name} unpacks to ${unpacked.length} bytes, and says ${size}`, GIVE_WHOLE);
  if (crc32(unpacked) !== crc)
    throw formatError(reading, `${name} doesn't have the checksum that the archive says`, GIVE_WHOLE);
  return unpacked;
}

/** Unpacks piece by piece, and no further than the size. */
function inflated(packed: Uint8Array, size: number, name: string, reading: Reading): Uint8Array {
  if (size > MOST_OF_ONE * (packed.length + 1)) {
    const problem = `${name} says that it unpacks to ${size} bytes, and has ${packed.length}`;
    throw formatError(reading, problem, GIVE_WHOLE);
  }
  const unpacked = new Uint8Array(size);
  let [filled, isDone] = [0, false];
  const tooMuch = (): Error =>
    formatError(reading, `${name} unpacks to more than the ${size} bytes that it says`, GIVE_WHOLE);
  const inflate = new Inflate((piece, isFinal) => {
    if (filled + piece.length > size) throw tooMuch();
    unpacked.set(piece, filled);
    filled += piece.length;
    isDone = isFinal;
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK)
      inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch (error) {
    // The package's errors have a number; what this file throws passes on.
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw formatError(reading, `${name} can't be unpacked (${error.message})`, GIVE_WHOLE);
  }
  if (!isDone && packed.length > 0)
    throw formatError(reading, `${name} ends before it is unpacked`, GIVE_WHOLE);
  return unpacked.subarray(0, filled);
}
