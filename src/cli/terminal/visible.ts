const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u001b": "\\e" };

/** Controls, separators of lines, marks of direction, what takes no room, and halves of surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text from outside as it can be shown within a line: what would end the line, move the cursor, turn the direction or
 * not be seen comes as an escape. A terminal would obey some of it, a reader be misled, and XML can hold none.
 *
 * @example visible("a\u0000\nb") === "a\\u{0}\\nb"
 */
export function visible(text: string): string {
  return text.replace(INVISIBLE, (found) => SHORT[found] ?? `\\u{${hexadecimal(found.codePointAt(0))}}`);
}

/** The same for JSON, as escapes that mean what stood there. */
export function visibleJson(value: unknown): string {
  return JSON.stringify(value).replace(INVISIBLE, (found) =>
    Array.from(
      { length: found.length },
      (_, at) => `\\u${hexadecimal(found.charCodeAt(at)).padStart(4, "0")}`,
    ).join(""),
  );
}

function hexadecimal(code: number | undefined): string {
  if (code === undefined) throw new RangeError("a character without a code");
  return code.toString(16);
}
