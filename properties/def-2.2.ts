import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { holdsPoint } from "../src/manifold/subspaces/affineSubspace.js";
import { symmetrySubspace } from "../src/manifold/subspaces/symmetrySubspace.js";
import { listOf } from "./arbitraries/listOf.js";
import { type Property, property } from "./property.js";

/** Up to 6 units of up to 3 coordinates in {0, 1}, so that many are equal, and a set of units. */
const unitsAndSubset = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 6 }))
  .chain(([unitDimension, width]) =>
    fc.record({
      units: listOf(listOf(fc.bigInt({ min: 0n, max: 1n }), unitDimension), width),
      subset: fc.subarray(
        Array.from({ length: width }, (_, unit) => unit),
        { minLength: 2 },
      ),
    }),
  );

export const properties: readonly Property[] = [
  property(
    "def-2.2/equal-units",
    "a point lies in H_{i_1,…,i_k} if and only if its units i_1, …, i_k are equal",
    unitsAndSubset,
    ({ units, subset }) => {
      const subspace = symmetrySubspace(entry(units, 0).length, units.length, subset);
      const chosen = new Set(subset.map((unit) => entry(units, unit).join(",")));
      return holdsPoint(subspace, RationalVector.of(units.flat())) === (chosen.size === 1);
    },
  ),
];
