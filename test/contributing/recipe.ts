import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../runEquiloss.js";

/**
 * The files that a section of CONTRIBUTING.md has one write: their paths, and the code below each.
 *
 * @throws RangeError if there is no such section.
 */
export function recipe(section: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const part = text.split(/^## /m).find((piece) => piece.startsWith(`${section}\n`));
  if (part === undefined) throw new RangeError(`CONTRIBUTING.md has no section ${section}`);
  const found = [...part.matchAll(/^`([^`]+)`[^\n]*:\n\n```\w+\n([^]*?)^```$/gm)];
  return new Map(found.map(([, path = "", code = ""]) => [path, code]));
}
