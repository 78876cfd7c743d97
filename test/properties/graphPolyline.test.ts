import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expansionsOf } from "../../properties/arbitraries/network.js";
import { graphPolyline } from "../../properties/thm-3.1-connected.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { IntersectionGraph } from "../../src/manifold/graph/intersectionGraph.js";
import { subspacesHolding } from "../../src/manifold/subspaces/subspacesHolding.js";
import { unitOf, permuteUnits, sameNetwork, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { theta } from "../manifold/fixtures.js";

describe("a polyline along a path in the intersection graph", () => {
  it("from a point to itself is one segment", () => {
    const network = theta(2, 1, 1);
    const line = graphPolyline(new IntersectionGraph(2, 2), network, network, network);
    expect(line?.points).toEqual([network, network]);
    expect(line?.partitions.map((p) => p.key)).toEqual(["1,2"]);
  });

  it("by hand walks a silent unit over", () => {
    const one = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]);
    const from = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["5"], ["0"])]);
    const line = graphPolyline(new IntersectionGraph(1, 2), one, from, permuteUnits(from, [1, 0]));
    expect(line?.partitions.map((p) => p.key)).toEqual(["1,0", "1,1", "0,1"]);
    const texts = line?.points.map(({ units }) =>
      units.map(({ incoming, outgoing }) => `${incoming.key};${outgoing.key}`).join(" "),
    );
    expect(texts).toEqual(["1;2 5;0", "1;2 1;0", "1;0 1;2", "5;0 1;2"]);
  });

  it.each([
    [0, 3],
    [1, 3],
    [2, 3],
    [2, 4],
    [3, 4],
  ])("lies in its subspaces and is shortest for its ends in (%d, %d)", (r, m) => {
    const graph = new IntersectionGraph(r, m);
    const network = theta(r, 2, 1);
    const ends = fc.tuple(expansionsOf(network, m - r, m - r), expansionsOf(network, m - r, m - r));
    fc.assert(
      fc.property(ends, ([{ network: from }, { network: to }]) => {
        const line = graphPolyline(graph, network, from, to);
        if (line === undefined) throw new Error("no path");
        const { points, partitions } = line;
        expect(points.length).toBe(partitions.length + 1);
        expect(points[0] === from && points.at(-1) === to).toBe(true);
        partitions.forEach((p, segment) => {
          for (const end of points.slice(segment, segment + 2))
            expect(gammaHolds(network, p, end)).toBe(true);
        });
        const [start] = subspacesHolding(network, from);
        const [last] = subspacesHolding(network, to);
        if (start === undefined || last === undefined) throw new Error("off the manifold");
        const distances = graph.distancesFrom(graph.vertexOf(start));
        expect(partitions.length).toBe(1 + (distances[graph.vertexOf(last)] ?? NaN));
      }),
      { seed: 91, numRuns: 25 },
    );
  });

  it("doesn't exist between the isolated points of m = r, nor off the manifold", () => {
    const network = theta(2, 1, 1);
    const graph = new IntersectionGraph(2, 2);
    const mirrored = permuteUnits(network, [1, 0]);
    const off = twoLayerNetwork(1, 1, [unitOf(["8"], ["8"]), unitOf(["9"], ["9"])]);
    expect(graphPolyline(graph, network, network, mirrored)).toBeUndefined();
    expect(graphPolyline(graph, network, network, off)).toBeUndefined();
    expect(graphPolyline(graph, network, off, network)).toBeUndefined();
    expect(sameNetwork(network, mirrored)).toBe(false);
  });
});
