/** What certificates are made of: no floats, no null. */
export type CanonicalValue =
  string | number | boolean | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** A value whose arrays may be iterables, which are read one element at a time. */
export type Streamed = CanonicalValue | Iterable<Streamed> | { readonly [key: string]: Streamed };

/**
 * The canonical form of a value (RFC 8785), in pieces: keys sorted by their UTF-16 code units, no spaces.
 * If arrays are iterables, a text of any length takes constant memory.
 *
 * @throws RangeError on a number that is not a safe integer, and on a string that is not well-formed Unicode.
 * @example [...canonicalPieces({ b: [1], a: "x" })].join("") === '{"a":"x","b":[1]}'
 */
export function* canonicalPieces(value: Streamed): Generator<string> {
  if (typeof value !== "object") {
    yield canonicalText(value);
  } else if (!(Symbol.iterator in value)) {
    let separator = "{";
    for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield `${separator}${canonicalText(key)}:`;
      yield* canonicalPieces(member);
      separator = ",";
    }
    yield separator === "{" ? "{}" : "}";
  } else {
    let separator = "[";
    for (const element of value) {
      // Rows of weights and codes make up most of a certificate: one piece for each row, not for each entry.
      if (isRow(element)) yield `${separator}[${element.map(canonicalText).join(",")}]`;
      else {
        yield separator;
        yield* canonicalPieces(element);
      }
      separator = ",";
    }
    yield separator === "[" ? "[]" : "]";
  }
}

function isRow(value: Streamed): value is readonly (string | number | boolean)[] {
  return Array.isArray(value) && value.every((entry) => typeof entry !== "object");
}

/** The canonical form of a value that is neither a list nor an object, in one piece. */
export function canonicalText(value: string | number | boolean): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is not a safe integer`);
  }
  const text = JSON.stringify(value);
  if (typeof value === "string" && /\p{Surrogate}/u.test(value))
    throw new RangeError(`${text} is not well-formed Unicode`);
  return text;
}
