import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Allowances, FLOATS_ALLOWED, LOOPHOLES_ALLOWED, withAllowances } from "./allowances.js";
import { citations } from "./citations.js";
import { importDirections } from "./importDirections.js";
import { noFloats } from "./noFloats.js";
import { noLoopholes } from "./noLoopholes.js";
import { type Finding, filesIn, pathOf, printed, repositoryTree } from "./tree.js";

const EXACT_ROOMS = ["src/exact", "src/combinatorics", "src/network", "src/manifold"];

const tree = repositoryTree();

function filesOnDisk(room: string): string[] {
  return readdirSync(room, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `${room}/${path.replaceAll("\\", "/")}`)
    .sort();
}

describe("the guards see this repository", () => {
  it.each([...EXACT_ROOMS, "src/claims", "src", "properties", "test"])("sees every file of %s", (room) => {
    const seen = filesIn(tree, [room]).map((source) => pathOf(tree, source));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.sort()).toEqual(filesOnDisk(room));
  });
});

describe("the exact rooms", () => {
  holds("have no floats", () => noFloats(tree, EXACT_ROOMS), FLOATS_ALLOWED);
});

describe("the rooms", () => {
  it("import downwards, and packages where they belong", () => {
    expect(printed(importDirections(tree))).toEqual([]);
  });
});

describe("the claims", () => {
  it("cite properties and tests that exist, and leave no property uncited", () => {
    expect(printed(citations(tree))).toEqual([]);
  });
});

describe("the program and its tests", () => {
  holds("silence no test, no type and no rule", () => noLoopholes(tree), LOOPHOLES_ALLOWED);
});

/** Nothing found but what is allowed, and nothing allowed but what is needed, each with a reason. */
function holds<Rule extends string>(
  title: string,
  guard: () => Finding<Rule>[],
  allowed: Allowances<Rule>,
): void {
  it(title, () => {
    const { left, unneeded } = withAllowances(guard(), allowed);
    expect(printed(left)).toEqual([]);
    expect(unneeded).toEqual([]);
    expect(Object.values(allowed).filter(({ reason }) => reason.trim() === "")).toEqual([]);
  });
}
