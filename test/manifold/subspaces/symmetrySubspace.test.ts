import { describe, expect, it } from "vitest";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { dimensionOf, holdsPoint } from "../../../src/manifold/subspaces/affineSubspace.js";
import { intersectionByEquations } from "../../../src/manifold/subspaces/intersection.js";
import { symmetrySubspace } from "../../../src/manifold/subspaces/symmetrySubspace.js";
import { faultOf } from "../bothForms.js";

/** All lists of distinct units among m, ascending, of two or more. */
function choices(m: number): number[][] {
  return Array.from({ length: 1 << m }, (_, bits) =>
    Array.from({ length: m }, (_unit, unit) => unit).filter((unit) => (bits >> unit) & 1),
  ).filter((units) => units.length > 0);
}

describe("a symmetry subspace", () => {
  it("is what Def. 2.2 says, by hand", () => {
    const { ambientDimension, base, directions, equations } = symmetrySubspace(2, 3, [2, 0]);
    expect(ambientDimension).toBe(6);
    expect(base).toEqual(RationalVector.zero(6));
    const movers = directions.map((direction) => direction.toStrings().join(""));
    expect(movers).toEqual(["100010", "010001", "001000", "000100"]);
    expect(equations.map((equation) => equation.toStrings())).toEqual([
      ["1", "0", "0", "0", "-1", "0", "0"],
      ["0", "1", "0", "0", "0", "-1", "0"],
    ]);
  });

  it.each([1, 2, 3, 4])("agrees in both forms, with dimension D(m − k + 1), for m = %d", (m) => {
    expect(choices(m).length).toBe(2 ** m - 1);
    for (const units of choices(m)) {
      for (const unitDimension of [1, 2, 3]) {
        const subspace = symmetrySubspace(unitDimension, m, units);
        expect(faultOf(subspace)).toBeUndefined();
        expect(dimensionOf(subspace)).toBe(unitDimension * (m - units.length + 1));
      }
    }
  });

  it("holds the points with equal units", () => {
    const subspace = symmetrySubspace(2, 3, [0, 2]);
    expect(holdsPoint(subspace, RationalVector.parse("1", "2", "5", "6", "1", "2"))).toBe(true);
    expect(holdsPoint(subspace, RationalVector.parse("1", "2", "1", "2", "1", "3"))).toBe(false);
    expect(holdsPoint(subspace, RationalVector.parse("0", "2", "1", "2", "1", "2"))).toBe(false);
  });

  it("of three units is where those of two pairs meet", () => {
    const pairs = intersectionByEquations(symmetrySubspace(2, 4, [0, 1]), symmetrySubspace(2, 4, [1, 3]));
    expect(pairs).toBe(dimensionOf(symmetrySubspace(2, 4, [0, 1, 3])));
  });

  it("is caught with an equation dropped", () => {
    const subspace = symmetrySubspace(1, 4, [0, 1, 3]);
    expect(faultOf({ ...subspace, equations: subspace.equations.slice(1) })).toBe(
      "2 directions for another dimension",
    );
  });

  it.each([[[]], [[0, 0]], [[3]], [[-1]], [[0, 1, 2, 3]], [[0.5]]])(
    "is refused for the units %j of 3",
    (units) => {
      expect(() => symmetrySubspace(1, 3, units)).toThrow(
        new RangeError(`[${units.join(", ")}] are not distinct neurons among 3`),
      );
    },
  );
});
