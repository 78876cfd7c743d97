import { describe, expect, test } from "vitest";
import type { AffineSubspace } from "../../src/manifold/subspaces/affineSubspace.js";
import { partition as surjection } from "../manifold/fixtures.js";
import { type DisjointCase, checkDisjoint, claim, disjointCases } from "../../src/claims/prop-4.3.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { checkDimension } from "../../src/claims/thm-3.1-dim.js";
import { surjectionsOf } from "../../src/combinatorics/partitions/enumeration.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { criticalSubspace } from "../../src/manifold/subspaces/criticalSubspace.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { intersectionByEquations } from "../../src/manifold/subspaces/intersection.js";
import { refuses, visits } from "./checks.js";

describe("two critical subspaces", () => {
  const [p, q] = [surjection(1, 1, 2), surjection(1, 2, 2)];
  const same: DisjointCase = { p, q: surjection(1, 1, 2), intersection: 1 };
  const apart: DisjointCase = { p, q, intersection: undefined };

  test("are the same or disjoint", () => {
    const theta = standardNetwork(2, 1, 2);
    expect(intersectionByEquations(criticalSubspace(theta, p), criticalSubspace(theta, q))).toBeUndefined();
  });

  refuses(checkDisjoint, apart, [
    ["an intersection", { intersection: 0 }, "[1,1,2] and [1,2,2] intersect in dimension 0, not none"],
  ]);
  refuses(checkDisjoint, same, [
    ["none", { intersection: undefined }, "[1,1,2] and [1,1,2] intersect in dimension none, not 1"],
    ["a dimension more", { intersection: 2 }, "[1,1,2] and [1,1,2] intersect in dimension 2, not 1"],
  ]);

  test("the larger subspaces Γ of the same surjections do not pass as disjoint", () => {
    const theta = standardNetwork(1, 1, 2);
    const [left, right] = [surjection(1, 1), surjection(1, 0)];
    const intersection = intersectionByEquations(gammaSubspace(theta, left), gammaSubspace(theta, right));
    expect(checkDisjoint({ p: left, q: right, intersection })).toBe(
      "[1,1] and [1,0] intersect in dimension 0, not none",
    );
  });
});

describe("the intersections gone through", () => {
  const messages = (subspaceOf?: typeof criticalSubspace): string[] =>
    [...disjointCases(2, 3, subspaceOf)].flatMap((item) => checkDisjoint(item) ?? []);

  test("hold, one orbit against all", () => {
    expect([...disjointCases(2, 3)].map(({ p, q, intersection }) => [p.key, q.key, intersection])).toEqual(
      [...surjectionsOf(2, 3)].map(({ key }) => ["1,1,2", key, key === "1,1,2" ? 1 : undefined]),
    );
    expect(messages()).toEqual([]);
  });

  test("of subspaces that are too large are computed, with themselves too", () => {
    expect(messages(gammaSubspace)).toContain("[1,1,2] and [1,1,2] intersect in dimension 2, not 1");
  });

  test("of empty subspaces are computed, with themselves too", () => {
    const empty: typeof criticalSubspace = (theta, p) => {
      const subspace = criticalSubspace(theta, p);
      const zeroIsOne = RationalVector.of([...new Array<bigint>(subspace.ambientDimension).fill(0n), 1n]);
      return { ...subspace, equations: [...subspace.equations, zeroIsOne] };
    };
    expect(messages(empty)).toEqual(["[1,1,2] and [1,1,2] intersect in dimension none, not 1"]);
  });
});

describe("the dimension m − r", () => {
  const subspace = criticalSubspace(standardNetwork(2, 2, 3), surjection(1, 1, 2, 2, 2));

  refuses((item: AffineSubspace) => checkDimension(item, 3), subspace, [
    [
      "Γ, whose dimension depends on d_out",
      gammaSubspace(standardNetwork(2, 2, 3), surjection(1, 1, 2, 2, 2)),
      "dimension 9 by the equations, claimed 3",
    ],
    [
      "an equation dropped",
      { equations: subspace.equations.slice(1) },
      "dimension 4 by the equations, claimed 3",
    ],
  ]);
});

visits(claim, {
  // 9·(1 + (1 + 2) + (1 + 6 + 6)).
  dimension: 153,
  // 9 for each of six (r,m): one orbit each.
  "dimension of orbits": 54,
  // One orbit each: 1·1 + (1·1 + 1·2) + (1·1 + 1·6 + 1·6).
  disjoint: 17,
});
