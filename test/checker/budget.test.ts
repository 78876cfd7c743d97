import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../src/checker/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));

/** The lines of code. The checker has no comment behind code, and no comment marks in strings. */
function linesOfCode(source: string): number {
  const lines = source.replace(/\/\*\*[^]*?\*\//g, "").split("\n");
  return lines.filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length;
}

/**
 * The lines that the rules take if every statement has its own line, and every kind its own file. Rules
 * packed into fewer lines are harder to audit, and many more lines take more than one sitting. It was 1,300
 * before units had mirror images, which paths and cell complexes have to know of, and 1,340 before a path
 * could be the first point and what changes, before bounds on differences, for which ranges and eleven
 * activations have to be known, and before points of trained networks, for which there are intervals, the
 * exponential and the logarithm; and 2,010 before minima of ReLU networks on Gaussian inputs, for which there
 * are roots, angles and another loss, and before the points of trained networks were judged by columns of the
 * data, in half a second for 1,681 data and not in seven; and 2,220 before limits at infinity, for which
 * networks have third derivatives of σ, whose units have to run off, and before enclosures were charged by
 * their digits; and 2,350 before a Hessian could be split into that of a narrower network and blocks, which
 * are multiplied out in coordinates that the file has; and 2,500 before bounds of paths had readers that
 * src/kernel uses too. docs/certificates.md and SPEC.md name the number.
 */
const BUDGET = 2550;

describe("what has to be believed", () => {
  it(`is at most ${BUDGET} lines of code, in files that fit a screen or two`, () => {
    const sizes = files.map((file) => linesOfCode(readFileSync(new URL(file, folder), "utf8")));
    expect(sizes.length).toBeGreaterThan(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
    expect(Math.max(...sizes)).toBeLessThan(200);
  });

  it.each(["docs/certificates.md", "src/checker/SPEC.md"])("is as large as %s says", (page) => {
    const text = readFileSync(new URL(`../../${page}`, import.meta.url), "utf8");
    expect(text.replace(/\s+/g, " ")).toContain(`at most ${BUDGET.toLocaleString("en")} lines`);
  });

  it("is in this folder: every import is of a neighbour", () => {
    const imports = files.flatMap((file) => {
      const source = readFileSync(new URL(file, folder), "utf8");
      return [...source.matchAll(/\bfrom "([^"]*)"/g)].map(([, name]) => name ?? "");
    });
    expect(imports.length).toBeGreaterThan(10);
    const names = files.map((file) => `./${file.replace(/\.ts$/, ".js")}`);
    expect(imports.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("counts code and nothing else", () => {
    expect(linesOfCode("/** a\n b */\nconst x = 1;\n\n  // c\nf(x);\n")).toBe(2);
  });
});
