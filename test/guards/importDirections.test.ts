import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { importDirections } from "./importDirections.js";
import { ROOMS } from "./rooms.js";
import { plantedTree } from "./tree.js";

function found(path: string, code: string) {
  return importDirections(plantedTree({ [path]: `\n${code}` }));
}

/** The order of the table, written a second time as pairs of rooms: the first may import the second. */
const MAY_IMPORT = `
  combinatorics>exact network>exact manifold>exact manifold>combinatorics manifold>network
  landscape>exact landscape>combinatorics landscape>network landscape>manifold
  certificate>exact certificate>combinatorics certificate>network certificate>manifold certificate>landscape
  properties>exact properties>combinatorics properties>network properties>manifold properties>landscape
  claims>exact claims>combinatorics claims>network claims>manifold claims>landscape
  claims>certificate claims>checker claims>crosscheck claims>properties
  crosscheck>exact crosscheck>combinatorics crosscheck>network crosscheck>manifold crosscheck>landscape
  coq>exact coq>machine certificate>machine
`
  .trim()
  .split(/\s+/);

const ALL = Object.keys(ROOMS).filter((room) => room !== "index");

/** In a room that has all its files in folders, in the first of them. */
function folderIn(room: string): string {
  const folders = Object.keys(ROOMS[room]?.folders ?? { ".": [] });
  return folders.includes(".") ? "." : (folders[0] ?? ".");
}

function fileIn(room: string, folder = folderIn(room), name = "a.ts"): string {
  return posix.join(room === "properties" ? "properties" : `src/${room}`, folder, name);
}

function importOf(from: string, to: string): string {
  return `import { b } from "./${posix.relative(posix.dirname(from), to)}";`;
}

describe("importDirections between rooms", () => {
  const pairs = ALL.flatMap((room) => ALL.map((target) => ({ room, target })));

  it.each(pairs)("$room > $target", ({ room, target }) => {
    const allowed = room === target || room === "cli" || MAY_IMPORT.includes(`${room}>${target}`);
    const expected = { file: fileIn(room), line: 2, rule: "direction", message: `${room} imports ${target}` };
    const code = importOf(fileIn(room), fileIn(target, folderIn(target), "b.js"));
    expect(found(fileIn(room), code)).toEqual(allowed ? [] : [expected]);
  });
});

/**
 * The folders of each room from the lowest to the highest, and the pairs in that order that still may not
 * import.
 */
const FOLDERS: Readonly<Record<string, { order: string; apart?: string }>> = {
  exact: {
    order: ". numbers vectors modular matrices inertia intervals",
    apart: "intervals>vectors intervals>modular intervals>matrices intervals>inertia",
  },
  combinatorics: { order: ". counts partitions asymptotics", apart: "asymptotics>partitions" },
  manifold: {
    order: "subspaces graph paths layers topology",
    apart: "layers>graph topology>graph topology>paths topology>layers",
  },
  landscape: {
    order: "activations loss enclosures criticalPoints zeroLoss",
    apart: "criticalPoints>enclosures zeroLoss>enclosures zeroLoss>criticalPoints",
  },
  claims: { order: "evidence instances . controls verification", apart: "verification>instances" },
  cli: {
    order: "terminal options files threads commands .",
    apart: "threads>options threads>files .>files .>threads",
  },
};

describe("importDirections between the folders of a room", () => {
  it("has an order for every room with folders", () => {
    const rooms = Object.entries(ROOMS).flatMap(([name, { folders }]) =>
      folders === undefined ? [] : [name],
    );
    expect(rooms).toEqual(Object.keys(FOLDERS));
  });

  const pairs = Object.entries(FOLDERS).flatMap(([room, { order, apart = "" }]) => {
    const folders = order.split(" ");
    return folders.flatMap((folder, height) =>
      folders.map((target, depth) => ({
        room,
        folder,
        target,
        allowed: folder === target || (depth < height && !apart.split(" ").includes(`${folder}>${target}`)),
      })),
    );
  });

  it.each(pairs)("$room: $folder > $target is $allowed", ({ room, folder, target, allowed }) => {
    const file = fileIn(room, folder);
    const expected = { file, line: 2, rule: "direction", message: `${folder} imports ${target}` };
    expect(found(file, importOf(file, fileIn(room, target, "b.js")))).toEqual(allowed ? [] : [expected]);
  });

  it("asks for a new folder to be put on the list", () => {
    expect(found("src/exact/tensors/a.ts", 'import "../numbers/b.js";')).toMatchObject([
      { rule: "room", message: "tensors is not on the list of folders" },
    ]);
  });
});

