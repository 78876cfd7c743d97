const SHORT = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\u001b", "\\e"],
]);

/**
 * Control characters, line separators, marks of direction, characters without width, and halves of surrogate
 * pairs.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text from outside as it can be shown within a line: what would end the line, move the cursor, change the
 * direction or be invisible becomes an escape. Otherwise a terminal could obey it, a reader could be misled,
 * and XML can't hold it.
 *
 * @example visible("a\u0000\nb") === "a\\u{0}\\nb"
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (match) => SHORT.get(match) ?? `\\u{${hexadecimal(match.codePointAt(0))}}`);
}

/** Text for a line of JSON, with the same characters as escapes that JSON reads back as they were. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value).replace(INVISIBLE, (match) =>
    Array.from(
      { length: match.length },
      (_, at) => `\\u${hexadecimal(match.charCodeAt(at)).padStart(4, "0")}`,
    ).join(""),
  );
}

function hexadecimal(code: number | undefined): string {
  if (code === undefined) throw new RangeError("a character without a code");
  return code.toString(16);
}
