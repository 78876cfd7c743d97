import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledPartitionOf } from "../../../properties/arbitraries/labelledPartition.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { placementWay } from "../../../src/manifold/paths/placementWay.js";
import { partition } from "../fixtures.js";

const keys = (start: readonly number[], goal: readonly number[]): string[] =>
  placementWay(partition(...start), partition(...goal)).map(({ key }) => key);

describe("a way by placements", () => {
  it.each([
    [
      [1, 0],
      [0, 1],
      ["1,0", "1,1", "0,1"],
    ],
    [
      [1, 2, 0],
      [2, 1, 0],
      ["1,2,0", "1,2,1", "0,2,1", "2,2,1", "2,0,1", "2,1,1", "2,1,0"],
    ],
    [
      [1, 1, 0, 0],
      [1, 0, 0, 1],
      ["1,1,0,0", "1,0,0,1"],
    ],
    [
      [1, 2, 0, -1],
      [0, -1, 1, 2],
      ["1,2,0,-1", "1,2,1,2", "0,-1,1,2"],
    ],
    [
      [1, 2, 0, -1],
      [2, 1, 0, -1],
      ["1,2,0,-1", "1,2,2,1", "0,-1,2,1", "2,1,2,1", "2,1,0,-1"],
    ],
    [
      [1, 1],
      [1, 0],
      ["1,1", "1,0"],
    ],
  ] as [number[], number[], string[]][])("from %j to %j, by hand", (start, goal, expected) => {
    expect(keys(start, goal)).toEqual(expected);
  });

  it("meets step by step, and leaves nothing out that it needs", () => {
    const pairs = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 }))
      .chain(([r, spare]) => fc.tuple(labelledPartitionOf(r, r + spare), labelledPartitionOf(r, r + spare)));
    fc.assert(
      fc.property(pairs, ([start, goal]) => {
        const way = placementWay(start, goal);
        expect(way[0]?.equals(start)).toBe(true);
        expect(way.at(-1)?.equals(goal)).toBe(true);
        way.slice(1).forEach((next, index) => {
          expect(meetingCriterion(way[index] ?? goal, next)).toBe(true);
        });
        // Alone, a label takes two edges; in a circle all but the first take so many, and that one four.
        expect(way.length).toBeLessThanOrEqual(3 + 2 * (start.r + (start.r >> 1)));
      }),
      { seed: 31, numRuns: 100 },
    );
  });

  it("is for subspaces of one size with a neuron to spare", () => {
    expect(() => placementWay(partition(1, 2), partition(2, 1))).toThrow(
      new RangeError("a way from (2, 2) to (2, 2)"),
    );
    expect(() => placementWay(partition(1, 0), partition(1, 0, 0))).toThrow("a way from (1, 2) to (1, 3)");
    expect(() => placementWay(partition(1, 0, 0), partition(1, 2, 0))).toThrow("a way from (1, 3) to (2, 3)");
  });
});
