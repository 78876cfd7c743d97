import { describe, expect, it } from "vitest";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { orbitRepresentative, orbits } from "../../../src/combinatorics/partitions/orbits.js";
import { permutations } from "../../../src/combinatorics/partitions/permutations.js";
import { relabelLabels, relabelUnits } from "../../../src/combinatorics/partitions/relabelling.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { IntersectionGraph } from "../../../src/manifold/graph/intersectionGraph.js";
import { meetingSearch } from "../../../src/manifold/graph/meetingSearch.js";
import { shortestPath } from "../../../src/manifold/paths/shortestPath.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { listedT } from "../../combinatorics/oeisRows.js";
import { partition } from "../fixtures.js";

/** All relabellings of units and labels that leave a partition as it is. */
function stabilizer(p: LabelledPartition): ((q: LabelledPartition) => LabelledPartition)[] {
  const labellings = [...permutations(p.r)];
  return [...permutations(p.m)].flatMap((units) => {
    const moved = relabelUnits(p, units);
    return labellings
      .filter((labels) => relabelLabels(moved, labels).equals(p))
      .map((labels) => (q: LabelledPartition) => relabelLabels(relabelUnits(q, units), labels));
  });
}

describe("the search from both sides", () => {
  it.each([
    [1, 6],
    [2, 6],
    [3, 6],
    [4, 6],
    [5, 6],
  ])("has the distances of the whole graph (%d, %d) on all pairs, up to symmetry", (r, m) => {
    const graph = new IntersectionGraph(r, m);
    for (const orbit of orbits(r, m)) {
      const p = orbitRepresentative(orbit);
      const distances = graph.distancesFrom(graph.vertexOf(p));
      const symmetries = stabilizer(p);
      const seen = new Set<number>();
      for (const [vertex, distance] of distances.entries()) {
        if (seen.has(vertex)) continue;
        const q = graph.partitionAt(vertex);
        for (const symmetry of symmetries) seen.add(graph.vertexOf(symmetry(q)));
        const { way } = meetingSearch([p], [q], graph.vertexCount);
        if (way?.length !== distance + 1) expect.fail(`[${p.key}] to [${q.key}]: ${distance}`);
      }
      expect(seen.size).toBe(listedT(r, m));
    }
  });

  it.each([
    [5, 7, 997],
    [6, 7, 499],
  ])("has the distances of the whole graph (%d, %d) on some pairs", (r, m, stride) => {
    const graph = new IntersectionGraph(r, m);
    for (const orbit of orbits(r, m)) {
      const p = orbitRepresentative(orbit);
      const distances = graph.distancesFrom(graph.vertexOf(p));
      for (let vertex = 0; vertex < graph.vertexCount; vertex += stride) {
        const { leastEdges } = meetingSearch([p], [graph.partitionAt(vertex)], graph.vertexCount);
        expect(leastEdges).toBe(distances[vertex]);
      }
    }
  });

  it("finds its way at m = 8", () => {
    const [start, goal] = [partition(1, 2, 0, 0, 0, -1, -1, -1), partition(2, 1, 0, -1, -1, 0, 0, -1)];
    const { way } = meetingSearch([start], [goal], 100_000);
    expect(meetingCriterion(start, goal)).toBe(false);
    expect(way?.length).toBe(3);
    expect(way?.slice(1).every((next, index) => meetingCriterion(way[index] ?? goal, next))).toBe(true);
  });
});

describe("a hundred thousand neurons", () => {
  it("have a path in closed form, told two units at a time", () => {
    const r = 100_000;
    const units = Array.from({ length: r }, (_, index): Unit => ({
      incoming: RationalVector.of([BigInt(index)]),
      outgoing: RationalVector.of([BigInt(index + 1)]),
    }));
    const theta = twoLayerNetwork(1, 1, units);
    const silent: Unit = { incoming: RationalVector.of([-1n]), outgoing: RationalVector.of([0n]) };
    const at = (index: number): Unit => units[index] ?? silent;
    const from = twoLayerNetwork(1, 1, [...units, silent]);
    // Neighbours swap in pairs: r/2 circles of two, three moves each.
    const swapped: TwoLayerNetwork = twoLayerNetwork(1, 1, [
      ...units.map((_, index) => at(index ^ 1)),
      silent,
    ]);
    const found = shortestPath(theta, from, swapped);
    expect(found?.path.segments).toBe(1 + 2 * (r + r / 2));
    const current = [...from.units];
    let [steps, most] = [0, 0];
    for (const step of found?.path.steps() ?? []) {
      steps += 1;
      if (steps > 1) most = Math.max(most, step.codes.length, step.units.length);
      for (const [place, unit] of step.units) current[place] = unit;
    }
    expect(steps).toBe(found?.path.segments);
    expect(most).toBe(2);
    expect(
      current.every((unit, index) => unit.incoming.equals(swapped.units[index]?.incoming ?? unit.outgoing)),
    ).toBe(true);
  });
});
