import { describe, expect, test } from "vitest";
import { partition } from "../manifold/fixtures.js";
import {
  checkDiameter,
  checkDistance,
  claim,
  diameterTable,
  distanceCases,
  edgesBetweenPoints,
} from "../../src/claims/ext-geodesic.js";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import type { Diameter } from "../../src/manifold/graph/diameters.js";
import { verdictOf } from "./quickContext.js";
import { refuses, visits } from "./checks.js";

describe("a distance", () => {
  const item = { p: partition(1, 0), q: partition(0, 1), inGraph: 2, searched: 2 };

  refuses(checkDistance, item, [
    ["one too few", { searched: 1 }, "from [1,0] to [0,1]: 2 edges in the graph, 1 by the search"],
    ["one too many", { searched: 3 }, "from [1,0] to [0,1]: 2 edges in the graph, 3 by the search"],
    ["none", { searched: undefined }, "from [1,0] to [0,1]: 2 edges in the graph, none by the search"],
    ["no way in the graph", { inGraph: -1 }, "from [1,0] to [0,1]: -1 edges in the graph, 2 by the search"],
  ]);

  test("of a star graph without its blank rule is caught somewhere", () => {
    const wrong = (p: LabelledPartition, q: LabelledPartition): number | undefined => {
      const edges = edgesBetweenPoints(p, q);
      return edges === undefined ? undefined : edges + (p.codes[0] === q.codes[0] ? 0 : 2);
    };
    const messages = [...distanceCases(2, 3, wrong)].flatMap((distance) => checkDistance(distance) ?? []);
    expect(messages).toContain("from [1,1,2] to [2,1,0]: 3 edges in the graph, 5 by the search");
  });
});

test("edges between generic points, by hand", () => {
  expect(edgesBetweenPoints(partition(1, 0), partition(1, 0))).toBe(0);
  expect(edgesBetweenPoints(partition(1, 0), partition(1, 1))).toBe(1);
  expect(edgesBetweenPoints(partition(1, 0), partition(0, 1))).toBe(2);
  expect(edgesBetweenPoints(partition(1, 2, 0), partition(2, 1, 0))).toBe(6);
  expect(edgesBetweenPoints(partition(1, 2), partition(2, 1))).toBeUndefined();
});

describe("a diameter", () => {
  const right: Diameter = { r: 1, m: 2, diameter: 2, between: [partition(1, 0), partition(0, 1)] };

  test("with two extra units is not held against the closed form", () => {
    const wider: Diameter = { r: 1, m: 3, diameter: 1, between: [partition(1, 1, 1), partition(1, 1, 0)] };
    expect(checkDiameter(wider)).toBeUndefined();
  });

  refuses(checkDiameter, right, [
    ["too large", { diameter: 3 }, "(1,2): diameter 3, the search finds 2"],
    [
      "below the closed form",
      { diameter: 1, between: [partition(1, 0), partition(1, 1)] },
      "(1,2): diameter 1, by the closed form 2",
    ],
    [
      "without a way",
      { r: 2, m: 2, diameter: 1, between: [partition(1, 2), partition(2, 1)] },
      "(2,2): diameter 1, the search finds no path",
    ],
  ]);
});

visits(claim, { "closed form": 30, search: 70, diameters: 3 });

test("the table of diameters is told", () => {
  expect(verdictOf(claim, "diameters")).toMatchObject({
    what: "exact diameters of the intersection graph; for m = r + 1 also by the closed form 2·⌊3r/2⌋",
    table: {
      title: "Diameters of the intersection graph; two points are at most one segment more apart",
      head: ["r", "m = 2", "m = 3"],
      rows: [
        ["1", "2", "2"],
        ["2", "", "6"],
      ],
    },
  });
});

test("a table without diameters has no rows", () => {
  expect(diameterTable([])).toMatchObject({ head: ["r"], rows: [] });
});
