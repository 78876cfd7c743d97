import { describe, expect, test } from "vitest";
import { type DrawnVertex, checkDrawn, checkPanel, claim, drawnVertices } from "../../src/claims/fig-4.js";
import { verdictOf } from "./quickContext.js";

describe("a vertex", () => {
  const blue: DrawnVertex = { r: 3, vanishing: true, toVanishing: 0, toDoubled: 3, reached: true };
  const green: DrawnVertex = { r: 3, vanishing: false, toVanishing: 2, toDoubled: 0, reached: true };

  test.each([blue, green, { ...blue, r: 2, toDoubled: 2 }])("as drawn is accepted: %o", (vertex) => {
    expect(checkDrawn(vertex)).toBeUndefined();
  });

  test.each([
    [
      "an edge too few from a blue one",
      { ...blue, toDoubled: 2 },
      "a vanishing one joined to 0 and 2, reached: true",
    ],
    [
      "an edge between blue ones",
      { ...blue, toVanishing: 1 },
      "a vanishing one joined to 1 and 3, reached: true",
    ],
    [
      "an edge too many from a green one",
      { ...green, toVanishing: 3 },
      "a doubled one joined to 3 and 0, reached: true",
    ],
    [
      "an edge between green ones",
      { ...green, toDoubled: 1 },
      "a doubled one joined to 2 and 1, reached: true",
    ],
    ["swapped colours", { ...blue, vanishing: false }, "a doubled one joined to 0 and 3, reached: true"],
    ["a blue one apart", { ...blue, reached: false }, "a vanishing one joined to 0 and 3, reached: false"],
    ["a green one apart", { ...green, reached: false }, "a doubled one joined to 2 and 0, reached: false"],
  ])("%s is caught", (_, vertex, message) => {
    expect(checkDrawn(vertex)).toBe(`r = 3: ${message}`);
  });
});

describe("a panel", () => {
  test.each([
    [1, 2, 1],
    [2, 6, 6],
    [3, 24, 36],
  ])("r = %i has %i vanishing and %i doubled", (r, vanishing, doubled) => {
    expect(checkPanel({ r, vanishing, doubled })).toBeUndefined();
    expect([...drawnVertices(r)]).toHaveLength(vanishing + doubled);
  });

  test.each([
    ["one blue too many", { r: 3, vanishing: 25, doubled: 36 }],
    ["one green too few", { r: 3, vanishing: 24, doubled: 35 }],
    ["swapped colours", { r: 3, vanishing: 36, doubled: 24 }],
  ])("with %s is caught", (_, panel) => {
    expect(checkPanel(panel)).toBe(
      `r = 3: 24 vanishing and 36 doubled, drawn ${panel.vanishing} and ${panel.doubled}`,
    );
  });
});

test.each([
  ["colours", "3"],
  ["graphs", "75"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
