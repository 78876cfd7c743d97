import { expect, test } from "vitest";
import { diameters } from "../../../src/manifold/graph/diameters.js";

/** Claim ext-geodesic stops at m = 6. */
test("the diameters of the graphs of width 7", () => {
  const widest = [...diameters(7)].filter(({ m }) => m === 7);
  expect(widest.map(({ r, diameter }) => [r, diameter])).toEqual([
    [1, 2],
    [2, 4],
    [3, 5],
    [4, 6],
    [5, 10],
    [6, 18],
  ]);
});
