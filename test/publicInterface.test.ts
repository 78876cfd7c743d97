import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plantedTree, printed, repositoryTree } from "./guards/tree.js";
import { LIBRARY_PAGES, blocksOf, whole } from "./libraryPages.js";
import { ENTRIES, EXPORTS, valueOf } from "./publicExamples.js";
import { examples, uncompiled, undocumented, unexportedTypes } from "./publicInterface.js";
import { ROOT } from "./runEquiloss.js";
import { textOf } from "./shownCommands.js";

const tree = repositoryTree("src", "properties");
const PATH = "src/index.ts";
/** By name, such as "equiloss/exact": the file behind it. */
const ROOMS = ENTRIES.filter(({ path }) => path !== PATH);

describe("the public interface", () => {
  it("has entry points for all rooms but those that serve the command line", () => {
    expect(ENTRIES.map(({ name }) => name)).toEqual([
      "equiloss",
      "equiloss/certificate",
      "equiloss/checker",
      "equiloss/claims",
      "equiloss/combinatorics",
      "equiloss/crosscheck",
      "equiloss/exact",
      "equiloss/formats",
      "equiloss/landscape",
      "equiloss/manifold",
      "equiloss/network",
      "equiloss/trained",
    ]);
  });

  it("has a summary and an example for all that src/index.ts exports, and says what throws", () => {
    expect(printed(undocumented(tree, PATH))).toEqual([]);
  });

  it.each(ROOMS)("has a summary for all that $name exports, and an example for all but types", ({ path }) => {
    const values = new Set(examples(tree, path).map(({ name }) => name));
    const found = undocumented(tree, path).filter(
      ({ rule, message }) => rule !== "example" || message in EXPORTS || values.has(message),
    );
    expect(printed(found)).toEqual([]);
  });

  it.each(ROOMS)("opens $path with what lives there", ({ path }) => {
    expect(readFileSync(join(ROOT, path), "utf8")).toMatch(/^\/\*\*\n \* [A-Z][^]*?Begin with `[^]*?\*\/\n/);
  });

  it("gives an example for each function and class, at the least", () => {
    const named = new Set(ENTRIES.flatMap(({ path }) => examples(tree, path)).map(({ name }) => name));
    expect(Object.keys(EXPORTS).filter((name) => !named.has(name))).toEqual([]);
  });

  const all = new Map(
    ENTRIES.flatMap(({ path }) => examples(tree, path)).map((example) => [
      `${example.name}: ${example.expression}`,
      example,
    ]),
  );
  const blocks = LIBRARY_PAGES.flatMap((page) => blocksOf(textOf(page)));
  it("has examples, here and in the pages, that strict TypeScript accepts, and would be caught with one that it refuses", () => {
    const paths = ENTRIES.map((entry) => entry.path);
    const expressions = [...all.values()].map(({ expression }) => expression);
    const shown = blocks.flatMap((block) => block.shown);
    const lines = shown.map(({ constants, expression }) => whole(constants, expression));
    const planted = ["networkFile(theta).weights", "theta.units.length"];
    // All in one reading of the compiler, which takes seconds.
    expect(uncompiled(tree, paths, [...planted, ...expressions, ...lines])).toEqual([
      "networkFile(theta).weights: Object is possibly 'null'.",
    ]);
  });

  it("has all that the pages import", () => {
    for (const { name, from } of blocks.flatMap(({ imported }) => imported)) {
      const path = ENTRIES.find((entry) => entry.name === from)?.path ?? "none";
      const exported = tree.project.getSourceFileOrThrow(path).getExportedDeclarations();
      expect([name, exported.has(name)]).toEqual([name, true]);
    }
  });

  it.each([...all.values()])("has a true example for $name: $expression", async ({ expression, value }) => {
    expect(await valueOf(expression)).toEqual(await valueOf(value));
  });

  it.each(ENTRIES)("exports from $name every type that its signatures name", ({ path }) => {
    // The root and the checker stand alone; a room's types may come from the rooms below it.
    const alone = path === PATH || path === "src/checker/index.ts";
    const others = alone ? [] : ENTRIES.map((entry) => entry.path);
    expect(printed(unexportedTypes(tree, path, others))).toEqual([]);
  });
});

/** All files that are loaded with an entry point, relative to `dist/src`. Needs a build. */
function loadedWith(name: string): string[] {
  const hook = `export const load = (url, context, next) => { process._rawDebug(url); return next(url, context); };`;
  const register = `import { register } from "node:module"; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hook)}`)});`;
  const script = `${register} await import(${JSON.stringify(name)});`;
  const run = `import { spawnSync } from "node:child_process"; const { stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", ${JSON.stringify(script)}], { encoding: "utf8" }); console.log(JSON.stringify([status, stderr]));`;
  const [status, printedUrls] = JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", run], { cwd: ROOT, encoding: "utf8" }),
  ) as [number, string];
  expect(status).toBe(0);
  return printedUrls
    .split("\n")
    .filter((url) => url.startsWith("file:"))
    .map((url) => url.replace(/^.*\/dist\/src\//, ""));
}

describe("what an entry point loads", () => {
  it("is the checker alone for equiloss/checker", () => {
    const loaded = loadedWith("equiloss/checker");
    expect(loaded).toContain("checker/check.js");
    expect(loaded.filter((file) => !/^checker\/\w+\.js$/.test(file))).toEqual([]);
  });

  it("is seen, as with equiloss/combinatorics", () => {
    expect(loadedWith("equiloss/combinatorics").filter((file) => file.startsWith("exact/"))).not.toEqual([]);
  });
});

describe("unexportedTypes", () => {
  const planted = plantedTree({
    "src/index.ts": 'export * from "./room.js";\n',
    "src/room.ts": `
type Hidden = 1;
interface Inner { readonly a: Hidden }
interface Bound { readonly b: number }
export interface Outer { readonly inner: readonly Inner[] }
export function first<T extends Bound>(x: T): Map<string, T> { const y: Hidden = 1; return new Map([[String(y), x]]); }
export class Box {
  private readonly secret: Other | undefined;
  constructor(readonly content: Outer) { this.secret = undefined; }
  open(): Told { return { c: this.secret === undefined ? 0 : 1 }; }
}
interface Told { readonly c: number }
interface Other { readonly d: number }
type Texts = "a" | "b";
export function third(x: Texts): void { void x; }
`,
    "src/other.ts": "export interface Elsewhere { readonly e: number }\n",
    "src/second.ts":
      'import type { Elsewhere } from "./other.js";\nexport function second(x: Elsewhere): void { void x; }\n',
  });

  it("finds each type that a signature names and the entry point doesn't, but none of bodies and private parts", () => {
    const found = unexportedTypes(planted, PATH).map(({ message }) => message);
    expect(found.sort()).toEqual([
      "Bound, which first names",
      "Inner, which Outer names",
      "Told, which Box names",
    ]);
  });

  it("takes types from another entry point, if one is given", () => {
    expect(unexportedTypes(planted, "src/second.ts")).toHaveLength(1);
    expect(unexportedTypes(planted, "src/second.ts", ["src/other.ts"])).toEqual([]);
  });
});

describe("undocumented", () => {
  const planted = plantedTree({
    "src/index.ts": 'export * from "./room.js";\nexport { type Kind as Sort } from "./kind.js";\n',
    "src/kind.ts": "export type Kind = 1;\n",
    "src/room.ts": `
/** One. @example one() === 1 */
export function one(): number { return 1; }
/** @example two() // 2 */
export function two(): number { return 2; }
/** Three. */
export class Three {}
/**
 * Four.
 * @example four(); five()
 */
export function four(): void {}
/** Six. @example six(1) === 6 */
export function six(x: number): number { if (x < 0) throw new RangeError("x"); return 6; }
/**
 * Seven.
 * @throws RangeError if x < 0.
 * @example seven(1) === 7 // as always
 */
export function seven(x: number): number { if (x < 0) throw new RangeError("x"); return 7; }
/**
 * Eight.
 *
 * @example [eight()]
 * // [8]
 */
export function eight(): number { return 8; }
/**
 * Nine.
 *
 * @example nine === 9
 */
export const nine = 9;
/** Ten. */
export const ten = 10;
`,
  });

  it("finds what lacks a summary, an example or a word on what it throws, and nothing else", () => {
    const found = undocumented(planted, PATH).map(({ message, rule }) => `${message}: ${rule}`);
    expect(found.sort()).toEqual([
      "Sort: example",
      "Sort: summary",
      "Three: example",
      "four: example",
      "six: throws",
      "ten: example",
      "two: summary",
    ]);
  });

  it("reads examples in both forms", () => {
    expect(examples(planted, PATH)).toEqual([
      { name: "one", expression: "one()", value: "1" },
      { name: "two", expression: "two()", value: "2" },
      { name: "six", expression: "six(1)", value: "6" },
      { name: "seven", expression: "seven(1)", value: "7" },
      { name: "eight", expression: "[eight()]", value: "[8]" },
      { name: "nine", expression: "nine", value: "9" },
    ]);
  });

  it("would see an example that is false", async () => {
    expect(await valueOf("bell(4)")).toEqual(await valueOf("15n"));
    expect(await valueOf("bell(4)")).not.toEqual(await valueOf("14n"));
  });
});
