import { describe, expect, test } from "vitest";
import { type DrawnVertex, checkDrawn, checkPanel, claim, drawnVertices } from "../../src/claims/fig-4.js";
import { refuses, visits } from "./checks.js";

describe("a vertex", () => {
  const blue: DrawnVertex = { r: 3, vanishing: true, toVanishing: 0, toDoubled: 3, reached: true };
  const green: DrawnVertex = { r: 3, vanishing: false, toVanishing: 2, toDoubled: 0, reached: true };

  test("of a smaller panel is accepted", () => {
    expect(checkDrawn({ ...blue, r: 2, toDoubled: 2 })).toBeUndefined();
  });

  refuses(checkDrawn, blue, [
    ["an edge too few", { toDoubled: 2 }, "r = 3: a vanishing one adjacent to 0 and 2, reached: true"],
    [
      "an edge to a blue one",
      { toVanishing: 1 },
      "r = 3: a vanishing one adjacent to 1 and 3, reached: true",
    ],
    ["the other colour", { vanishing: false }, "r = 3: a doubled one adjacent to 0 and 3, reached: true"],
    ["no way to it", { reached: false }, "r = 3: a vanishing one adjacent to 0 and 3, reached: false"],
  ]);
  refuses(checkDrawn, green, [
    ["an edge too many", { toVanishing: 3 }, "r = 3: a doubled one adjacent to 3 and 0, reached: true"],
    ["an edge to a green one", { toDoubled: 1 }, "r = 3: a doubled one adjacent to 2 and 1, reached: true"],
    ["no way to it", { reached: false }, "r = 3: a doubled one adjacent to 2 and 0, reached: false"],
  ]);
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

visits(claim, { colours: 3, graphs: 75 });
