import { describe, expect, it } from "vitest";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { gammaHolds, gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import {
  intersectionByEquations,
  intersectionDimension,
} from "../../../src/manifold/subspaces/intersection.js";
import { intersectionPoint } from "../../../src/manifold/subspaces/intersectionPoint.js";
import type { TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { sizesUpTo } from "../../combinatorics/oeisRows.js";
import { partition, theta } from "../fixtures.js";
import { expectIntersections } from "./agreement.js";

function pairs(r: number, m: number): [LabelledPartition, LabelledPartition][] {
  const partitions = [...labelledPartitions(r, m)];
  return partitions.flatMap((p) => partitions.map((q): [LabelledPartition, LabelledPartition] => [p, q]));
}

describe("the dimension of an intersection", () => {
  it.each([
    ["of one with itself", [1, 0], [1, 0], 3],
    ["of a copied unit and a silent one", [1, 1], [1, 0], 0],
    ["of disjoint ones", [1, 0], [0, 1], undefined],
    ["of zero blocks joined and apart", [0, 0, 1], [0, -1, 1], 3],
    ["of two copies in common", [1, 1, 1, 0], [1, 1, 0, 1], 2],
  ])("%s", (_, p, q, dimension) => {
    expect(intersectionDimension(partition(...p), partition(...q), 3, 2)).toBe(dimension);
    const network = theta(1, 3, 2);
    const [left, right] = [partition(...p), partition(...q)].map((part) => gammaSubspace(network, part));
    if (left === undefined || right === undefined) throw new Error("no subspaces");
    expect(intersectionByEquations(left, right)).toBe(dimension);
  });

  it.each(sizesUpTo(3))("agrees with the equations on all pairs of (%d, %d)", (r, m) => {
    expectIntersections(r, m, 1, 1);
    expectIntersections(r, m, 2, 1);
    expectIntersections(r, m, 1, 2);
  });

  it("sees an equation dropped", () => {
    const network = theta(1, 1, 1);
    const [left, right] = [gammaSubspace(network, partition(1, 0)), gammaSubspace(network, partition(0, 1))];
    expect(intersectionByEquations(left, right)).toBeUndefined();
    // The outgoing equations 'a_1 = a' and 'a_1 = 0' contradict each other, as do those of a_2, w apart.
    const without = (subspace: typeof left, index: number) => ({
      ...subspace,
      equations: subspace.equations.filter((_, other) => other !== index),
    });
    expect(intersectionByEquations(without(left, 1), without(right, 1))).toBe(0);
    expect(intersectionByEquations(without(left, 0), right)).toBeUndefined();
  });

  it("is refused for subspaces of different spaces", () => {
    expect(() =>
      intersectionByEquations(
        gammaSubspace(theta(1, 1, 1), partition(1)),
        gammaSubspace(theta(1, 2, 1), partition(1)),
      ),
    ).toThrow(RangeError);
  });
});

describe("a point of an intersection", () => {
  const weightsOf = (network?: TwoLayerNetwork) =>
    network?.units.map(({ incoming, outgoing }) => `${incoming.key}→${outgoing.key}`).join(" ");

  it("is by hand for a chain of blocks", () => {
    const point = intersectionPoint(theta(1, 1, 1), partition(1, 1, 0, 0), partition(1, 0, 0, -1));
    expect(weightsOf(point)).toBe("0→2 0→0 0→0 0→0");
    const moved = intersectionPoint(theta(2, 1, 1), partition(2, 1, 0, 0), partition(2, 1, 1, 0));
    expect(weightsOf(moved)).toBe("1→5 0→2 0→0 0→0");
  });

  it.each(sizesUpTo(4))("lies in both subspaces, for all pairs of (%d, %d) that intersect", (r, m) => {
    const network = theta(r, 2, 1);
    for (const [p, q] of pairs(r, m)) {
      const point = intersectionPoint(network, p, q);
      if ((point !== undefined) !== meetingCriterion(p, q)) expect.fail(`[${p.key}], [${q.key}]`);
      if (point === undefined) continue;
      if (!gammaHolds(network, p, point)) expect.fail(`[${p.key}] doesn't hold its point with [${q.key}]`);
      if (!gammaHolds(network, q, point)) expect.fail(`[${q.key}] doesn't hold its point with [${p.key}]`);
    }
  });
});
