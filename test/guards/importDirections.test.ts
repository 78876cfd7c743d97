import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { importDirections } from "./importDirections.js";
import { ROOMS } from "./rooms.js";
import { plantedTree } from "./tree.js";

function findingsIn(path: string, code: string) {
  return importDirections(plantedTree({ [path]: `\n${code}` }));
}

/** The order of the table, written a second time as pairs of rooms: the first may import the second. */
const MAY_IMPORT = `
  combinatorics>exact network>exact manifold>exact manifold>combinatorics manifold>network
  landscape>exact landscape>combinatorics landscape>network landscape>manifold
  trained>exact trained>combinatorics trained>network trained>manifold trained>landscape
  certificate>exact certificate>combinatorics certificate>network certificate>manifold certificate>landscape
  properties>exact properties>combinatorics properties>network properties>manifold properties>landscape
  claims>exact claims>combinatorics claims>network claims>manifold claims>landscape
  claims>certificate claims>checker claims>crosscheck claims>properties claims>trained claims>training
  claims>exclusion exclusion>exact exclusion>network exclusion>landscape exclusion>training exclusion>machine
  training>exact training>network training>crosscheck training>machine machine>exact
  crosscheck>exact crosscheck>combinatorics crosscheck>network crosscheck>manifold crosscheck>landscape
  coq>exact coq>machine certificate>machine formats>exact formats>network
  shard>exact shard>combinatorics shard>network shard>manifold shard>landscape shard>certificate
  shard>crosscheck shard>training shard>exclusion shard>machine
  pictures>exact report>exact report>combinatorics report>network report>manifold report>landscape
  report>pictures report>checker report>kernel kernel>checker kernel>coq kernel>exact
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
    expect(findingsIn(fileIn(room), code)).toEqual(allowed ? [] : [expected]);
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
  combinatorics: {
    order: ". counts partitions asymptotics signed",
    apart: "asymptotics>partitions signed>asymptotics",
  },
  manifold: {
    order: "subspaces graph paths layers topology",
    apart: "layers>graph topology>graph topology>paths topology>layers",
  },
  landscape: {
    order: "activations loss enclosures criticalPoints zeroLoss",
    apart: "criticalPoints>enclosures zeroLoss>enclosures zeroLoss>criticalPoints",
  },
  trained: {
    order: "bounds groups pruning compare",
    apart: "groups>bounds compare>groups compare>pruning",
  },
  claims: { order: "evidence instances . controls verification", apart: "verification>instances" },
  shard: { order: "engines kinds .", apart: "kinds>engines .>engines" },
  report: { order: "data html browser .", apart: "browser>html .>browser" },
  cli: {
    order: "terminal options files threads commands page .",
    apart: "threads>options threads>files page>threads .>files .>threads .>page",
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
    expect(findingsIn(file, importOf(file, fileIn(room, target, "b.js")))).toEqual(allowed ? [] : [expected]);
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
    expect(findingsIn("src/exact/a.ts", code)).toEqual([
      { file: "src/exact/a.ts", line: 2, rule: "direction", message: "exact imports network" },
    ]);
  });

  it.each([
    "export const a = await import(name);",
    "export const a = require(`./${name}.js`);",
    'await import("../\\u0063li/main.js");',
  ])("%s", (code) => {
    expect(findingsIn("src/exact/a.ts", code)).toEqual([
      { file: "src/exact/a.ts", line: 2, rule: "computed", message: "imports what only a run can tell" },
    ]);
  });

  /** A file of src, what it exports from, the rule that refuses this, and why. */
  const refusals = `
    exact/deep/a.ts  ../../cli/main.js  direction  exact imports cli
    cli/a.ts  ../../test/guards/tree.js  direction  cli imports test
    cli/a.ts  ../index.js  direction  cli imports index
    index.ts  ./certificate/index.js  direction  index imports certificate
    index.ts  ./exact/a.js  list  index imports src/exact/a.js, which is not the list of a room
    manifold/index.ts  ../exact/numbers/rational.js  list  the list of manifold exports from exact
    manifold/paths/a.ts  ../../exact/index.js  list  manifold imports the list of exact: name the file itself
    exact/numbers/a.ts  ../index.js  list  exact imports the list of exact: name the file itself
    exact/tensors/a.ts  ../numbers/b.js  room  tensors is not on the list of folders
  `
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s{2,}/));

  it.each(refusals)("%s may not export from %s", (file, imported, rule, message) => {
    const path = `src/${file}`;
    expect(findingsIn(path, `export * from "${imported}";`)).toEqual([
      { file: path, line: 2, rule, message },
    ]);
  });

  it.each([
    ["src/index.ts", "./manifold/index.js"],
    ["src/exact/index.ts", "./numbers/rational.js"],
  ])("%s may export from %s", (file, imported) => {
    expect(findingsIn(file, `export * from "${imported}";`)).toEqual([]);
  });

  it("asks for a new room to be put on the list", () => {
    expect(findingsIn("src/utils/a.ts", "")).toMatchObject([{ file: "src/utils/a.ts", rule: "room" }]);
  });
});

describe("importDirections for packages", () => {
  it.each([
    ["fraction.js", "exact"],
    ["big-integer", "exact"],
    ["fast-check", "properties"],
    ["fflate", "formats"],
    ["@bufbuild/protobuf", "formats"],
    ["commander", "cli"],
    ["cli-progress", "cli"],
    ["cli-table3", "cli"],
    ["xmlbuilder2", "cli"],
    ["picocolors", "cli"],
    ["piscina", "cli"],
  ])("%s only in %s", (name, home) => {
    const rooms = ALL.filter((room) => findingsIn(fileIn(room), `import x from "${name}";`).length === 0);
    expect(rooms).toEqual([home]);
  });

  it("jsonc-parser only where texts of networks are read", () => {
    const rooms = ALL.filter(
      (room) => findingsIn(fileIn(room), 'import x from "jsonc-parser";').length === 0,
    );
    expect(rooms).toEqual(["network", "formats"]);
  });

  it("goes by the package, not the file in it", () => {
    expect(findingsIn("src/exact/a.ts", 'import "fraction.js/src/fraction.js";')).toEqual([]);
    expect(findingsIn("src/cli/a.ts", 'import "fraction.js/src/fraction.js";')).toMatchObject([
      { rule: "package" },
    ]);
  });

  it.each(["left-pad", "@scope/pad/file.js", "fs", "/etc/hosts"])("%s nowhere", (name) => {
    expect(
      ALL.flatMap((room) => findingsIn(fileIn(room), `import "${name}";`)).map(({ rule }) => rule),
    ).toEqual(ALL.map(() => "package"));
  });

  it("keeps the machine out of the theory", () => {
    const rooms = ALL.filter((room) => findingsIn(fileIn(room), 'import "node:fs";').length === 0);
    expect(rooms).toEqual(["machine", "certificate", "coq", "crosscheck", "shard", "cli"]);
    expect(findingsIn("src/manifold/a.ts", 'import "node:fs";')).toMatchObject([
      { rule: "machine", message: "manifold imports node:fs" },
    ]);
  });
});
