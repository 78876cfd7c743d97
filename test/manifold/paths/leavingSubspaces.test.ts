import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { specialPairs } from "../../../properties/arbitraries/manifoldPoints.js";
import { coarsestSubspace, commonSubspace } from "../../../src/manifold/subspaces/unitClasses.js";
import { gammaHolds } from "../../../src/manifold/subspaces/gammaSubspace.js";
import { leavingSubspaces } from "../../../src/manifold/paths/leavingSubspaces.js";
import { neighbours } from "../../../src/manifold/graph/neighbours.js";
import { subspacesHolding } from "../../../src/manifold/subspaces/subspacesHolding.js";
import { perUnit, unitClasses } from "../../../src/manifold/subspaces/unitClasses.js";
import { line, one, two } from "../fixtures.js";

const keys = (partitions: Iterable<{ readonly key: string }>): string[] =>
  [...partitions].map(({ key }) => key).sort();

describe("subspaces to leave a point by", () => {
  it.each([
    [one, line([1, 2]), ["1"]],
    [one, line([1, 2], [1, 0]), ["1,0", "1,1"]],
    [one, line([1, 1], [1, 1]), ["1,1"]],
    [one, line([1, 2], [5, 0], [5, 0]), ["1,0,-1", "1,0,0"]],
    [one, line([1, 2], [5, 1], [5, -1], [5, 0]), ["1,0,0,-1", "1,0,0,0"]],
    [one, line([1, 2], [1, 2], [1, -2]), ["0,1,0", "1,0,0", "1,1,1"]],
    // Not 1,0,0,0: three silent units together are never needed.
    [one, line([1, 2], [5, 0], [5, 0], [5, 0]), ["1,0,-1,-1", "1,0,-1,-2", "1,0,-1,0", "1,0,0,-1"]],
    // Not 1,1,1: nor two of them with a label.
    [one, line([1, 2], [1, 0], [1, 0]), ["1,0,-1", "1,0,0", "1,0,1", "1,1,0"]],
    [two, line([3, 4], [1, 2], [3, 0], [1, 0]), ["2,1,0,-1", "2,1,0,1", "2,1,2,0", "2,1,2,1"]],
  ])("by hand, %#", (theta, point, expected) => {
    expect(keys(leavingSubspaces(theta, point, 1000) ?? [])).toEqual(expected);
  });

  it("meet whatever any subspace of the point meets", () => {
    fc.assert(
      fc.property(specialPairs(1, 2, 0, 3), ([theta, point]) => {
        const partitions = leavingSubspaces(theta, point, 10_000);
        if (partitions === undefined) return expect.fail("beyond the limit");
        expect(partitions.every((partition) => gammaHolds(theta, partition, point))).toBe(true);
        expect(new Set(keys(partitions)).size).toBe(partitions.length);
        const reach = (list: Iterable<(typeof partitions)[number]>): Set<string> =>
          new Set([...list].flatMap((partition) => keys(neighbours(partition))));
        const held = new Set(keys(subspacesHolding(theta, point)));
        const outside = (set: Set<string>): string[] => [...set].filter((key) => !held.has(key)).sort();
        expect(outside(reach(partitions))).toEqual(outside(reach(subspacesHolding(theta, point))));
      }),
      { seed: 17, numRuns: 60 },
    );
  });

  it("are none beyond the limit", () => {
    const silent = Array.from({ length: 20 }, (): [number, number] => [5, 0]);
    expect(leavingSubspaces(one, line([1, 2], ...silent), 1000)).toBeUndefined();
    // One choice for the labelled part, one for no silent unit there.
    expect(leavingSubspaces(one, line([1, 2]), 2)).toHaveLength(1);
    expect(leavingSubspaces(one, line([1, 2]), 1)).toBeUndefined();
  });

  it("include the coarsest of all, a block for each incoming vector", () => {
    expect(coarsestSubspace(two, line([3, 4], [9, 0], [1, 2], [3, 0], [9, 0], [8, 0])).key).toBe(
      "2,0,1,2,0,-1",
    );
  });
});

describe("classes of units", () => {
  it("are numbered as they appear, with the label that sits there", () => {
    const classes = unitClasses(two, line([9, 0], [3, 4], [9, 0], [1, 2]));
    expect(classes).toEqual([
      { members: [0, 2], silent: [0, 2], label: 0, unit: undefined },
      { members: [1], silent: [], label: 2, unit: two.units[1] },
      { members: [3], silent: [], label: 1, unit: two.units[0] },
    ]);
    expect([...perUnit(classes, 4, ({ label }) => label)]).toEqual([0, 2, 0, 1]);
    expect([...perUnit(classes, 4, (_, number) => number)]).toEqual([0, 1, 0, 2]);
  });
});

describe("a subspace that holds two points", () => {
  it.each([
    [one, line([1, 2]), line([1, 2]), "1"],
    [one, line([1, 2], [5, 0]), line([1, 2], [6, 0]), "1,0"],
    [one, line([1, 2], [1, 0]), line([1, 0], [1, 2]), "1,1"],
    [one, line([1, 2], [5, 0]), line([1, 1], [1, 1]), undefined],
    [one, line([1, 2], [5, 0]), line([5, 0], [1, 2]), undefined],
    [one, line([1, 2], [5, 1], [5, -1]), line([1, 2], [5, 1], [6, 0]), undefined],
    [one, line([1, 2], [5, 1], [5, -1]), line([1, 2], [6, 3], [6, -3]), "1,0,0"],
    [two, line([1, 2], [3, 4], [1, 0]), line([1, 2], [3, 4], [3, 0]), "1,2,0"],
  ])("by hand, %#", (theta, from, to, key) => {
    expect(commonSubspace(theta, from, to)?.key).toBe(key);
  });

  it("is there exactly if some subspace that holds one holds the other", () => {
    let found = 0;
    fc.assert(
      fc.property(specialPairs(1, 3, 0, 3), ([theta, from, to]) => {
        const common = commonSubspace(theta, from, to);
        const all = [...subspacesHolding(theta, from)].filter((partition) =>
          gammaHolds(theta, partition, to),
        );
        expect(common !== undefined).toBe(all.length > 0);
        if (common === undefined) return;
        found += 1;
        expect(gammaHolds(theta, common, from) && gammaHolds(theta, common, to)).toBe(true);
      }),
      { seed: 18, numRuns: 100 },
    );
    expect(found).toBeGreaterThan(10);
  });
});
