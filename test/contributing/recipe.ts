import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../runEquiloss.js";

/**
 * The text of a section of CONTRIBUTING.md.
 *
 * @throws RangeError if there is no such section.
 */
function sectionOf(section: string): string {
  const text = readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8");
  const part = text.split(/^## /m).find((piece) => piece.startsWith(`${section}\n`));
  if (part === undefined) throw new RangeError(`CONTRIBUTING.md has no section ${section}`);
  return part;
}

/** The files that a section of CONTRIBUTING.md has one write: their paths, and the code below each. */
export function recipe(section: string): ReadonlyMap<string, string> {
  const blocks = [...sectionOf(section).matchAll(/^`([^`]+)`[^\n]*:\n\n```\w+\n([^]*?)^```$/gm)];
  return new Map(blocks.map(([, path = "", code = ""]) => [path, code]));
}

/** The numbered steps of a section of CONTRIBUTING.md. */
export function stepsOf(section: string): ReadonlyMap<number, string> {
  const steps = sectionOf(section)
    .split(/^(?=\d+\. )/m)
    .slice(1);
  return new Map(steps.map((step) => [Number.parseInt(step, 10), step]));
}
