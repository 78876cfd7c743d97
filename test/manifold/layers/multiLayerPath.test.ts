import { describe, expect, it } from "vitest";
import { freePoint } from "../../../src/claims/instances/multiLayerInstances.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { coarsestTuple } from "../../../src/manifold/layers/multiLayerSubspace.js";
import { multiLayerCorner } from "../../../src/manifold/layers/layeredCorners.js";
import { type MultiLayerPath, multiLayerPath } from "../../../src/manifold/layers/multiLayerPath.js";
import { layerShares, shareUnits } from "../../../src/manifold/layers/layerSearch.js";
import { multiLayerSubspaceHolds } from "../../../src/manifold/layers/multiLayerSubspace.js";
import { equalMeasures, measureOf } from "../../../src/network/measure.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { partition } from "../fixtures.js";

const rows = (...texts: string[]): RationalVector[] =>
  texts.map((text) => RationalVector.parse(...text.split(" ")));

const SMALL = multiLayerNetwork([rows("2"), rows("3"), rows("5")]);
/** In Φ of [1,0] [1,0] alone, as the second unit of layer 2 reads that of layer 1, and nothing reads it. */
const OUTSIDE = multiLayerNetwork([rows("2", "7"), rows("3 0", "0 1"), rows("5 0")]);

function found(theta: MultiLayerNetwork, from: MultiLayerNetwork, to: MultiLayerNetwork): MultiLayerPath {
  const path = multiLayerPath(theta, from, to);
  if ("isolatedLayer" in path) throw new Error(`no path in layer ${path.isolatedLayer}`);
  return path;
}

/** Each segment lies in the subspace that is told with it, and the ends are right. */
function expectPath(
  theta: MultiLayerNetwork,
  path: MultiLayerPath,
  ends: readonly MultiLayerNetwork[],
): void {
  const { points, tuples } = path.list();
  expect([points.length, tuples.length]).toEqual([path.segments + 1, path.segments]);
  expect([points[0], points.at(-1)]).toEqual(ends);
  const which = path.inManifold ? "last to first" : "fibre";
  tuples.forEach((tuple, segment) => {
    for (const point of points.slice(segment, segment + 2)) {
      expect(multiLayerSubspaceHolds(theta, tuple, which, point)).toBe(true);
    }
  });
}

