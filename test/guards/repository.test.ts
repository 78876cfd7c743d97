import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { citations } from "./citations.js";
import { importDirections } from "./importDirections.js";
import { noFloats } from "./noFloats.js";
import { ALLOWED, withAllowances } from "./noFloatsAllowed.js";
import { filesIn, pathOf, printed, repositoryTree } from "./tree.js";

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
  const { left, unneeded } = withAllowances(noFloats(tree, EXACT_ROOMS), ALLOWED);

  it("have no floats", () => {
    expect(printed(left)).toEqual([]);
  });

  it("allow nothing that isn't needed, and nothing without a reason", () => {
    expect(unneeded).toEqual([]);
    expect(Object.values(ALLOWED).filter(({ reason }) => reason.trim() === "")).toEqual([]);
  });
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
