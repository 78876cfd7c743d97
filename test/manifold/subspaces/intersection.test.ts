import { describe, expect, it } from "vitest";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { gammaDimension, gammaHolds, gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import {
  intersectionByEquations,
  intersectionDimension,
} from "../../../src/manifold/subspaces/intersection.js";
import { intersectionPoint } from "../../../src/manifold/subspaces/intersectionPoint.js";
import { sizesUpTo } from "../../combinatorics/oeisRows.js";
import { partition, theta } from "../fixtures.js";

function pairs(r: number, m: number): [LabelledPartition, LabelledPartition][] {
  const all = [...labelledPartitions(r, m)];
  return all.flatMap((p) => all.map((q): [LabelledPartition, LabelledPartition] => [p, q]));
}

describe("the dimension of an intersection", () => {
  it.each([
    ["of one with itself", [1, 0], [1, 0], 3],
    ["of a copied unit and a silent one", [1, 1], [1, 0], 0],
    ["of what doesn't meet", [1, 0], [0, 1], undefined],
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
    for (const [inputs, outputs] of [
      [1, 1],
      [2, 1],
      [1, 2],
    ] as const) {
      const network = theta(r, inputs, outputs);
      for (const [p, q] of pairs(r, m)) {
        const dimension = intersectionDimension(p, q, inputs, outputs);
        const byEquations = intersectionByEquations(gammaSubspace(network, p), gammaSubspace(network, q));
        if (dimension !== byEquations)
          expect.fail(`[${p.key}], [${q.key}]: ${dimension}, not ${byEquations}`);
        expect(dimension === undefined).toBe(!meetingCriterion(p, q));
        if (p.equals(q)) expect(dimension).toBe(gammaDimension(p, inputs, outputs));
      }
    }
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
  it("is by hand for a chain of blocks", () => {
    const point = intersectionPoint(theta(1, 1, 1), partition(1, 1, 0, 0), partition(1, 0, 0, -1));
    expect(point?.units.map(({ incoming, outgoing }) => [incoming.key, outgoing.key])).toEqual([
      ["0", "2"],
      ["0", "0"],
      ["0", "0"],
      ["0", "0"],
    ]);
    const moved = intersectionPoint(theta(2, 1, 1), partition(2, 1, 0, 0), partition(2, 1, 1, 0));
    expect(moved?.units.map(({ incoming, outgoing }) => [incoming.key, outgoing.key])).toEqual([
      ["1", "5"],
      ["0", "2"],
      ["0", "0"],
      ["0", "0"],
    ]);
  });

  it.each(sizesUpTo(4))("lies in both subspaces, for all pairs of (%d, %d) that meet", (r, m) => {
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
