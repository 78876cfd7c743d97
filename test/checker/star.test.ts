import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedPoints } from "../../properties/ext-parity-connected.js";
import { specialPairs } from "../../properties/arbitraries/manifoldPoints.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { type Units, network } from "../../src/checker/network.js";
import { subspaceDistance } from "../../src/checker/star.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { genericSignedPoint } from "../../src/claims/instances/genericSignedPoint.js";
import { PARITIES, representatives } from "../../src/claims/instances/signedCases.js";
import { parseRational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import {
  sameNetwork,
  unitOf,
  twoLayerNetwork,
  type TwoLayerNetwork,
} from "../../src/network/twoLayerNetwork.js";
import { fewestMirrored, signedGraphOf } from "./second/mirrored.js";
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
    theta.units.length,
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
      const results = units.map((to) => subspaceDistance(from, to, target, r));
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
    expect(subspaceDistance(from, to, target, 100_000)).toBe(2 * (100_001 + 1 - 2));
  });
});

describe("the star rule with mirror images", () => {
  const sizes = [1, 2, 3].flatMap((r) => PARITIES.map((parity) => [r, parity] as const));

  it.each(sizes)("is breadth-first search from each orbit to all subspaces for r = %i, %s", (r, parity) => {
    const theta = standardNetwork(r, 1, 1);
    const graph = signedGraphOf(r, r + 1, parity);
    const read = (point: TwoLayerNetwork): Units => network(certificateNetwork(point), "", undefined, parity);
    const ends = Array.from({ length: graph.vertexCount }, (_, vertex) =>
      read(genericSignedPoint(theta, graph.partitionAt(vertex))),
    );
    let furthest = 0;
    for (const partition of representatives(r, r + 1, parity)) {
      const from = read(genericSignedPoint(theta, partition));
      const results = ends.map((to) => subspaceDistance(from, to, read(theta), r));
      expect(results).toEqual([...graph.distancesFrom(graph.vertexOf(partition))]);
      furthest = Math.max(furthest, ...results);
    }
    expect(furthest).toBe(4 * r + (parity === "odd" ? 2 : 0));
  });

  it("is the least over the subspaces that hold a point, for random points", () => {
    const read = (point: TwoLayerNetwork, parity: "odd" | "even"): Units =>
      network(certificateNetwork(point), "", undefined, parity);
    let apart = 0;
    fc.assert(
      fc.property(
        signedPoints.filter(({ theta, from }) => from.units.length === theta.units.length + 1),
        (ends) => {
          const { theta, from, to, parity } = ends;
          const [start, goal, base] = [from, to, theta].map((one) => read(one, parity));
          if (start === undefined || goal === undefined || base === undefined) throw new Error("no ends");
          const least = 1 + subspaceDistance(start, goal, base, theta.units.length);
          expect(sameNetwork(from, to) ? 0 : least).toBe(fewestMirrored(ends));
          if (least > 4) apart += 1;
        },
      ),
      { numRuns: 1000, seed: 5 },
    );
    expect(apart).toBeGreaterThan(200);
  });
});
