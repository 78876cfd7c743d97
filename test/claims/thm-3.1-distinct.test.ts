import { describe, expect, test } from "vitest";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { genericPoint } from "../../src/claims/instances/genericPoint.js";
import { checkInclusion, checkWitness, claim } from "../../src/claims/thm-3.1-distinct.js";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { gammaHolds, gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { verdictOf } from "./quickContext.js";

const partition = (...codes: readonly number[]): LabelledPartition =>
  LabelledPartition.of(codes, Math.max(...codes));

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

  test("of another partition is caught", () => {
    expect(
      checkWitness({
        theta: networkOf(1),
        partition: partition(1, 0),
        point: genericPoint(networkOf(1), partition(0, 1)),
      }),
    ).toBe("the witness of [1,0] is held by [0,1]");
  });

  test("in two subspaces is caught", () => {
    const crowded = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["1"], ["0"])]);
    for (const own of [partition(1, 1), partition(1, 0)]) {
      expect(checkWitness({ theta: networkOf(1), partition: own, point: crowded })).toBe(
        `the witness of [${own.key}] is held by [1,0] [1,1]`,
      );
    }
  });

  test("off the manifold is caught", () => {
    const off = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["1"], ["1"])]);
    expect(checkWitness({ theta: networkOf(1), partition: partition(1, 1), point: off })).toBe(
      "the witness of [1,1] is held by ",
    );
  });
});

describe("inclusion", () => {
  const theta = standardNetwork(1, 2, 2);
  const [p, q] = [partition(1, 1, 0), partition(1, 0, 0)];
  const [inner, outer] = [gammaSubspace(theta, p), gammaSubspace(theta, q)];

  test("holds of a subspace in itself, and not in another", () => {
    expect(checkInclusion({ p, q: p, inner, outer: inner })).toBeUndefined();
    expect(checkInclusion({ p, q, inner, outer })).toBeUndefined();
  });

  test("in a subspace with its equations dropped is caught", () => {
    expect(checkInclusion({ p, q, inner, outer: { ...outer, equations: [] } })).toBe(
      "[1,0,0] includes [1,1,0]",
    );
  });

  test("of one partition's subspace named as another's is caught", () => {
    expect(checkInclusion({ p, q, inner, outer: inner })).toBe("[1,0,0] includes [1,1,0]");
  });

  test("in itself that fails is caught", () => {
    expect(checkInclusion({ p, q: p, inner, outer })).toBe("[1,1,0] does not include itself");
    const off = { ...inner, base: inner.base.plus(inner.base) };
    expect(checkInclusion({ p, q: p, inner: off, outer: inner })).toBe("[1,1,0] does not include itself");
  });
});

test.each([
  ["witnesses", "34"],
  // Orbits times subspaces: 1·1 + (2·3 + 1·2) + (4·10 + 2·12 + 1·6).
  ["pairs", "79"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
