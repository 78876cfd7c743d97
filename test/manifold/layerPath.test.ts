import { describe, expect, it } from "vitest";
import { TupleGraph, allTuples } from "../../src/claims/tupleGraph.js";
import { parseRational } from "../../src/exact/rational.js";
import type { RationalVector } from "../../src/exact/rationalVector.js";
import { type AffineSubspace, holdsPoint } from "../../src/manifold/affineSubspace.js";
import { layerPath } from "../../src/manifold/layerPath.js";
import { layerSpace, networkOfPoint, pointOfLayers } from "../../src/manifold/layerSpace.js";
import { layerSubspace, layerSubspaceHolds } from "../../src/manifold/layerSubspace.js";
import { randomLayers } from "../../src/network/randomLayers.js";

function generic({ base, directions }: AffineSubspace): RationalVector {
  return directions.reduce(
    (point, direction, index) => point.plus(direction.times(parseRational(`${index + 2}/3`))),
    base,
  );
}

describe("x", () => {
  it.each([
    [[1, 1], [2, 2], [1, 1], false],
    [[1, 1], [2, 2], [1, 2], true],
    [[1, 2], [2, 3], [1, 1], false],
    [[2, 1], [3, 2], [1, 1], true],
  ] as [number[], number[], [number, number], boolean][])("%j %j", (r, m, [a, b], hasBiases) => {
    const theta = randomLayers({ widths: [a, ...r, b], hasBiases }, 3);
    const t0 = Date.now();
    const graph = new TupleGraph(theta, allTuples(r, m), "last to first");
    const t1 = Date.now();
    const points = graph.subspaces.flatMap((subspace) => [subspace.base, generic(subspace)]);
    const space = layerSpace(theta, m);
    const holding = points.map((p) => graph.subspaces.flatMap((s, i) => (holdsPoint(s, p) ? [i] : [])));
    const counts: Record<string, number> = {};
    points.forEach((p, i) => {
      const distances = graph.distancesFrom(holding[i] ?? []);
      points.forEach((q, j) => {
        if ((i * 31 + j) % 7 !== 0) return;
        const found = layerPath(theta, networkOfPoint(space, p), networkOfPoint(space, q));
        if ("isolatedLayer" in found) return expect.fail("isolated");
        const least = p.equals(q) ? 0 : 1 + Math.min(...(holding[j] ?? []).map((k) => distances[k] ?? -1));
        expect(found.segments).toBe(least);
        expect(found.lowerBound).toBe(least);
        expect(found.inManifold).toBe(true);
        counts[least] = (counts[least] ?? 0) + 1;
        const { points: line, tuples } = found.list();
        expect(line.length).toBe(least + 1);
        tuples.forEach((tuple, s) => {
          for (const end of line.slice(s, s + 2)) expect(layerSubspaceHolds(theta, tuple, "last to first", end)).toBe(true);
        });
      });
    });
    console.log(JSON.stringify(counts), t1 - t0, Date.now() - t1, graph.tuples.length);
  });
});
