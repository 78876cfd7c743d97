/** How much of a name is shown. */
const LONGEST = 60;

/**
 * A name that a file gives, as messages show it: within a line, whatever it holds, and not too long.
 *
 * @example quoted("fc1\n") === '"fc1\\n"'
 */
export function quoted(name: string): string {
  return JSON.stringify(name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 3)}...`);
}