describe("importDirections sees every way to import", () => {
  it.each([
    'import "../network/measure.js";',
    'import { measure } from "../network/measure.js";',
    'import type { Measure } from "../network/measure.js";',
    'import measure = require("../network/measure.js");',
    'export * from "../network/measure.js";',
    'export { measure } from "../network/measure.js";',
    'export type { Measure } from "../network/measure.js";',
    'export const measure = await import("../network/measure.js");',
    "export const measure = await import(`../network/measure.js`);",
    'export const measure = require("../network/measure.js");',
    'export const measure = module.require("../network/measure.js");',
    'export const measure = require.resolve("../network/measure.js");',
    'export type Measure = import("../network/measure.js").Measure;',
    'export const measure = (m: typeof import("../network/measure.js")) => m;',
  ])("%s", (code) => {
    expect(found("src/exact/a.ts", code)).toEqual([
      { file: "src/exact/a.ts", line: 2, rule: "direction", message: "exact imports network" },
    ]);
  });

  it.each([
    "export const a = await import(name);",
    "export const a = require(`./${name}.js`);",
    'await import("../\\u0063li/main.js");',
  ])("%s", (code) => {
    expect(found("src/exact/a.ts", code)).toEqual([
      { file: "src/exact/a.ts", line: 2, rule: "computed", message: "imports what only a run can tell" },
    ]);
  });

  it("is not misled by a path that passes through the own room", () => {
    expect(found("src/exact/deep/a.ts", 'import "../../cli/main.js";')).toMatchObject([
      { rule: "direction", message: "exact imports cli" },
    ]);
  });

  it("lets nothing in from outside src and properties", () => {
    expect(found("src/cli/a.ts", 'import "../../test/guards/tree.js";')).toMatchObject([
      { rule: "direction", message: "cli imports test" },
    ]);
  });

  it("lets no room import the public entry point", () => {
    expect(found("src/cli/a.ts", 'import "../index.js";')).toMatchObject([
      { rule: "direction", message: "cli imports index" },
    ]);
  });

  it("lets the public entry point take from the lists of rooms that touch no files, and from nothing else", () => {
    expect(found("src/index.ts", 'export * from "./manifold/index.js";')).toEqual([]);
    expect(found("src/index.ts", 'export * from "./manifold/gammaSubspace.js";')).toMatchObject([
      { rule: "list" },
    ]);
    expect(found("src/index.ts", 'export * from "./certificate/index.js";')).toMatchObject([
      { rule: "direction", message: "index imports certificate" },
    ]);
  });

  it("lets a room's list take from all of its own room, and from no other", () => {
    expect(found("src/exact/index.ts", 'export { a } from "./numbers/rational.js";')).toEqual([]);
    expect(found("src/manifold/index.ts", 'export { a } from "../exact/numbers/rational.js";')).toMatchObject(
      [{ rule: "list", message: "the list of manifold exports from exact" }],
    );
  });

  it("lets no file go by way of a list", () => {
    expect(found("src/manifold/paths/a.ts", 'import { a } from "../../exact/index.js";')).toMatchObject([
      { rule: "list", message: "manifold imports the list of exact: name the file itself" },
    ]);
    expect(found("src/exact/numbers/a.ts", 'import { a } from "../index.js";')).toMatchObject([
      { rule: "list" },
    ]);
  });

  it("asks for a new room to be put on the list", () => {
    expect(found("src/utils/a.ts", "")).toMatchObject([{ file: "src/utils/a.ts", rule: "room" }]);
  });
});

describe("importDirections for packages", () => {
  it.each([
    ["fraction.js", "exact"],
    ["big-integer", "exact"],
    ["fast-check", "properties"],
    ["jsonc-parser", "network"],
    ["commander", "cli"],
    ["cli-progress", "cli"],
    ["cli-table3", "cli"],
    ["xmlbuilder2", "cli"],
    ["picocolors", "cli"],
    ["piscina", "cli"],
  ])("%s only in %s", (name, home) => {
    const rooms = ALL.filter((room) => found(fileIn(room), `import x from "${name}";`).length === 0);
    expect(rooms).toEqual([home]);
  });

  it("goes by the package, not the file in it", () => {
    expect(found("src/exact/a.ts", 'import "fraction.js/src/fraction.js";')).toEqual([]);
    expect(found("src/cli/a.ts", 'import "fraction.js/src/fraction.js";')).toMatchObject([
      { rule: "package" },
    ]);
  });

  it.each(["left-pad", "@scope/pad/file.js", "fs", "/etc/hosts"])("%s nowhere", (name) => {
    expect(ALL.flatMap((room) => found(fileIn(room), `import "${name}";`)).map(({ rule }) => rule)).toEqual(
      ALL.map(() => "package"),
    );
  });

  it("keeps the machine out of the theory", () => {
    const rooms = ALL.filter((room) => found(fileIn(room), 'import "node:fs";').length === 0);
    expect(rooms).toEqual(["machine", "certificate", "coq", "crosscheck", "cli"]);
    expect(found("src/manifold/a.ts", 'import "node:fs";')).toMatchObject([
      { rule: "machine", message: "manifold imports node:fs" },
    ]);
  });
});
