import { describe, expect, test } from "vitest";
import {
  checkDiameter,
  checkDistance,
  claim,
  diameterTable,
  distanceCases,
  edgesBetweenPoints,
} from "../../src/claims/ext-geodesic.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import type { Diameter } from "../../src/manifold/graph/diameters.js";
import { verdictOf } from "./quickContext.js";

const partition = (...codes: readonly number[]): LabelledPartition =>
  LabelledPartition.of(codes, Math.max(...codes));

describe("a distance", () => {
  const item = { p: partition(1, 0), q: partition(0, 1), inGraph: 2, found: 2 };

  test("that is the same both ways is accepted", () => {
    expect(checkDistance(item)).toBeUndefined();
  });

  test.each([
    ["one too few", { ...item, found: 1 }, "from [1,0] to [0,1]: 2 edges in the graph, 1 found"],
    ["one too many", { ...item, found: 3 }, "from [1,0] to [0,1]: 2 edges in the graph, 3 found"],
    ["none", { ...item, found: undefined }, "from [1,0] to [0,1]: 2 edges in the graph, none found"],
    ["no way in the graph", { ...item, inGraph: -1 }, "from [1,0] to [0,1]: -1 edges in the graph, 2 found"],
  ])("%s is caught", (_, wrong, message) => {
    expect(checkDistance(wrong)).toBe(message);
  });

  test("of a star graph without its blank rule is caught somewhere", () => {
    const wrong = (p: LabelledPartition, q: LabelledPartition): number | undefined => {
      const edges = edgesBetweenPoints(p, q);
      return edges === undefined ? undefined : edges + (p.codes[0] === q.codes[0] ? 0 : 2);
    };
    const messages = [...distanceCases(2, 3, wrong)].flatMap((distance) => checkDistance(distance) ?? []);
    expect(messages).toContain("from [1,1,2] to [2,1,0]: 3 edges in the graph, 5 found");
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

  test("as found both ways is accepted", () => {
    expect(checkDiameter(right)).toBeUndefined();
    expect(
      checkDiameter({ r: 1, m: 3, diameter: 1, between: [partition(1, 1, 1), partition(1, 1, 0)] }),
    ).toBe(undefined);
  });

  test.each([
    ["too large", { ...right, diameter: 3 }, "(1,2): diameter 3, the search finds 2"],
    [
      "below the closed form",
      { ...right, diameter: 1, between: [partition(1, 0), partition(1, 1)] },
      "(1,2): diameter 1, by the closed form 2",
    ],
    [
      "without a way",
      { r: 2, m: 2, diameter: 1, between: [partition(1, 2), partition(2, 1)] },
      "(2,2): diameter 1, the search finds no way",
    ],
  ] as [string, Diameter, string][])("%s is caught", (_, wrong, message) => {
    expect(checkDiameter(wrong)).toBe(message);
  });
});

test.each([
  ["closed form", "30"],
  ["search", "70"],
  ["diameters", "3"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});

test("the table of diameters is told", () => {
  expect(verdictOf(claim, "diameters")).toMatchObject({
    what: "exact diameters of the intersection graph, for m = r + 1 by the closed form 2·⌊3r/2⌋ too",
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
