import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedPartitionOf } from "../../../properties/ext-parity-connected.js";
import { standardNetwork } from "../../../src/claims/evidence/ranges.js";
import { checkSignedPath } from "../../../src/claims/ext-geodesic-odd.js";
import { genericSignedPoint } from "../../../src/claims/instances/genericSignedPoint.js";
import { PARITIES, representatives } from "../../../src/claims/instances/signedCases.js";
import { entry } from "../../../src/exact/entry.js";
import { SignedIntersectionGraph } from "../../../src/manifold/signed/signedIntersectionGraph.js";
import { mirroredNetwork } from "../../../src/manifold/signed/mirroredNetwork.js";
import { shortestSignedPath } from "../../../src/manifold/signed/shortestSignedPath.js";
import { signedStarDiameter } from "../../../src/manifold/signed/signedStarGraph.js";
import { permuteUnits } from "../../../src/network/twoLayerNetwork.js";
import { line, one } from "../fixtures.js";

const cases = (...widths: number[]) => widths.flatMap((r) => PARITIES.map((parity) => [r, parity] as const));

describe("a path with one neuron to spare", () => {
  it.each(cases(1, 2))(
    "from each orbit to every subspace has the graph's length, r = %i, %s",
    (r, parity) => {
      const theta = standardNetwork(r, 1, 1);
      const graph = new SignedIntersectionGraph(r, r + 1, parity);
      let longest = 0;
      for (const partition of representatives(r, r + 1, parity)) {
        const from = genericSignedPoint(theta, partition);
        for (const [vertex, edges] of graph.distancesFrom(graph.vertexOf(partition)).entries()) {
          const to = genericSignedPoint(theta, graph.partitionAt(vertex));
          const item = { theta, from, to, parity, edges, find: shortestSignedPath };
          expect(checkSignedPath(item)).toBeUndefined();
          longest = Math.max(longest, edges);
        }
      }
      expect(longest).toBe(signedStarDiameter(r, parity));
    },
  );

  it.each(cases(3, 4))("between random subspaces has the graph's length, r = %i, %s", (r, parity) => {
    const theta = standardNetwork(r, 1, 1);
    const graph = new SignedIntersectionGraph(r, r + 1, parity);
    const [first, ...others] = fc.sample(signedPartitionOf(r, r + 1, parity), { numRuns: 60, seed: 14 });
    if (first === undefined) throw new Error("no sample");
    const distances = graph.distancesFrom(graph.vertexOf(first));
    const lengths = others.map((other) => {
      const [from, to] = [genericSignedPoint(theta, first), genericSignedPoint(theta, other)];
      const edges = entry(distances, graph.vertexOf(other));
      const item = { theta, from, to, parity, edges, find: shortestSignedPath };
      expect(checkSignedPath(item)).toBeUndefined();
      return edges;
    });
    expect(new Set(lengths).size).toBeGreaterThan(5);
  });

  it("leaves a silent unit's subspace first, by hand", () => {
    const path = shortestSignedPath(one, line([1, 2], [0, 5]), line([0, 7], [-1, -2]), "odd");
    expect(path).toMatchObject({ method: "star graph", optimal: true, lowerBound: 5 });
    expect(path?.partitions.map(({ key }) => key)).toEqual([
      "1,0;1,0",
      "1,0;1,1",
      "1,1;1,-1",
      "0,1;1,-1",
      "0,1;0,-1",
    ]);
  });

  it("is proved least for a hundred neurons that all change their signs and move on by one place", () => {
    const r = 100;
    const theta = standardNetwork(r, 1, 1);
    const from = { ...theta, units: [...theta.units, ...line([0, 3]).units] };
    const still = mirroredNetwork(from, [...new Array<number>(r).fill(-1), 1], "odd");
    const path = shortestSignedPath(theta, from, still, "odd");
    // Each label goes away and back, and at either end the silent unit is free for a while.
    expect(path).toMatchObject({ optimal: true, lowerBound: 4 * r + 3, method: "star graph" });
    const turned = permuteUnits(
      still,
      Array.from({ length: r + 1 }, (_, unit) => (unit + 1) % (r + 1)),
    );
    // One cycle with the blank: each label moves once.
    expect(shortestSignedPath(theta, from, turned, "odd")?.partitions.length).toBe(2 * r + 3);
  });
});
