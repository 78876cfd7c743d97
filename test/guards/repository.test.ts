import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Allowances, FLOATS_ALLOWED, LOOPHOLES_ALLOWED, withAllowances } from "./allowances.js";
import { importDirections } from "./importDirections.js";
import { noFloats } from "./noFloats.js";
import { noLoopholes } from "./noLoopholes.js";
import { type Finding, type Tree, filesIn, pathOf, printed, repositoryTree } from "./tree.js";

const EXACT_ROOMS = [
  "src/exact",
  "src/combinatorics",
  "src/network",
  "src/manifold",
  "src/landscape",
  "src/formats",
  "src/trained",
  "test/oracles",
];

const tree = repositoryTree("src", "properties", "test");
/** A tree of its own, so that types needn't be resolved through everything that the tests import. */
const exact = repositoryTree(...EXACT_ROOMS);
exact.project.createSourceFile(
  `${exact.root}/src/planted/fraction.ts`,
  'import { rational } from "../exact/numbers/rational.js";\nexport const x = rational(1n).add(0);',
);

function filesOnDisk(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${room}/${path.replaceAll("\\", "/")}`)
    .sort();
}

function filesSeen(among: Tree, room: string): string[] {
  return filesIn(among, [room]).map((source) => pathOf(among, source));
}

describe("the guards see this repository", () => {
  it.each(["src", "src/claims", "properties", "test"])("sees every file of %s", (room) => {
    expect(filesSeen(tree, room).length).toBeGreaterThan(0);
    expect(filesSeen(tree, room).sort()).toEqual(filesOnDisk(room));
  });

  it.each(EXACT_ROOMS)("sees every file of %s, with types", (room) => {
    expect(filesSeen(exact, room).length).toBeGreaterThan(0);
    expect(filesSeen(exact, room).sort()).toEqual(filesOnDisk(room));
  });

  it("resolves every type", () => {
    const diagnostics = exact.project.getPreEmitDiagnostics();
    expect(exact.project.formatDiagnosticsWithColorAndContext(diagnostics)).toBe("");
  });

  it("knows the fractions of fraction.js", () => {
    expect(noFloats(exact, ["src/planted"])).toMatchObject([{ line: 2, rule: "fraction-from-number" }]);
  });
});

describe("the exact rooms", () => {
  holds("have no floats", () => noFloats(exact, EXACT_ROOMS), FLOATS_ALLOWED);
});

describe("the rooms", () => {
  it("import downwards, and packages where they belong", () => {
    expect(printed(importDirections(tree))).toEqual([]);
  });
});

describe("the program and its tests", () => {
  holds("silence no test, no type and no rule", () => noLoopholes(tree), LOOPHOLES_ALLOWED);
});

/** Expects that every finding is allowed, that every allowance is needed, and that each has a reason. */
function holds<Rule extends string>(
  title: string,
  guard: () => Finding<Rule>[],
  allowed: Allowances<Rule>,
): void {
  it(title, () => {
    const { left: refused, unneeded } = withAllowances(guard(), allowed);
    expect(printed(refused)).toEqual([]);
    expect(unneeded).toEqual([]);
    expect(Object.values(allowed).filter(({ reason }) => reason.trim() === "")).toEqual([]);
  });
}
