import { describe, expect, test } from "vitest";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { type BoundCase, checkBound, checkDimension, claim } from "../../src/claims/thm-3.1-dim.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { sparseVector } from "../../src/manifold/subspaces/parameterSpace.js";
import { verdictOf } from "./quickContext.js";

/** r = 2, m = 5, one zero block of two, d_in = 3, d_out = 2: (5 − 2 − 1)·2 + 1·3. */
const subspace = gammaSubspace(standardNetwork(2, 3, 2), LabelledPartition.of([1, 0, 2, 0, 1], 2));
const DIMENSION = 7;

describe("the dimension of a subspace", () => {
  test("is accepted when both forms have it", () => {
    expect(checkDimension(subspace, DIMENSION)).toBeUndefined();
  });

  test.each([
    ["with m − r − j off by one block", 5],
    ["with d_in and d_out swapped", 8],
    ["with the zero block left out", 6],
  ])("%s is caught", (_, claimed) => {
    expect(checkDimension(subspace, claimed)).toBe(`dimension 7 by the equations, claimed ${claimed}`);
  });

  test("an equation dropped is caught", () => {
    const equations = subspace.equations.slice(1);
    expect(checkDimension({ ...subspace, equations }, DIMENSION)).toBe(
      "dimension 8 by the equations, claimed 7",
    );
  });

  test("an equation repeated in place of another is caught", () => {
    const [first, , ...others] = subspace.equations;
    const equations = [first ?? subspace.base, first ?? subspace.base, ...others];
    expect(checkDimension({ ...subspace, equations }, DIMENSION)).toBe(
      "dimension 8 by the equations, claimed 7",
    );
  });

  test("a direction dropped is caught", () => {
    const directions = subspace.directions.slice(1);
    expect(checkDimension({ ...subspace, directions }, DIMENSION)).toBe(
      "dimension 6 by the directions, claimed 7",
    );
  });

  test("directions that depend on one another are caught", () => {
    const [first, second, ...others] = subspace.directions;
    if (first === undefined || second === undefined) throw new RangeError("no directions");
    const directions = [first, first.minus(second), second, ...others.slice(1)];
    expect(directions).toHaveLength(DIMENSION);
    expect(checkDimension({ ...subspace, directions }, DIMENSION)).toBe(
      "dimension 6 by the directions, claimed 7",
    );
  });

  test("a direction that leaves the subspace is caught", () => {
    const directions = [...subspace.directions.slice(1), sparseVector(25, new Map([[0, 1n]]))];
    expect(checkDimension({ ...subspace, directions }, DIMENSION)).toBe(
      "the parametrization leaves the equations",
    );
  });

  test("a base point off the subspace is caught", () => {
    const base = subspace.base.plus(sparseVector(25, new Map([[24, 1n]])));
    expect(checkDimension({ ...subspace, base }, DIMENSION)).toBe("the parametrization leaves the equations");
  });
});

describe("the bound min(d_in, d_out)(m − r)", () => {
  // Orbits at (2,4): 3+1, 2+2, 2+1 with 1, 1+1 with 2, 1+1 with 1+1.
  const attained: BoundCase = {
    m: 4,
    r: 2,
    inputDimension: 3,
    outputDimension: 2,
    dimensions: [4, 4, 5, 5, 6],
  };

  test.each([
    attained,
    { ...attained, inputDimension: 1, dimensions: [4, 4, 3, 3, 2] },
    { ...attained, m: 2, dimensions: [0] },
  ])("is accepted where it is attained: %o", (item) => {
    expect(checkBound(item)).toBeUndefined();
  });

  test.each([
    ["a dimension below it", [4, 4, 3, 5, 6], "least dimension 3, bound 4 at r = 2, m = 4"],
    ["one that is not attained", [5, 5, 5, 5, 6], "least dimension 5, bound 4 at r = 2, m = 4"],
    ["an orbit left out", [4, 4, 5, 5], "4 orbits of 5 at r = 2, m = 4"],
    ["no orbit at all", [], "0 orbits of 5 at r = 2, m = 4"],
    ["an orbit too many", [4, 4, 5, 5, 6, 6], "6 orbits of 5 at r = 2, m = 4"],
  ])("%s is caught", (_, dimensions, message) => {
    expect(checkBound({ ...attained, dimensions })).toBe(message);
  });
});

test.each([
  ["ranks", "306"],
  ["bound", "54"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
