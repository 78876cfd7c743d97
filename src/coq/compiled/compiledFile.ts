import { fieldsOf, isTuple } from "./blocks.js";
import { type Value, unmarshal } from "./marshal.js";

/** The parts of a compiled file (`.vo`) that are read. */
export interface CompiledFile {
  /** The name of its library, as in `Equiloss.Counting.Counts`. */
  readonly library: string;
  /** The values that hold its terms, as the kernel accepted them. */
  readonly terms: readonly Value[];
}

/** The first bytes of every file that Coq compiles. */
const MAGIC = "Coq!";

/** The segment that holds the library's name. */
const SUMMARY = "summary";

/** Segments with terms: definitions and types, and the proofs, which are separate. */
const WITH_TERMS = ["library", "opaques"];

/** More than the parts of any library's name. Otherwise reading a name that contains itself wouldn't end. */
const MOST_PARTS = 100;

/**
 * Reads a file that Coq compiled.
 *
 * @throws RangeError if it isn't such a file, lacks a segment, or has no readable name.
 */
export function compiledFile(bytes: Buffer): CompiledFile {
  const places = segments(bytes);
  const segment = (name: string): Value => {
    const place = places.get(name);
    if (place === undefined) throw new RangeError(`no segment ${name}`);
    return unmarshal(bytes, place);
  };
  return { library: libraryIn(segment(SUMMARY)), terms: WITH_TERMS.map(segment) };
}

/**
 * Where each segment starts, by its name.
 *
 * After the first bytes and the version comes the place of the table of segments, which has each one's name,
 * place, length and hash; a segment is a marshalled value (Coq's `lib/objFile.ml`, since 8.13).
 */
function segments(bytes: Buffer): Map<string, number> {
  if (bytes.toString("latin1", 0, MAGIC.length) !== MAGIC) throw new RangeError("not a compiled file of Coq");
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
  return places;
}

/** `{ name; … }`, where a name is the list of its parts, the last one first (Coq's `vernac/library.ml`). */
function libraryIn(summary: Value): string {
  let [rest] = fieldsOf(summary);
  const parts: string[] = [];
  while (isTuple(rest, 2) && parts.length < MOST_PARTS) {
    const [part, others] = rest.fields;
    if (typeof part === "string") parts.unshift(part);
    rest = others;
  }
  if (rest !== 0 || parts.length === 0) throw new RangeError("the library's name can't be read");
  return parts.join(".");
}