describe("a path between networks of several layers", () => {
  it("takes as many segments as the layer that needs most, while others wait", () => {
    const theta = randomMultiLayer({ widths: [2, 2, 1, 2, 1], hasBiases: true }, 4);
    const from = freePoint(theta, [partition(1, 2, 0), partition(1, 0), partition(1, 2, 0)]);
    const to = freePoint(theta, [partition(2, 1, 0), partition(0, 1), partition(1, 2, 2)]);
    const path = found(theta, from, to);
    expect(path).toMatchObject({
      segments: 7,
      lowerBound: 7,
      optimal: true,
      layers: [1],
      method: "star graph",
    });
    expectPath(theta, path, [from, to]);
    const { tuples } = path.list();
    expect(tuples.map((tuple) => tuple[1]?.key)).toEqual(["1,0", "1,1", ...new Array<string>(5).fill("0,1")]);
  });

  it("is one segment within a subspace, and none from a network to itself", () => {
    const theta = randomMultiLayer({ widths: [1, 1, 2, 1], hasBiases: false }, 4);
    const tuple = [partition(1, 1), partition(1, 2, 0)];
    const [from, to] = [multiLayerCorner(theta, tuple, tuple) ?? theta, freePoint(theta, tuple)];
    const one = found(theta, from, to);
    expect(one).toMatchObject({
      segments: 1,
      lowerBound: 1,
      optimal: true,
      layers: [],
      method: "common subspace",
    });
    expectPath(theta, one, [from, to]);
    const none = found(theta, from, from);
    expect(none).toMatchObject({
      segments: 0,
      lowerBound: 0,
      optimal: true,
      layers: [],
      method: "equal points",
    });
    expect(none.list()).toEqual({ points: [from], tuples: [] });
  });

  it("doesn't exist where a layer without a unit to spare has another order", () => {
    const theta = randomMultiLayer({ widths: [1, 1, 2, 1], hasBiases: false }, 4);
    const from = freePoint(theta, [partition(1, 0), partition(1, 2)]);
    const to = freePoint(theta, [partition(0, 1), partition(2, 1)]);
    expect(multiLayerPath(theta, from, to)).toEqual({ isolatedLayer: 2, width: 2 });
    const same = freePoint(theta, [partition(0, 1), partition(1, 2)]);
    expect(found(theta, from, same)).toMatchObject({ segments: 3, layers: [1] });
  });

  it("is led to Θ from an end outside, and not said to be least", () => {
    expect(multiLayerSubspaceHolds(SMALL, [partition(1, 0), partition(1, 0)], "last to first", OUTSIDE)).toBe(
      false,
    );
    const to = freePoint(SMALL, [partition(0, 1), partition(0, 1)]);
    for (const ends of [
      [OUTSIDE, to],
      [to, OUTSIDE],
    ] as const) {
      const path = found(SMALL, ...ends);
      expect(path).toMatchObject({
        segments: 4,
        lowerBound: 1,
        optimal: false,
        inManifold: false,
        layers: [],
      });
      expectPath(SMALL, path, ends);
    }
    const mirrored = multiLayerNetwork([rows("7", "2"), rows("1 0", "0 3"), rows("0 5")]);
    const both = found(SMALL, OUTSIDE, mirrored);
    expect(both).toMatchObject({ segments: 5, inManifold: false });
    expectPath(SMALL, both, [OUTSIDE, mirrored]);
  });

  it("is one segment between ends outside Θ that one Φ_P holds", () => {
    const other = multiLayerNetwork([rows("2", "-1"), rows("3 0", "4 2"), rows("5 0")]);
    const path = found(SMALL, OUTSIDE, other);
    expect(path).toMatchObject({ segments: 1, lowerBound: 1, optimal: true, inManifold: false });
    expectPath(SMALL, path, [OUTSIDE, other]);
  });

  it("in Θ may be longer than one that leaves it", () => {
    // Unit 2 of layer 1 is read by unit 2 of layer 2 alone, which nothing reads.
    const from = multiLayerNetwork([rows("2", "2"), rows("3 0", "1 4"), rows("5 0")]);
    const to = multiLayerNetwork([rows("2", "7"), rows("3 0", "1 0"), rows("5 0")]);
    expect(found(SMALL, from, to)).toMatchObject({
      segments: 2,
      lowerBound: 2,
      inManifold: true,
      layers: [1],
    });
    const tuple = [partition(1, 0), partition(1, 0)];
    expect([from, to].map((end) => multiLayerSubspaceHolds(SMALL, tuple, "fibre", end))).toEqual([
      true,
      true,
    ]);
    expect([from, to].map((end) => multiLayerSubspaceHolds(SMALL, tuple, "last to first", end))).toEqual([
      false,
      true,
    ]);
  });

  it("is that of two layers for L = 2, a bias being one more input", () => {
    const theta = randomMultiLayer({ widths: [1, 2, 1], hasBiases: true }, 4);
    const [from, to] = [freePoint(theta, [partition(1, 2, 0)]), freePoint(theta, [partition(2, 1, 0)])];
    expect(found(theta, from, to)).toMatchObject({ segments: 7, optimal: true, layers: [1] });
  });

  it("is searched for by sets of subspaces with two units to spare, and settles for bounds without a budget", () => {
    const theta = randomMultiLayer({ widths: [1, 1, 3, 1], hasBiases: false }, 4);
    const from = freePoint(theta, [partition(1, 1), partition(1, 2, 3, 0, -1)]);
    const to = freePoint(theta, [partition(1, 1), partition(2, 3, 1, 0, -1)]);
    const path = found(theta, from, to);
    expect(path).toMatchObject({ optimal: true, layers: [2], method: "search" });
    expectPath(theta, path, [from, to]);
    const hasty = multiLayerPath(theta, from, to, { budget: 3 });
    if ("isolatedLayer" in hasty) return expect.fail("no path");
    expect(hasty).toMatchObject({ optimal: false, method: "placements" });
    expect(hasty.lowerBound).toBeLessThanOrEqual(path.segments);
    expectPath(theta, hasty, [from, to]);
  });

  it("is refused for networks of other functions or widths", () => {
    const other = multiLayerNetwork([rows("2"), rows("3"), rows("6")]);
    expect(() => multiLayerPath(SMALL, SMALL, other)).toThrow('"to": computes another function than theta');
    expect(() => multiLayerPath(SMALL, other, SMALL)).toThrow('"from": computes another function than theta');
    const wide = freePoint(SMALL, [partition(1, 0), partition(1)]);
    expect(() => multiLayerPath(SMALL, SMALL, wide)).toThrow('"to": other widths than those of the first');
    expect(() => multiLayerPath(freePoint(SMALL, [partition(1, 1), partition(1)]), SMALL, SMALL)).toThrow(
      "reducible",
    );
  });
});

