import { describe, expect, test } from "vitest";
import { checkConstantMeasure, claim } from "../../src/claims/def-3.2.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../../src/manifold/subspaces/affineSubspace.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { sparseVector } from "../../src/manifold/subspaces/parameterSpace.js";
import { unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { verdictOf } from "./quickContext.js";

/** w = 1, 2 and a = 3, 5. */
const theta = twoLayerNetwork(1, 1, [unitOf(["1"], ["3"]), unitOf(["2"], ["5"])]);

/** Coordinates w_1 … w_4, a_1 … a_4; the last two units form a zero block. */
const subspace = gammaSubspace(theta, LabelledPartition.of([1, 2, 0, 0], 2));

const check = (given: AffineSubspace): string | undefined => checkConstantMeasure(theta, 4, given);
const direction = (...entries: readonly (readonly [number, bigint])[]): RationalVector =>
  sparseVector(8, new Map(entries));
const withDirection = (added: RationalVector): AffineSubspace => ({
  ...subspace,
  directions: [...subspace.directions, added],
});
const withBase = (...coordinates: readonly bigint[]): AffineSubspace => ({
  ...subspace,
  base: RationalVector.of(coordinates),
});

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

  test.each([
    ["an outgoing weight that moves alone", direction([4, 1n]), "the mass at 1 depends on the parameters"],
    ["one that moves in a zero block", direction([7, 2n]), "the mass at 0 depends on the parameters"],
    [
      "weight that moves between labels",
      direction([4, 1n], [5, -1n]),
      "the mass at 1 depends on the parameters",
    ],
    ["a pinned incoming weight that moves", direction([1, 1n]), "the mass at 2 is not that of θ^r"],
    ["a zero block torn apart", direction([3, 1n]), "the mass at 0 depends on the parameters"],
  ])("%s is caught", (_, added, message) => {
    expect(check(withDirection(added))).toBe(message);
  });

  test.each([
    ["a mass off by one", withBase(1n, 2n, 0n, 0n, 4n, 5n, 0n, 0n), "the mass at 1 is not that of θ^r"],
    ["swapped labels", withBase(2n, 1n, 0n, 0n, 3n, 5n, 0n, 0n), "the mass at 2 is not that of θ^r"],
    ["a zero block with a sum", withBase(1n, 2n, 0n, 0n, 3n, 5n, 1n, 0n), "the mass at 0 is not that of θ^r"],
  ])("%s is caught", (_, given, message) => {
    expect(check(given)).toBe(message);
  });

  test("a resting unit at a place of its own, with mass, is caught", () => {
    const resting = { ...withBase(1n, 2n, 7n, 7n, 3n, 5n, 1n, 1n), directions: [] };
    expect(check(resting)).toBe("the mass at 7 is not that of θ^r");
  });

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

test("all labelled partitions up to m = 3: 1 + (3 + 2) + (10 + 12 + 6)", () => {
  expect(verdictOf(claim, "identity in the parameters")).toMatchObject({
    held: true,
    visited: "34",
    range: "all labelled partitions, 1 ≤ r ≤ m ≤ 3, d_in = d_out = 2",
  });
});
