import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { specialPairs } from "../../../properties/arbitraries/manifoldPoints.js";
import { isPathBetween } from "../../../properties/ext-geodesic.js";
import { InputError } from "../../../src/exact/inputError.js";
import { IntersectionGraph } from "../../../src/manifold/graph/intersectionGraph.js";
import { shortestPath } from "../../../src/manifold/paths/shortestPath.js";
import { subspacesHolding } from "../../../src/manifold/subspaces/subspacesHolding.js";
import {
  type TwoLayerNetwork,
  unitOf,
  permuteUnits,
  sameNetwork,
} from "../../../src/network/twoLayerNetwork.js";
import { line, one, two, theta as fixture } from "../fixtures.js";

/**
 * Segments by breadth-first search of the whole graph, from all subspaces that hold one point to all of the
 * other's.
 */
function fewest(theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork): number {
  if (sameNetwork(from, to)) return 0;
  const graph = new IntersectionGraph(theta.units.length, from.units.length);
  const verticesAt = (point: TwoLayerNetwork): number[] =>
    [...subspacesHolding(theta, point)].map((partition) => graph.vertexOf(partition));
  const distances = graph.distancesFrom(...verticesAt(from));
  return 1 + Math.min(...verticesAt(to).map((vertex) => distances[vertex] ?? -2));
}

describe("a shortest path", () => {
  it.each([
    [1, 3, 1, 1, "star graph"],
    [1, 3, 2, 2, "search"],
    [1, 1, 3, 3, "search"],
  ] as const)("has the fewest segments, r from %d to %d, m − r from %d to %d", (a, b, c, d, method) => {
    const methods = new Set<string>();
    fc.assert(
      fc.property(specialPairs(a, b, c, d), ([theta, from, to]) => {
        const found = shortestPath(theta, from, to);
        if (found === undefined) throw new Error("no path");
        const { path, lowerBound, optimal } = found;
        methods.add(found.method);
        expect(path.segments).toBe(fewest(theta, from, to));
        expect({ lowerBound, optimal }).toEqual({ lowerBound: path.segments, optimal: true });
        const listed = path.list();
        expect(listed.partitions.length).toBe(path.segments);
        expect(isPathBetween(theta, from, to, listed)).toBe(true);
        expect(sameNetwork(listed.points.at(-1) ?? theta, to)).toBe(true);
      }),
      { seed: 23, numRuns: 50 },
    );
    expect([...methods]).toEqual(expect.arrayContaining(["common subspace", method]));
  });

  it("by hand walks a silent unit over, in steps that say what changes", () => {
    const found = shortestPath(one, line([1, 2], [5, 0]), line([6, 0], [1, 2]));
    expect(found?.method).toBe("star graph");
    expect([...(found?.path.steps() ?? [])]).toEqual([
      {
        codes: [
          [0, 1],
          [1, 0],
        ],
        units: [[1, unitOf(["1"], ["0"])]],
      },
      {
        codes: [[1, 1]],
        units: [
          [0, unitOf(["1"], ["0"])],
          [1, unitOf(["1"], ["2"])],
        ],
      },
      { codes: [[0, 0]], units: [[0, unitOf(["6"], ["0"])]] },
    ]);
  });

  it("begins and ends in the middle of an edge where a weight is doubled", () => {
    const found = shortestPath(two, line([1, 1], [1, 1], [3, 4]), line([3, 1], [1, 2], [3, 3]));
    expect(found?.path.list().partitions.map(({ key }) => key)).toEqual(["1,1,2", "0,1,2", "2,1,2"]);
    const further = shortestPath(two, line([1, 1], [1, 1], [3, 4]), line([3, 4], [1, 1], [1, 1]));
    expect(further?.path.segments).toBe(5);
    const steps = [...(further?.path.steps() ?? [])];
    expect(steps.slice(1).every(({ codes, units }) => codes.length === 1 && units.length <= 2)).toBe(true);
  });

  it("leaves a point in two subspaces by the better one", () => {
    const from = line([1, 2], [1, 0], [3, 4]);
    expect(shortestPath(two, from, line([9, 0], [1, 2], [3, 4]))?.path.segments).toBe(2);
    expect(shortestPath(two, from, line([1, 2], [9, 0], [3, 4]))?.path.segments).toBe(1);
    expect(shortestPath(two, from, line([1, 2], [3, 2], [3, 2]))?.path.segments).toBe(2);
    expect(shortestPath(two, from, line([3, 2], [1, 2], [3, 2]))?.path.segments).toBe(3);
  });

  it("without neurons to spare is there only for equal points", () => {
    expect(shortestPath(two, two, permuteUnits(two, [1, 0]))).toBeUndefined();
    const still = shortestPath(two, two, two);
    expect(still).toMatchObject({ lowerBound: 0, optimal: true, method: "equal points" });
    expect(still?.path.list()).toEqual({ points: [two], partitions: [] });
  });

  it("beyond the budget gives bounds", () => {
    const from = line([1, 2], [3, 4], [5, 0], [6, 0]);
    const to = line([3, 4], [1, 2], [5, 0], [6, 0]);
    expect(shortestPath(two, from, to)).toMatchObject({ method: "search", lowerBound: 5, optimal: true });
    const hasty = shortestPath(two, from, to, { budget: 1 });
    expect(hasty).toMatchObject({ method: "placements", lowerBound: 2, optimal: false });
    expect(hasty?.path.segments).toBe(5);
    expect(isPathBetween(two, from, to, hasty?.path.list() ?? { points: [], partitions: [] })).toBe(true);
    const later = shortestPath(two, from, to, { budget: 20 });
    expect(later).toMatchObject({ method: "placements", lowerBound: 4, optimal: false });
  });

  it("goes by placements where the search has no numbers", () => {
    const silent = Array.from({ length: 30 }, (_, index): [number, number] => [10 + index, 0]);
    const from = line([1, 2], [3, 4], ...silent);
    const found = shortestPath(
      two,
      from,
      permuteUnits(
        from,
        [2, 3, 0, 1, ...silent.keys()].slice(0, 4).concat(silent.slice(2).map((_, i) => i + 4)),
      ),
    );
    expect(found).toMatchObject({ method: "placements", lowerBound: 2 });
    expect(found?.path.segments).toBe(3);
    expect(found?.optimal).toBe(false);
  });
});

describe("what is no pair of points", () => {
  it.each([
    [line([1, 2], [1, 2]), one, one, "theta is reducible; give its irreducible network"],
    [one, two, one, '"from" is not a point of the expansion manifold; give networks of the measure of theta'],
    [one, one, two, '"to" is not a point of the expansion manifold; give networks of the measure of theta'],
    [one, line([1, 2], [1, 0]), one, '"from" has 2 neurons, "to" 1; give networks of one width'],
    [
      one,
      fixture(1, 2, 1),
      one,
      '"from" is not a point of the expansion manifold; give networks of the measure of theta',
    ],
  ])("is refused, %#", (theta, from, to, message) => {
    expect(() => shortestPath(theta, from, to)).toThrow(InputError);
    expect(() => shortestPath(theta, from, to)).toThrow(message);
  });
});