describe("the coarsest tuple", () => {
  it("has units of one term in one block, under the label of that term in θ", () => {
    const keys = (network: MultiLayerNetwork): string[] | undefined =>
      coarsestTuple(SMALL, network)?.map(({ key }) => key);
    expect(keys(SMALL)).toEqual(["1", "1"]);
    expect(keys(OUTSIDE)).toEqual(["1,0", "1,0"]);
    // Unit 3 of layer 2 reads nothing but a unit that nothing else reads, and has the term of the first.
    const network = multiLayerNetwork([rows("2", "7", "7"), rows("3 1 -1", "0 1 0", "3 0 0"), rows("4 0 1")]);
    expect(keys(network)).toEqual(["1,0,0", "1,0,1"]);
  });

  it("is none for another function, number of layers, or biases", () => {
    const others = [
      multiLayerNetwork([rows("2"), rows("3"), rows("6")]),
      multiLayerNetwork([rows("2"), rows("4"), rows("5")]),
      multiLayerNetwork([rows("1"), rows("3"), rows("5")]),
      multiLayerNetwork([rows("2 0"), rows("3"), rows("5")]),
      multiLayerNetwork([rows("2"), rows("3"), rows("5", "0")]),
      multiLayerNetwork([rows("2"), rows("3")]),
      multiLayerNetwork([rows("2"), rows("3"), rows("5")], rows("0", "0", "0")),
      multiLayerNetwork([rows("2", "7"), rows("3 1"), rows("5")]),
      multiLayerNetwork([rows("2"), rows("3", "1"), rows("5 1")]),
    ];
    for (const other of others) expect(coarsestTuple(SMALL, other)).toBeUndefined();
  });
});

describe("the shares of a layer", () => {
  it("have the measure of θ's units with one each, whatever the layers above", () => {
    const theta = randomMultiLayer({ widths: [2, 2, 2, 2], hasBiases: true }, 9);
    for (const [p, q] of [
      [partition(1, 2, 1, 0, 0), partition(1, 2, 0)],
      [partition(2, 1, 1, 0, -1), partition(1, 1, 2)],
      [partition(1, 1, 2, 2, 2), partition(0, 1, 2)],
    ] as [LabelledPartition, LabelledPartition][]) {
      const point = freePoint(theta, [p, q]);
      for (const [layer, height] of [
        [1, q.m],
        [2, 2],
      ] as const) {
        const shares = layerShares(theta, [p, q], point, layer);
        expect(equalMeasures(measureOf(shares), measureOf(shareUnits(theta, layer, height)))).toBe(true);
      }
    }
  });
});

describe("a corner", () => {
  it("lies in both subspaces, and there is none where they don't meet", () => {
    const theta = randomMultiLayer({ widths: [1, 1, 2, 1], hasBiases: true }, 9);
    const p = [partition(1, 0), partition(1, 2, 0)];
    const q = [partition(1, 1), partition(1, 2, 2)];
    const corner = multiLayerCorner(theta, p, q);
    if (corner === undefined) return expect.fail("no corner");
    for (const tuple of [p, q])
      expect(multiLayerSubspaceHolds(theta, tuple, "last to first", corner)).toBe(true);
    expect(multiLayerCorner(theta, p, [partition(0, 1), partition(1, 2, 0)])).toBeUndefined();
    expect(multiLayerCorner(theta, p, [partition(1, 0), partition(2, 1, 0)])).toBeUndefined();
  });
});
