const SHORT: Readonly<Record<string, string>> = { "\r": "\\r", "\u001b": "\\e" };

/**
 * Text from outside as it can be shown: control characters other than newline and tab, and halves of
 * surrogate pairs, come as escapes. A terminal would obey some of them, and XML can hold none.
 *
 * @example visible("a\u0000b") === "a\\u{0}b"
 */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, (found) => {
    return SHORT[found] ?? `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
