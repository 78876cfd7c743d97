import { describe, expect, it } from "vitest";
import { orbitRepresentative, orbits } from "../../../src/combinatorics/partitions/orbits.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { IntersectionGraph } from "../../../src/manifold/graph/intersectionGraph.js";
import { meetingSearch } from "../../../src/manifold/graph/meetingSearch.js";
import { forEachNeighbour } from "../../../src/manifold/graph/neighbours.js";
import { BLOCKS_BETWEEN } from "../../../src/manifold/graph/meetingSearch.js";
import { partition } from "../fixtures.js";

const largest = (p: LabelledPartition, zero: boolean): number =>
  Math.max(0, ...(zero ? p.zeroBlocks : p.labelledBlocks).map(({ length }) => length));

describe("the search from both sides", () => {
  it.each([
    [1, 2],
    [1, 3],
    [2, 3],
    [1, 4],
    [2, 4],
    [3, 4],
    [2, 5],
  ])("has the distances of the whole graph (%d, %d), by ways that meet within the bounds", (r, m) => {
    const graph = new IntersectionGraph(r, m);
    for (const orbit of orbits(r, m)) {
      const p = orbitRepresentative(orbit);
      for (const [vertex, distance] of graph.distancesFrom(graph.vertexOf(p)).entries()) {
        if (m === 5 && vertex % 5 !== 0) continue;
        const q = graph.partitionAt(vertex);
        const { way, leastEdges, stopped } = meetingSearch([p], [q], graph.vertexCount);
        expect({ edges: way?.length, leastEdges, stopped }).toEqual({
          edges: distance + 1,
          leastEdges: distance,
          stopped: false,
        });
        expect(way?.[0]?.equals(p)).toBe(true);
        expect(way?.at(-1)?.equals(q)).toBe(true);
        for (const [index, next] of (way ?? []).slice(1).entries()) {
          const before = way?.[index] ?? p;
          expect(meetingCriterion(before, next) && !before.equals(next)).toBe(true);
        }
        for (const middle of way?.slice(1, -1) ?? []) {
          expect(largest(middle, false)).toBeLessThanOrEqual(BLOCKS_BETWEEN.labelled);
          expect(largest(middle, true)).toBeLessThanOrEqual(BLOCKS_BETWEEN.zero);
        }
      }
    }
  });

  it("takes the nearest of several ends", () => {
    const starts = [partition(1, 2, 0), partition(2, 1, 0), partition(1, 2, 0)];
    const goals = [partition(2, 0, 1), partition(0, 2, 1)];
    const { way, reached } = meetingSearch(starts, goals, 100);
    expect(way?.map(({ key }) => key)).toEqual(["2,1,0", "2,1,1", "2,0,1"]);
    expect(reached).toBeGreaterThanOrEqual(5);
  });

  it("finds ends that are shared, or meet at once, though their blocks are large", () => {
    const [all, none] = [partition(1, 1, 1, 1, 1, 1), partition(1, 0, 0, 0, 0, 0)];
    expect(meetingSearch([all], [all], 9)).toEqual({ way: [all], leastEdges: 0, reached: 2, stopped: false });
    expect(meetingSearch([all], [none], 9).way).toEqual([all, none]);
    expect(meetingSearch([none], [all], 9).way).toEqual([none, all]);
    expect(meetingSearch([none, all], [partition(0, 1, 1, 1, 1, 1), all], 9).way).toEqual([all]);
  });

  it("stops at the budget with what is known by then", () => {
    const [p, q] = [partition(1, 2, 3, 0), partition(2, 3, 1, 0)];
    expect(meetingSearch([p], [q], 1000).leastEdges).toBe(8);
    expect(meetingSearch([p], [q], 2)).toEqual({ way: undefined, leastEdges: 1, reached: 5, stopped: true });
    const later = meetingSearch([p], [q], 8);
    expect(later).toMatchObject({ way: undefined, stopped: true });
    expect(later.leastEdges).toBe(3);
  });

  it("ends where there is no way", () => {
    expect(meetingSearch([partition(1, 2)], [partition(2, 1)], 9)).toEqual({
      way: undefined,
      leastEdges: 2,
      reached: 2,
      stopped: false,
    });
  });

  it("needs a start", () => {
    expect(() => meetingSearch([], [], 9)).toThrow(new RangeError("no subspace to start from"));
  });
});

describe("neighbours within bounds", () => {
  it.each([
    [{ labelled: 1, zero: 1 }],
    [{ labelled: 2, zero: 1 }],
    [{ labelled: 1, zero: 2 }],
    [{ labelled: 3, zero: 2 }],
    [{ labelled: 5, zero: 5 }],
  ])("%o are those of all that have no larger block", (bounds) => {
    for (const p of [partition(1, 0, 0, -1, 2), partition(1, 1, 1, 0, 0), partition(0, 0, 0, 0, 1)]) {
      const [all, within]: [string[], string[]] = [[], []];
      forEachNeighbour(p, (codes) => {
        const q = partition(...codes);
        if (largest(q, false) <= bounds.labelled && largest(q, true) <= bounds.zero) all.push(q.key);
      });
      forEachNeighbour(p, (codes) => within.push(codes.join(",")), bounds);
      expect(within).toEqual(all);
    }
  });
});
