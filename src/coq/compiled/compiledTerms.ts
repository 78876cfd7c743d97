import { type Value, unmarshal } from "./marshal.js";

/** The first bytes of every file that Coq compiles. */
const MAGIC = "Coq!";

/** Segments that hold terms: definitions and types, and the proofs that are kept apart from them. */
const WITH_TERMS = ["library", "opaques"];

/**
 * The values in a compiled file (`.vo`) of Coq that hold its terms, as the kernel accepted them.
 *
 * After the first bytes and the version stands where the summary of segments lies, which has each one's name,
 * place, length and hash; a segment is a marshalled value (Coq's `lib/objFile.ml`, since 8.13).
 *
 * @throws RangeError if it isn't such a file, or misses a segment.
 */
export function compiledTerms(bytes: Buffer): Value[] {
  if (bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) throw new RangeError("no compiled file of Coq");
  let at = Number(bytes.readBigUInt64BE(8));
  const count = bytes.readUInt32BE(at);
  at += 4;
  const places = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 4 + length);
    places.set(name, Number(bytes.readBigUInt64BE(at + 4 + length)));
    // The place, the length, and a hash of 16 bytes.
    at += 4 + length + 8 + 8 + 16;
  }
  return WITH_TERMS.map((name) => {
    const place = places.get(name);
    if (place === undefined) throw new RangeError(`no segment ${name}`);
    return unmarshal(bytes, place);
  });
}
