import { describe, expect, it } from "vitest";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { IntersectionGraph, intersectionGraphSize } from "../../../src/manifold/graph/intersectionGraph.js";
import { intersectionGraphBytes } from "../../../src/manifold/graph/meetingGraph.js";
import { listedT, sizesUpTo } from "../../combinatorics/oeisRows.js";

/** All distances by Floyd and Warshall, from the criterion on all pairs; Infinity where there is no way. */
function allDistances(r: number, m: number): number[][] {
  const all = [...labelledPartitions(r, m)];
  const distances = all.map((p) => all.map((q) => (p.equals(q) ? 0 : meetingCriterion(p, q) ? 1 : Infinity)));
  distances.forEach((through, middle) => {
    for (const row of distances) {
      const first = row[middle] ?? Infinity;
      if (first === Infinity) continue;
      row.forEach((known, end) => {
        row[end] = Math.min(known, first + (through[end] ?? Infinity));
      });
    }
  });
  return distances;
}

function degreesOf(graph: IntersectionGraph): Map<number, number> {
  const degrees = new Map<number, number>();
  for (let vertex = 0; vertex < graph.vertexCount; vertex++) {
    const degree = graph.neighboursOf(vertex).length;
    degrees.set(degree, (degrees.get(degree) ?? 0) + 1);
  }
  return degrees;
}

describe("the intersection graph", () => {
  it.each([
    [0, 0, 1, 0, 0, 1, [[0, 1]]],
    [1, 1, 1, 0, 0, 1, [[0, 1]]],
    [0, 2, 2, 1, 1, 1, [[1, 2]]],
    [
      1,
      2,
      3,
      2,
      2,
      1,
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [2, 2, 2, 0, null, 2, [[0, 2]]],
    [2, 3, 12, 12, 6, 1, [[2, 12]]],
    [3, 3, 6, 0, null, 6, [[0, 6]]],
    [
      3,
      4,
      60,
      72,
      8,
      1,
      [
        [2, 36],
        [3, 24],
      ],
    ],
    [4, 4, 24, 0, null, 24, [[0, 24]]],
    [
      4,
      5,
      360,
      480,
      12,
      1,
      [
        [2, 240],
        [4, 120],
      ],
    ],
  ] as [number, number, number, number, number | null, number, [number, number][]][])(
    "of (%d, %d) has %d vertices and %d edges",
    (r, m, vertices, edges, diameter, components, degrees) => {
      const graph = new IntersectionGraph(r, m);
      expect(graph.vertexCount).toBe(vertices);
      expect(graph.edgeCount).toBe(BigInt(edges));
      expect(graph.diameter()).toBe(diameter);
      expect(graph.componentCount()).toBe(components);
      expect(degreesOf(graph)).toEqual(new Map(degrees));
      const size = intersectionGraphSize(r, m);
      expect(size.vertices).toBe(BigInt(vertices));
      expect(size.edges).toBe(BigInt(edges));
      expect([...size.degrees]).toEqual(degrees.map(([degree, count]) => [degree, BigInt(count)]));
    },
  );

  it.each(sizesUpTo(4))("of (%d, %d) has the distances of Floyd and Warshall", (r, m) => {
    const graph = new IntersectionGraph(r, m);
    const distances = allDistances(r, m);
    expect(graph.vertexCount).toBe(distances.length);
    expect(graph.vertexCount).toBe(listedT(r, m));
    distances.forEach((row, vertex) => {
      expect([...graph.distancesFrom(vertex)]).toEqual(row.map((entry) => (entry === Infinity ? -1 : entry)));
    });
    const largest = Math.max(...distances.flat());
    expect(graph.diameter()).toBe(largest === Infinity ? null : largest);
    const components = new Set(distances.map((row) => row.findIndex((entry) => entry < Infinity)));
    expect(graph.componentCount()).toBe(components.size);
    const degrees = distances.map((row) => row.filter((entry) => entry === 1).length);
    expect(graph.edgeCount).toBe(BigInt(degrees.reduce((sum, degree) => sum + degree, 0)) / 2n);
    expect(intersectionGraphSize(r, m)).toMatchObject({
      vertices: BigInt(distances.length),
      edges: graph.edgeCount,
    });
    for (const [degree, count] of intersectionGraphSize(r, m).degrees) {
      expect(BigInt(degrees.filter((other) => other === degree).length)).toBe(count);
    }
  });

  it("numbers vertices in canonical order of their partitions", () => {
    const graph = new IntersectionGraph(1, 3);
    [...labelledPartitions(1, 3)].forEach((p, vertex) => {
      expect(graph.vertexOf(p)).toBe(vertex);
      expect(graph.partitionAt(vertex).equals(p)).toBe(true);
    });
    for (const p of [LabelledPartition.of([1, 0], 1), LabelledPartition.of([1, 2, 0], 2)]) {
      expect(() => graph.vertexOf(p)).toThrow(RangeError);
      expect(() => graph.vertexOf(p)).toThrow(`[${p.key}] has sizes (${p.r}, ${p.m}), the graph (1, 3)`);
    }
    for (const vertex of [-1, 10, NaN]) {
      expect(() => graph.partitionAt(vertex)).toThrow(RangeError);
      expect(() => graph.partitionAt(vertex)).toThrow(`no vertex ${vertex} among 10`);
    }
  });

  it("says how many bytes it takes", () => {
    expect(intersectionGraphBytes(intersectionGraphSize(3, 4), 4)).toBe(8n * 72n + 21n * 60n);
  });

  it("tells its progress", () => {
    const told: [number, number][] = [];
    new IntersectionGraph(2, 5, (done, total) => told.push([done, total]));
    expect(told).toEqual([
      [0, 320],
      [256, 320],
    ]);
  });
});
