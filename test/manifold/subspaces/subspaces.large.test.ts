import { describe, it } from "vitest";
import { expectIntersections, expectOneSet } from "./agreement.js";

describe.each([0, 1, 2, 3, 4])("subspaces of four neurons, r = %d", (r) => {
  it("agree in equations, parameters and dimension", () => {
    expectOneSet(r, 4);
  });

  it("intersect as the join says, all pairs", () => {
    expectIntersections(r, 4, 2, 1);
  });
});
