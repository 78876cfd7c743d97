import { describe, expect, test } from "vitest";
import { refuses, visits } from "./checks.js";
import { type SymmetryCase, checkSymmetrySubspace, claim } from "../../src/claims/def-2.2.js";
import { sparseVector } from "../../src/manifold/subspaces/parameterSpace.js";
import { symmetrySubspace } from "../../src/manifold/subspaces/symmetrySubspace.js";

const pairs = [
  [0, 2],
  [0, 3],
  [2, 3],
].map((pair) => symmetrySubspace(2, 4, pair));

/** H_{1,3,4} among 4 units of 2 coordinates: dimension 2(4 − 3 + 1). */
const right: SymmetryCase = { subspace: symmetrySubspace(2, 4, [0, 2, 3]), pairs, dimension: 4 };
const { subspace } = right;

describe("a symmetry subspace", () => {
  test("is accepted with as few pairs as determine it", () => {
    expect(checkSymmetrySubspace({ ...right, pairs: pairs.slice(1) })).toBeUndefined();
  });

  const [first = subspace.base, , ...others] = subspace.directions;
  refuses(checkSymmetrySubspace, right, [
    [
      "a direction that moves one unit of several",
      {
        subspace: {
          ...subspace,
          directions: [sparseVector(8, new Map([[0, 1n]])), ...subspace.directions.slice(1)],
        },
      },
      "the parametrization leaves the equations",
    ],
    [
      "a base off the subspace",
      { subspace: { ...subspace, base: sparseVector(8, new Map([[5, 1n]])) } },
      "the parametrization leaves the equations",
    ],
    ["a dimension one too large", { dimension: 5 }, "dimension 4 by the directions, claimed 5"],
    ["a dimension one too small", { dimension: 3 }, "dimension 4 by the directions, claimed 3"],
    [
      "a direction dropped",
      { subspace: { ...subspace, directions: subspace.directions.slice(1) } },
      "dimension 3 by the directions, claimed 4",
    ],
    [
      "a direction repeated in place of another",
      { subspace: { ...subspace, directions: [first, first, ...others] } },
      "dimension 3 by the directions, claimed 4",
    ],
    [
      "an equation dropped",
      { subspace: { ...subspace, equations: subspace.equations.slice(1) } },
      "the rank of the equations is wrong",
    ],
    [
      "a pair with a unit outside",
      { pairs: [...pairs, symmetrySubspace(2, 4, [0, 1])] },
      "not included in some H_ij",
    ],
    ["a pair too few", { pairs: pairs.slice(0, 1) }, "the H_ij intersect in another space"],
    ["no pairs", { pairs: [] }, "the H_ij intersect in another space"],
  ]);
});

// All subsets of at least two of at most six units: 6·(1 + 4 + 11 + 26 + 57).
visits(claim, { ranks: 594 });
