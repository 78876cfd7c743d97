/**
 * A number of things in words: "1 row", "2 rows".
 *
 * @param many the plural, if it isn't the noun with an s.
 * @example counted(1, "entry", "entries") === "1 entry"
 */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
