import { visible } from "./visible.js";

/** The name of a file or a word, quoted so that a shell and the command line read it as one. */
export function shellWord(name: string): string {
  const path = /^-./.test(name) ? `./${name}` : name;
  if (/^[\w./:,@%+=-]+$/.test(path)) return path;
  if (visible(path) === path) return `'${path.replaceAll("'", "'\\''")}'`;
  // Characters that must not be printed are escaped, in quotes of another kind.
  return `$'${path.replace(/[\\']/g, "\\$&").replace(/[^ -~]/gu, shellEscape)}'`;
}

function shellEscape(character: string): string {
  return Array.from(
    new TextEncoder().encode(character),
    (byte) => `\\x${byte.toString(16).padStart(2, "0")}`,
  ).join("");
}
