import { describe, expect, test } from "vitest";
import { checkConstantMeasure, claim } from "../../src/claims/def-3.2.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../../src/manifold/subspaces/affineSubspace.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { sparseVector } from "../../src/manifold/subspaces/parameterSpace.js";
import { twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { refuses, visits } from "./checks.js";
import { scalarNetwork } from "./written.js";

/** w = 1, 2 and a = 3, 5. */
const theta = scalarNetwork(["1", "3"], ["2", "5"]);

/** Coordinates w_1 … w_4, a_1 … a_4; the last two units form a zero block. */
const subspace = gammaSubspace(theta, LabelledPartition.of([1, 2, 0, 0], 2));

const check = (changed: AffineSubspace): string | undefined => checkConstantMeasure(theta, 4, changed);
const direction = (...entries: readonly (readonly [number, bigint])[]): RationalVector =>
  sparseVector(8, new Map(entries));
const moving = (...entries: readonly (readonly [number, bigint])[]) => ({
  directions: [...subspace.directions, direction(...entries)],
});
const at = (...coordinates: readonly bigint[]) => ({ base: RationalVector.of(coordinates) });

describe("the measure on a subspace", () => {
  test.each([[[1, 2, 0, 0]], [[1, 2, 2, 1]], [[0, 1, 2, 2]], [[2, 0, 1, -1]]])(
    "of labelled partition %j is constant",
    (codes) => {
      expect(check(gammaSubspace(theta, LabelledPartition.of(codes, 2)))).toBeUndefined();
    },
  );

  test("is constant where the zero block can't move, too", () => {
    expect(check({ ...subspace, directions: [direction([6, 1n], [7, -1n])] })).toBeUndefined();
  });

  refuses(check, subspace, [
    ["an outgoing weight that moves alone", moving([4, 1n]), "the mass at 1 depends on the parameters"],
    ["one that moves in a zero block", moving([7, 2n]), "the mass at 0 depends on the parameters"],
    ["weight moved between labels", moving([4, 1n], [5, -1n]), "the mass at 1 depends on the parameters"],
    ["a pinned incoming weight that moves", moving([1, 1n]), "the mass at 2 is not that of θ^r"],
    ["a zero block torn apart", moving([3, 1n]), "the mass at 0 depends on the parameters"],
    ["a mass off by one", at(1n, 2n, 0n, 0n, 4n, 5n, 0n, 0n), "the mass at 1 is not that of θ^r"],
    ["swapped labels", at(2n, 1n, 0n, 0n, 3n, 5n, 0n, 0n), "the mass at 2 is not that of θ^r"],
    ["a zero block with a sum", at(1n, 2n, 0n, 0n, 3n, 5n, 1n, 0n), "the mass at 0 is not that of θ^r"],
    [
      "a fixed unit at a point of its own, with mass",
      { ...at(1n, 2n, 7n, 7n, 3n, 5n, 1n, 1n), directions: [] },
      "the mass at 7 is not that of θ^r",
    ],
  ]);

  test("a subspace of a part of θ^r is caught", () => {
    const part = twoLayerNetwork(1, 1, theta.units.slice(0, 1));
    expect(checkConstantMeasure(theta, 2, gammaSubspace(part, LabelledPartition.of([1, 0], 1)))).toBe(
      "a unit of θ^r is missing",
    );
  });

  test("in more dimensions, one changed coordinate of one direction is caught", () => {
    const wide = standardNetwork(2, 2, 2);
    const given = gammaSubspace(wide, LabelledPartition.of([1, 1, 2], 2));
    expect(checkConstantMeasure(wide, 3, given)).toBeUndefined();
    const [first, ...others] = given.directions;
    const changed = first?.plus(sparseVector(12, new Map([[7, 1n]])));
    expect(
      checkConstantMeasure(wide, 3, { ...given, directions: [changed ?? given.base, ...others] }),
    ).toMatch(/^the mass at .* depends on the parameters$/);
  });
});

// All labelled partitions up to m = 3: 1 + (3 + 2) + (10 + 12 + 6).
visits(claim, { "identity in the parameters": 34 });
