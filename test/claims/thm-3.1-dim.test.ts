import { describe, expect, test } from "vitest";
import type { AffineSubspace } from "../../src/manifold/subspaces/affineSubspace.js";
import { entry } from "../../src/exact/entry.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { type BoundCase, checkBound, checkDimension, claim } from "../../src/claims/thm-3.1-dim.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { sparseVector } from "../../src/manifold/subspaces/parameterSpace.js";
import { refuses, visits } from "./checks.js";

/** r = 2, m = 5, one zero block of two, d_in = 3, d_out = 2: (5 − 2 − 1)·2 + 1·3. */
const subspace = gammaSubspace(standardNetwork(2, 3, 2), LabelledPartition.of([1, 0, 2, 0, 1], 2));
const DIMENSION = 7;

describe("the dimension of a subspace", () => {
  test.each([
    ["with m − r − j off by one block", 5],
    ["with d_in and d_out swapped", 8],
    ["with the zero block left out", 6],
  ])("%s is caught", (_, claimed) => {
    expect(checkDimension(subspace, claimed)).toBe(`dimension 7 by the equations, claimed ${claimed}`);
  });

  const { base, equations, directions } = subspace;
  const [first, second] = [entry(directions, 0), entry(directions, 1)];
  const byEquations = "dimension 8 by the equations, claimed 7";
  const byDirections = "dimension 6 by the directions, claimed 7";
  const leaves = "the parametrization leaves the equations";
  const unit = (coordinate: number) => sparseVector(25, new Map([[coordinate, 1n]]));
  refuses((item: AffineSubspace) => checkDimension(item, DIMENSION), subspace, [
    ["an equation dropped", { equations: equations.slice(1) }, byEquations],
    [
      "an equation for another",
      { equations: [entry(equations, 0), ...equations.toSpliced(1, 1)] },
      byEquations,
    ],
    ["a direction dropped", { directions: directions.slice(1) }, byDirections],
    [
      "directions that depend on one another",
      { directions: [first, first.minus(second), second, ...directions.slice(3)] },
      byDirections,
    ],
    ["a direction off the subspace", { directions: [...directions.slice(1), unit(0)] }, leaves],
    ["a base point off the subspace", { base: base.plus(unit(24)) }, leaves],
  ]);
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
    { ...attained, inputDimension: 1, dimensions: [4, 4, 3, 3, 2] },
    { ...attained, m: 2, dimensions: [0] },
  ])("is accepted where it is attained: %o", (item) => {
    expect(checkBound(item)).toBeUndefined();
  });

  refuses(checkBound, attained, [
    ["a dimension below it", { dimensions: [4, 4, 3, 5, 6] }, "least dimension 3, bound 4 at r = 2, m = 4"],
    ["none that attains it", { dimensions: [5, 5, 5, 5, 6] }, "least dimension 5, bound 4 at r = 2, m = 4"],
    ["an orbit left out", { dimensions: [4, 4, 5, 5] }, "4 orbits of 5 at r = 2, m = 4"],
    ["no orbit at all", { dimensions: [] }, "0 orbits of 5 at r = 2, m = 4"],
    ["an orbit too many", { dimensions: [4, 4, 5, 5, 6, 6] }, "6 orbits of 5 at r = 2, m = 4"],
  ]);
});

visits(claim, { ranks: 306, "ranks of orbits": 99, bound: 54 });
