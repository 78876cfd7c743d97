/** What certificates are made of: no floats, no null. */
export type CanonicalValue =
  string | number | boolean | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * The canonical form of a value (RFC 8785), in pieces: keys sorted by their UTF-16 code units, no spaces. Arrays
 * may be given as iterables, which are asked for an element at a time, so that a text of any length is made in
 * constant memory.
 *
 * @throws RangeError on a number that is no safe integer.
 * @example [...canonicalPieces({ b: [1], a: "x" })].join("") === '{"a":"x","b":[1]}'
 */
export function* canonicalPieces(value: Streamed): Generator<string> {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is no safe integer`);
  }
  if (typeof value !== "object") {
    yield JSON.stringify(value);
  } else if (Symbol.iterator in value) {
    let separator = "[";
    for (const element of value) {
      yield separator;
      yield* canonicalPieces(element);
      separator = ",";
    }
    yield separator === "[" ? "[]" : "]";
  } else {
    let separator = "{";
    for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield `${separator}${JSON.stringify(key)}:`;
      yield* canonicalPieces(member);
      separator = ",";
    }
    yield separator === "{" ? "{}" : "}";
  }
}

/** A value whose arrays may come as iterables. */
export type Streamed = CanonicalValue | Iterable<Streamed> | { readonly [key: string]: Streamed };
