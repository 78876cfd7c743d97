import { describe, expect, test } from "vitest";
import { scalarNetwork } from "./written.js";
import { partition } from "../manifold/fixtures.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { genericPoint } from "../../src/claims/instances/genericPoint.js";
import { checkInclusion, checkWitness, claim } from "../../src/claims/thm-3.1-distinct.js";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import { gammaHolds, gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import type { TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { refuses, visits } from "./checks.js";

const networkOf = (r: number): TwoLayerNetwork => standardNetwork(r, 1, 1);

describe("a witness", () => {
  const p = partition(1, 0, 1, 2, 0, -1);
  const point = genericPoint(networkOf(2), p);

  test("has the weights that its comment says", () => {
    const weights = point.units.map(({ incoming, outgoing }) => [
      incoming.numerators[0],
      outgoing.numerators[0],
    ]);
    expect(weights).toEqual([
      [1n, 3n],
      [-1n, 3n],
      [1n, -2n],
      [2n, 2n],
      [-1n, -3n],
      [-2n, 0n],
    ]);
  });

  test("is accepted: it lies in its own subspace alone", () => {
    expect(checkWitness({ theta: networkOf(2), partition: p, point })).toBeUndefined();
  });

  test("lies in no other subspace, every one tried", () => {
    for (const q of labelledPartitions(2, 4)) {
      const own = genericPoint(networkOf(2), q);
      const holding = [...labelledPartitions(2, 4)].filter((other) => gammaHolds(networkOf(2), other, own));
      expect(holding.map(({ key }) => key)).toEqual([q.key]);
    }
  });

  test.each([
    ["of another partition", partition(1, 0), genericPoint(networkOf(1), partition(0, 1)), "[0,1]"],
    ["in two subspaces", partition(1, 1), scalarNetwork(["1", "1"], ["1", "0"]), "[1,0] [1,1]"],
    [
      "in two subspaces, its own first",
      partition(1, 0),
      scalarNetwork(["1", "1"], ["1", "0"]),
      "[1,0] [1,1]",
    ],
    ["off the manifold", partition(1, 1), scalarNetwork(["1", "1"], ["1", "1"]), ""],
  ])("%s is caught", (_, own, witness, holding) => {
    expect(checkWitness({ theta: networkOf(1), partition: own, point: witness })).toBe(
      `the witness of [${own.key}] lies in ${holding}`,
    );
  });
});

describe("inclusion", () => {
  const theta = standardNetwork(1, 2, 2);
  const [p, q] = [partition(1, 1, 0), partition(1, 0, 0)];
  const [inner, outer] = [gammaSubspace(theta, p), gammaSubspace(theta, q)];

  refuses(checkInclusion, { p, q, inner, outer }, [
    ["no equations", { outer: { ...outer, equations: [] } }, "[1,0,0] includes [1,1,0]"],
    ["the subspace of the other partition", { outer: inner }, "[1,0,0] includes [1,1,0]"],
  ]);
  const off = { ...inner, base: inner.base.plus(inner.base) };
  refuses(checkInclusion, { p, q: p, inner, outer: inner }, [
    ["another subspace", { outer }, "[1,1,0] does not include itself"],
    ["a base off the subspace", { inner: off }, "[1,1,0] does not include itself"],
  ]);
});

visits(claim, {
  witnesses: 34,
  // Orbits times subspaces: 1·1 + (2·3 + 1·2) + (4·10 + 2·12 + 1·6).
  pairs: 79,
});
