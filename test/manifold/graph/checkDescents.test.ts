import { describe, expect, it } from "vitest";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../../../src/combinatorics/counts/surjections.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { rankOfPartition } from "../../../src/combinatorics/partitions/ranking.js";
import { entry } from "../../../src/exact/entry.js";
import { type CheckedRange, checkDescents } from "../../../src/manifold/graph/checkDescents.js";
import { type FindDescent, MOST_STEPS, findDescent, stopsOf } from "../../../src/manifold/graph/descent.js";
import { IntersectionGraph } from "../../../src/manifold/graph/intersectionGraph.js";
import { neighbours } from "../../../src/manifold/graph/neighbours.js";

const SIZES = [1, 2, 3, 4, 5, 6].flatMap((m) => Array.from({ length: m - 1 }, (_, r) => [r + 1, m] as const));

function checked(r: number, m: number, find?: FindDescent): CheckedRange {
  return checkDescents({ r, m, from: 0n, to: labelledPartitionCount(r, m) }, undefined, find);
}

describe("walks to smaller ranks", () => {
  it.each(SIZES)("are there from all subspaces but the first, at (%d, %d)", (r, m) => {
    expect(checked(r, m)).toEqual({
      visited: Number(labelledPartitionCount(r, m)),
      surjections: Number(surjections(r, m)),
    });
  });

  it("are needed: one step does not suffice", () => {
    const start = LabelledPartition.of([1, 2, 1], 2);
    const ranks = neighbours(start).map(rankOfPartition);
    expect(ranks.every((rank) => rank > rankOfPartition(start))).toBe(true);
  });

  it("have at most so many steps as there is room for, and lead along edges of the graph", () => {
    const graph = new IntersectionGraph(4, 5);
    const lengths = new Set<number>();
    checkDescents({ r: 4, m: 5, from: 0n, to: BigInt(graph.vertexCount) }, undefined, (stops) => {
      const steps = findDescent(stops);
      lengths.add(steps);
      const vertices = stops
        .slice(0, steps + 1)
        .map(({ codes }) => graph.vertexOf(LabelledPartition.of(codes, 4)));
      vertices.slice(1).forEach((vertex, index) => {
        expect([...graph.neighboursOf(entry(vertices, index))]).toContain(vertex);
      });
      return steps;
    });
    expect([...lengths].sort()).toEqual([0, 1, 2, 4, MOST_STEPS]);
  });

  it("are seen with their ends", () => {
    const seen: string[] = [];
    checkDescents({ r: 1, m: 2, from: 0n, to: 3n }, (codes, end) =>
      seen.push(`${codes.join()} ${end.join()}`),
    );
    expect(seen).toEqual(["1,1 1,1", "1,0 1,1", "0,1 1,1"]);
  });

  it("are the same in parts", () => {
    const parts = [checkDescents({ r: 3, m: 5, from: 0n, to: 100n })];
    parts.push(checkDescents({ r: 3, m: 5, from: 100n, to: labelledPartitionCount(3, 5) }));
    const sum = (name: "visited" | "surjections"): number => parts.reduce((all, part) => all + part[name], 0);
    expect([sum("visited"), sum("surjections")]).toEqual([450, 150]);
    expect(parts.map(({ failure }) => failure)).toEqual([undefined, undefined]);
  });
});

/** Finds as the real one does, then changes what was found. */
const spoiled =
  (spoil: (stops: ReturnType<typeof stopsOf>, steps: number) => number): FindDescent =>
  (stops) =>
    spoil(stops as ReturnType<typeof stopsOf>, findDescent(stops));

describe("a walk that is none is seen", () => {
  it.each<[string, FindDescent, string]>([
    ["without steps", () => 0, "[1, 2, 1]: its walk ends at [1, 2, 1]"],
    [
      "one step short",
      spoiled((_, steps) => Math.max(0, steps - 1)),
      "[1, 2, 1]: its walk ends at [1, 0, 2]",
    ],
    [
      "that leaps",
      spoiled((stops, steps) => {
        entry(stops, 1).codes.set(entry(stops, steps).codes);
        entry(stops, 1).blockCount = entry(stops, steps).blockCount;
        return Math.min(1, steps);
      }),
      "[1, 2, 1]: stop 1, [1, 1, 2], doesn't meet [1, 2, 1]",
    ],
    [
      "that loses a label",
      spoiled((stops, steps) => {
        entry(stops, steps).codes.fill(1);
        return steps;
      }),
      "[1, 2, 1]: stop 4, [1, 1, 1], is no subspace",
    ],
    [
      "with a number of blocks that is not that of the codes",
      spoiled((stops, steps) => {
        if (steps > 0) entry(stops, 1).blockCount += 1;
        return steps;
      }),
      "[1, 2, 1]: stop 1, [1, 2, 0], is no subspace",
    ],
    [
      "with a zero block out of turn",
      spoiled((stops, steps) => {
        for (const { codes } of stops.slice(1))
          codes.forEach((code, unit) => (codes[unit] = code === 0 ? -1 : code));
        return steps;
      }),
      "[1, 2, 1]: stop 1, [1, 2, -1], is no subspace",
    ],
  ])("%s", (_, find, failure) => {
    expect(checked(2, 3, find).failure).toBe(failure);
  });

  it("wherever it is, and from the start of a later range, too", () => {
    const total = labelledPartitionCount(2, 3);
    for (let bad = 1n; bad < total; bad += 1n) {
      let place = 0n;
      const find: FindDescent = (stops) => (place++ === bad ? 0 : findDescent(stops));
      expect(checked(2, 3, find).failure).toMatch(/its walk ends/);
      expect(checkDescents({ r: 2, m: 3, from: bad, to: total }, undefined, () => 0).failure).toMatch(
        /its walk/,
      );
    }
  });
});
