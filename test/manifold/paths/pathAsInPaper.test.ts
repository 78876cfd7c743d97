import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { specialPairs } from "../../../properties/arbitraries/manifoldPoints.js";
import { isPathBetween } from "../../../properties/ext-geodesic.js";
import { ManifoldPath, cornersAlong } from "../../../src/manifold/paths/manifoldPath.js";
import { pathAsInPaper } from "../../../src/manifold/paths/pathAsInPaper.js";
import { transposition } from "../../../src/manifold/paths/transposition.js";
import { type TwoLayerNetwork, unitKey, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { line, one, two, partition } from "../fixtures.js";

const show = (points: readonly TwoLayerNetwork[]): string[] =>
  points.map(({ units }) => units.map(unitKey).join(" "));

describe("the path of the proof", () => {
  it("is three segments to a transposed neighbour", () => {
    const path = pathAsInPaper(one, line([1, 2], [5, 0]), line([5, 0], [1, 2]));
    expect(path?.segments).toBe(3);
    const { points, partitions } = path?.list() ?? { points: [], partitions: [] };
    expect(show(points)).toEqual(["1;2 5;0", "1;2 1;0", "1;0 1;2", "5;0 1;2"]);
    expect(partitions.map(({ key }) => key)).toEqual(["1,0", "1,1", "0,1"]);
  });

  it.each([
    ["nothing to do", line([1, 2], [5, 0]), line([1, 2], [5, 0]), 0],
    ["only to settle", line([1, 2], [5, 0]), line([1, 2], [6, 0]), 1],
    ["only to gather", line([1, 1], [1, 1]), line([1, 2], [1, 0]), 1],
    ["only to share out", line([1, 2], [1, 0]), line([1, 1], [1, 1]), 1],
    ["to gather and share out", line([1, 1], [1, 1]), line([1, 3], [1, -1]), 2],
    ["one segment where w' = w_t", line([1, 2], [1, 0]), line([1, 0], [1, 2]), 1],
    ["three and a settling", line([1, 2], [5, 0]), line([6, 0], [1, 2]), 4],
    ["all of it", line([1, 1], [5, 0], [1, 1]), line([6, 0], [1, 3], [1, -1]), 6],
  ])("has %s", (_, from, to, segments) => {
    const path = pathAsInPaper(one, from, to);
    expect(path?.segments).toBe(segments);
    expect(isPathBetween(one, from, to, path?.list() ?? { points: [], partitions: [] })).toBe(true);
  });

  it("swaps two labels by three transpositions", () => {
    const path = pathAsInPaper(two, line([1, 2], [3, 4], [5, 0]), line([3, 4], [1, 2], [5, 0]));
    expect(path?.list().partitions.map(({ key }) => key)).toEqual([
      "1,2,0",
      "1,2,1",
      "0,2,1",
      "0,2,1",
      "2,2,1",
      "2,0,1",
      "2,0,1",
      "2,1,1",
      "2,1,0",
    ]);
  });

  it("needs a neuron to spare", () => {
    expect(pathAsInPaper(two, two, line([3, 4], [1, 2]))).toBeUndefined();
  });

  it("is a path between any points", () => {
    fc.assert(
      fc.property(specialPairs(1, 4, 1, 3), ([theta, from, to]) => {
        const path = pathAsInPaper(theta, from, to);
        expect(path !== undefined && isPathBetween(theta, from, to, path.list())).toBe(true);
      }),
      { seed: 29, numRuns: 60 },
    );
  });
});

describe("a transposition", () => {
  const point = line([1, 2], [5, 0], [6, 1], [6, -1]);

  it("with a unit of a zero block goes through that block", () => {
    const { points, partitions } = transposition(partition(1, 0, -1, -1), point, 1, 3);
    expect(show(points)).toEqual([
      "1;2 5;0 6;1 6;-1",
      "1;2 6;0 6;1 6;-1",
      "1;2 6;-1 6;1 6;0",
      "1;2 6;-1 6;1 5;0",
    ]);
    expect(partitions.map(({ key }) => key)).toEqual(["1,0,-1,-1", "1,0,0,0", "1,0,0,-1"]);
  });

  it.each([
    [2, 0],
    [0, 1],
    [1, 1],
    [1, 4],
    [4, 1],
  ])("of %d and %d is refused", (silent, other) => {
    expect(() => transposition(partition(1, 0, -1, -1), point, silent, other)).toThrow(
      new RangeError(`no transposition of a silent neuron ${silent} and ${other} in [1,0,-1,-1]`),
    );
  });
});

describe("a path by its steps", () => {
  const [from, to] = [line([1, 2], [5, 0]), line([1, 2], [6, 0])];

  it("gives what is different", () => {
    const path = ManifoldPath.through(1, { points: [from, to], partitions: [partition(1, 0)] });
    expect([...path.steps()]).toEqual([
      {
        codes: [
          [0, 1],
          [1, 0],
        ],
        units: [[1, to.units[1]]],
      },
    ]);
    expect(path.list()).toEqual({ points: [from, to], partitions: [partition(1, 0)] });
    const shared = twoLayerNetwork(
      1,
      1,
      [from.units[0], to.units[1]].flatMap((unit) => unit ?? []),
    );
    const [step] = ManifoldPath.through(1, { points: [from, shared], partitions: [partition(1, 0)] }).steps();
    expect(step?.units).toEqual([[1, to.units[1]]]);
  });

  it("must have a partition a segment, and a step", () => {
    expect(() => ManifoldPath.through(1, { points: [from, to], partitions: [] })).toThrow(
      "2 points and 0 segments",
    );
    expect(() => ManifoldPath.through(1, { points: [], partitions: [] })).toThrow("0 points and 0 segments");
    expect(() => new ManifoldPath(1, from, 1, () => []).list()).toThrow(
      new RangeError("0 steps of a path of 1 segments"),
    );
  });

  it("has a corner where each subspace meets the next, or stops", () => {
    const meet = (left: number, right: number): number | undefined =>
      right === left + 1 ? 10 * left + right : undefined;
    expect([...cornersAlong([1, 2, 3], meet)]).toEqual([12, 23]);
    expect([...cornersAlong([1], meet)]).toEqual([]);
    expect(() => [...cornersAlong([1, 2, 4], meet)]).toThrow(
      new RangeError("subspaces 1 and 2 of a path don't meet"),
    );
  });
});
