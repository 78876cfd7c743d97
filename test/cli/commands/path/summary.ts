/** The two lines before the segments of what `equiloss path` prints. */
export function summaryOf(text: string): string {
  return text
    .split("\n")
    .slice(0, 2)
    .map((line) => `${line}\n`)
    .join("");
}
