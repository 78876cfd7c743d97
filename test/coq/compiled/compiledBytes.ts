import type { Value } from "../../../src/coq/compiled/marshal.js";

/** A marshalled value with the short header, by hand after the compiler's `intext.h`. */
export const small = (...bytes: number[]): Buffer =>
  Buffer.concat([Buffer.from([0x84, 0x95, 0xa6, 0xbe]), Buffer.alloc(16), Buffer.from(bytes)]);

/** Without sharing: integers below 64, strings below 32 letters, and blocks with long headers. */
function marshalled(value: Value): number[] {
  if (value === null) return [0x0c, 0, 0, 0, 0, 0, 0, 0, 0];
  if (typeof value === "number") return [0x40 + value];
  if (typeof value === "string") return [0x20 + value.length, ...Buffer.from(value)];
  const header = Buffer.alloc(4);
  header.writeUInt32BE(value.fields.length * 1024 + value.tag);
  return [0x08, ...header, ...value.fields.flatMap(marshalled)];
}

/** The name of a library as Coq keeps it: a list, the last part first. */
const libraryName = (library: string): Value =>
  library.split(".").reduce<Value>((rest, part) => ({ tag: 0, fields: [part, rest] }), 0);

/** A segment that tells the library's name, and no more. */
export const summary = (library: string): Value => ({ tag: 0, fields: [libraryName(library)] });

/** A compiled file of Coq with these segments, and the summary of `Equiloss.Tiny` unless another is given. */
export const compiledBytes = (segments: Readonly<Record<string, Value>>): Buffer =>
  bytesOf({ summary: summary("Equiloss.Tiny"), ...segments });

/** A compiled file of Coq with exactly these segments, after Coq's `lib/objFile.ml`. */
export function bytesOf(segments: Readonly<Record<string, Value>>): Buffer {
  const values = Object.values(segments).map((value) => small(...marshalled(value)));
  let place = 16;
  const table = Object.keys(segments).map((name, index) => {
    const entry = Buffer.alloc(4 + name.length + 32);
    entry.writeUInt32BE(name.length, 0);
    entry.write(name, 4, "latin1");
    entry.writeBigUInt64BE(BigInt(place), 4 + name.length);
    place += values[index]?.length ?? Number.NaN;
    return entry;
  });
  const head = Buffer.alloc(16);
  head.write("Coq!", 0, "latin1");
  head.writeBigUInt64BE(BigInt(place), 8);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(table.length, 0);
  return Buffer.concat([head, ...values, count, ...table]);
}
