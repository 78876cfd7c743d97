import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedPartitionOf, signedPoints } from "../../../properties/ext-parity-connected.js";
import { checkSignedPath } from "../../../src/claims/ext-geodesic-odd.js";
import { SignedLabelledPartition } from "../../../src/combinatorics/signed/signedLabelledPartition.js";
import type { Parity } from "../../../src/exact/parity.js";
import { shortestSignedPath } from "../../../src/manifold/signed/shortestSignedPath.js";
import { signedMeetingCriterion } from "../../../src/manifold/signed/signedIntersection.js";
import { signedPlacementWay } from "../../../src/manifold/signed/signedPlacementWay.js";
import { line, one, two } from "../fixtures.js";

const signed = (codes: number[], signs: number[], parity: Parity = "odd"): SignedLabelledPartition =>
  SignedLabelledPartition.of(codes, signs, Math.max(0, ...codes), parity);

describe("a way by placements with mirrored neurons", () => {
  it("turns a neuron while its label is elsewhere, by hand", () => {
    const way = signedPlacementWay(signed([1, 0], [1, 0]), signed([1, 0], [-1, 0]));
    expect(way.map(({ key }) => key)).toEqual([
      "1,0;1,0",
      "1,0;1,1",
      "1,1;1,1",
      "0,1;1,1",
      "1,1;-1,1",
      "1,0;-1,1",
      "1,0;-1,0",
    ]);
  });

  it("meets step by step, and has at most two edges a label, four for one of each cycle, and two at the ends", () => {
    const pairs = fc
      .tuple(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom<Parity>("odd", "even"),
      )
      .chain(([r, spare, parity]) => {
        const partition = signedPartitionOf(r, r + spare, parity);
        return fc.tuple(partition, partition);
      });
    let mirrored = 0;
    fc.assert(
      fc.property(pairs, ([start, goal]) => {
        const way = signedPlacementWay(start, goal);
        expect(way[0]?.equals(start)).toBe(true);
        expect(way.at(-1)?.equals(goal)).toBe(true);
        way.slice(1).forEach((next, index) => {
          expect(signedMeetingCriterion(way[index] ?? goal, next)).toBe(true);
        });
        // A label that only changes its sign is a cycle of its own.
        expect(way.length).toBeLessThanOrEqual(3 + 4 * start.r);
        if (way.slice(1, -1).some(({ signs }) => signs.includes(-1))) mirrored += 1;
      }),
      { seed: 31, numRuns: 200 },
    );
    expect(mirrored).toBeGreaterThan(50);
  });

  it("is for subspaces of one size and parity with a neuron to spare", () => {
    expect(() => signedPlacementWay(signed([1], [1]), signed([1], [-1]))).toThrow(
      new RangeError("a way from (1, 1), odd, to (1, 1), odd"),
    );
    expect(() => signedPlacementWay(signed([1, 0], [1, 1]), signed([1, 0], [1, 1], "even"))).toThrow(
      RangeError,
    );
  });
});

describe("a path with mirrored neurons beyond its budget", () => {
  it("goes by placements through its subspaces, and is no shorter than the bound and the shortest", () => {
    let longer = 0;
    fc.assert(
      fc.property(signedPoints, ({ theta, from, to, parity }) => {
        const [quick, least] = [1, undefined].map((budget) =>
          shortestSignedPath(theta, from, to, parity, budget === undefined ? {} : { budget }),
        );
        if (quick === undefined || least === undefined) throw new RangeError("no path");
        expect(least).toMatchObject({ optimal: true, lowerBound: least.partitions.length });
        const edges = quick.partitions.length - 1;
        const find = (): typeof quick => quick;
        expect(checkSignedPath({ theta, from, to, parity, edges, find })).toBeUndefined();
        expect(quick.lowerBound).toBeLessThanOrEqual(least.partitions.length);
        expect(quick.optimal).toBe(quick.lowerBound === quick.partitions.length);
        if (quick.partitions.length > least.partitions.length) longer += 1;
      }),
      { seed: 7, numRuns: 150 },
    );
    expect(longer).toBeGreaterThan(5);
  });

  it("says how few segments may be possible", () => {
    const [from, to] = [line([1, 2], [0, 1], [0, 3]), line([-1, -2], [0, 1], [0, 3])];
    const found = shortestSignedPath(one, from, to, "odd", { budget: 1 });
    expect(found).toMatchObject({ method: "placements", optimal: false });
    expect(found?.lowerBound).toBeLessThan(5);
    expect(found?.partitions.length).toBe(7);
    expect(shortestSignedPath(one, from, to, "odd")?.partitions.length).toBe(5);
  });

  it("joins networks that are too wide for the search", () => {
    const units = Array.from({ length: 40 }, (_, unit) => [unit + 1, 1] as const);
    const theta = line(...units);
    const from = line(...units, [0, 9], [0, 5]);
    const to = line([0, 8], [0, 7], ...units.map(([incoming, outgoing]) => [-incoming, -outgoing] as const));
    const found = shortestSignedPath(theta, from, to, "odd");
    expect(found).toMatchObject({ method: "placements", lowerBound: 2, optimal: false });
    const edges = (found?.partitions.length ?? 0) - 1;
    expect(checkSignedPath({ theta, from, to, parity: "odd", edges, find: () => found })).toBeUndefined();
    // Two labels move at a time, in two edges each, to the two units that are free; and one edge leads from
    // the silent block, and one to it.
    expect(edges).toBe(42);
  });

  it("is refused for points of other functions, and not found without a neuron to spare", () => {
    expect(() => shortestSignedPath(one, line([1, 2], [0, 1]), line([1, 1], [0, 1]), "odd")).toThrow(
      '"to" does not have the function of theta for every odd activation',
    );
    expect(shortestSignedPath(two, line([1, 2], [3, 4]), line([-1, -2], [3, 4]), "odd")).toBeUndefined();
  });
});
