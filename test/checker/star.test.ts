import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { specialPairs } from "../../properties/arbitraries/manifoldPoints.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { network } from "../../src/checker/network.js";
import { subspaceDistance } from "../../src/checker/star.js";
import { parseRational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import {
  sameNetwork,
  unitOf,
  twoLayerNetwork,
  type TwoLayerNetwork,
} from "../../src/network/twoLayerNetwork.js";
import { fewestSegments, graphOf, verticesHolding } from "./second/paths.js";

/** w_t = t, a_t = 1. */
function ladder(r: number): TwoLayerNetwork {
  return twoLayerNetwork(
    1,
    1,
    Array.from({ length: r }, (_, index) => unitOf([String(index + 1)], ["1"])),
  );
}

/** A point of one subspace only: zero blocks off the ladder, doubled outgoing vectors split in halves. */
function pointWithin(codes: readonly number[]): TwoLayerNetwork {
  return twoLayerNetwork(
    1,
    1,
    codes.map((code) => {
      const shared = codes.filter((other) => other === code).length;
      const mass = RationalVector.of([code > 0 ? 1n : 0n]).times(parseRational(`1/${shared}`));
      return { incoming: RationalVector.of([BigInt(code)]), outgoing: mass };
    }),
  );
}

const distance = (theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork): number =>
  subspaceDistance(
    network(certificateNetwork(from), "from"),
    network(certificateNetwork(to), "to"),
    network(certificateNetwork(theta), "theta"),
  );

describe("the star rule", () => {
  it.each([1, 2, 3, 4])("is breadth-first search on all pairs of subspaces for r = %i", (r) => {
    const theta = ladder(r);
    const graph = graphOf(r, r + 1);
    const units = Array.from({ length: graph.vertexCount }, (_, vertex) => {
      const point = pointWithin(graph.partitionAt(vertex).codes);
      expect(verticesHolding(theta, point)).toEqual([vertex]);
      return network(certificateNetwork(point), "point");
    });
    const target = network(certificateNetwork(theta), "theta");
    let pairs = 0;
    let furthest = 0;
    units.forEach((from, source) => {
      const distances = graph.distancesFrom(source);
      const results = units.map((to) => subspaceDistance(from, to, target));
      expect(results).toEqual([...distances]);
      pairs += results.length;
      furthest = Math.max(furthest, ...results);
    });
    expect(pairs).toBe(([0, 3, 12, 60, 360][r] ?? 0) ** 2);
    expect(furthest).toBe([0, 2, 6, 8, 12][r]);
  });

  it("is the least over the subspaces that hold a point, for random points", () => {
    let crowded = 0;
    fc.assert(
      fc.property(specialPairs(1, 4, 1, 1), ([theta, from, to]) => {
        if (verticesHolding(theta, from).length > 1) crowded += 1;
        expect(sameNetwork(from, to) ? 0 : 1 + distance(theta, from, to)).toBe(
          fewestSegments(theta, from, to),
        );
      }),
      { numRuns: 2000, seed: 3 },
    );
    expect(crowded).toBeGreaterThan(200);
  });

  it("asks for one step or none between the four kinds of neighbours", () => {
    const theta = ladder(2);
    const at = (...units: [string, string][]): TwoLayerNetwork =>
      twoLayerNetwork(
        1,
        1,
        units.map(([w, a]) => unitOf([w], [a])),
      );
    const split = at(["1", "1"], ["2", "1"], ["7", "0"]);
    const doubled = at(["1", "3"], ["2", "1"], ["1", "-2"]);
    const both = at(["1", "1"], ["2", "1"], ["1", "0"]);
    const otherEnd = at(["1", "0"], ["2", "1"], ["1", "1"]);
    expect([split, doubled, both, otherEnd].map((to) => distance(theta, split, to))).toEqual([0, 1, 0, 1]);
    expect([split, doubled, both, otherEnd].map((to) => distance(theta, doubled, to))).toEqual([1, 0, 0, 0]);
    expect(distance(theta, otherEnd, split)).toBe(1);
    expect(distance(theta, both, otherEnd)).toBe(0);
  });

  it("copes with r = 10^5, where anything but linear time would never end", () => {
    const theta = ladder(100_000);
    const units = [...theta.units, unitOf(["0"], ["0"])];
    const from = network(certificateNetwork(twoLayerNetwork(1, 1, units)), "from");
    // All of one cycle through the zero block, which ends where it began: n' = r + 1, c' = 1.
    const to = network(
      certificateNetwork(twoLayerNetwork(1, 1, [...units.slice(1), ...units.slice(0, 1)])),
      "to",
    );
    const target = network(certificateNetwork(theta), "theta");
    expect(subspaceDistance(from, to, target)).toBe(2 * (100_001 + 1 - 2));
  });
});
