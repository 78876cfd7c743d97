import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { specialPairs } from "../../properties/arbitraries/manifoldPoints.js";
import type { Certificate } from "../../src/certificate/certificate.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { leastPathBytes, pathCertificate } from "../../src/certificate/pathCertificate.js";
import type { Expected } from "../../src/checker/verdict.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { pathAsInPaper } from "../../src/manifold/paths/pathAsInPaper.js";
import { shortestPath } from "../../src/manifold/paths/shortestPath.js";
import {
  type Unit,
  type TwoLayerNetwork,
  unitOf,
  twoLayerNetwork,
} from "../../src/network/twoLayerNetwork.js";
import type { Json } from "../checker/seal.js";
import { checked, SHOWN, bodyOf, networkOf, planted } from "./producing.js";

describe("a path", () => {
  it("between random points is accepted as shortest, and only with its own ends", async () => {
    const rules = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(specialPairs(1, 3, 1, 2), async ([theta, from, to]) => {
        const found = shortestPath(theta, from, to);
        if (found === undefined) throw new Error("no path");
        const certificate = pathCertificate(theta, found.path.list(), found.optimal);
        const expected = {
          claim: "ext-geodesic",
          from: certificateNetwork(from),
          to: certificateNetwork(to),
          theta: certificateNetwork(theta),
        };
        expect(await checked(certificate, expected)).toEqual(SHOWN);
        const { bound, points, partitions } = bodyOf(certificate);
        const { rule } = bound as { rule: string };
        rules.set(rule, (rules.get(rule) ?? 0) + 1);
        const visited = (points as Json[]).map(networkOf);
        (partitions as number[][]).forEach((codes, segment) => {
          for (const point of visited.slice(segment, segment + 2)) {
            expect(gammaHolds(theta, LabelledPartition.of(codes, theta.units.length), point)).toBe(true);
          }
        });
        if (found.path.segments === 0) return;
        const turned = await checked(certificate, {
          ...expected,
          from: certificateNetwork(to),
          to: certificateNetwork(from),
        });
        expect(turned).toMatchObject({ accepted: false, rule: "end" });
      }),
      { numRuns: 60, seed: 2 },
    );
    for (const rule of ["distinct", "star", "potential"]) expect(rules.get(rule)).toBeGreaterThan(3);
  });

  const unit = (w: string, a: string): Unit => unitOf([w], [a]);
  const silent = (w: string): Unit => unit(w, "0");
  const network = (...units: readonly Unit[]): TwoLayerNetwork => twoLayerNetwork(1, 1, units);
  const [one, two, three] = [unit("1", "1"), unit("2", "-1"), unit("3", "1/2")];
  const theta = network(one, two, three);
  const from = network(one, two, three, silent("5"));
  const to = network(two, one, three, silent("7"));
  const wide = ({ units }: TwoLayerNetwork, ...ws: readonly string[]): TwoLayerNetwork =>
    network(...units, ...ws.map(silent));

  const certified = (asPaper: boolean): [Certificate, number] => {
    const found = shortestPath(theta, from, to);
    const path = asPaper ? pathAsInPaper(theta, from, to) : found?.path;
    if (path === undefined || found === undefined) throw new Error("no path");
    return [pathCertificate(theta, path.list(), !asPaper), path.segments];
  };
  const expectedOf = (claim: string): Expected => ({
    claim,
    from: certificateNetwork(from),
    to: certificateNetwork(to),
  });

  it("of the paper's is a path, and no shortest one", async () => {
    const [certificate, segments] = certified(true);
    expect([certificate.claim, bodyOf(certificate).bound]).toEqual(["thm-3.1-path", { rule: "none" }]);
    expect(segments).toBeGreaterThan(certified(false)[1]);
    expect(await checked(certificate, expectedOf("thm-3.1-path"))).toEqual(SHOWN);
    const longer: Certificate = { ...certificate, claim: "ext-geodesic" };
    expect(await checked(longer, expectedOf("ext-geodesic"))).toMatchObject({
      accepted: false,
      rule: "bound",
    });
    const body = { ...longer.body, bound: { rule: "star" } };
    expect(await checked({ ...longer, body }, expectedOf("ext-geodesic"))).toMatchObject({
      accepted: false,
      rule: "star",
    });
  });

  it("claims no more than can be shown: nothing of lengths where T is above 2500", async () => {
    const ends = [wide(from, "8", "9"), wide(to, "10", "11")] as const;
    expect(labelledPartitionCount(3, 6)).toBe(3120n);
    const found = shortestPath(theta, ...ends);
    expect(found?.optimal).toBe(true);
    const certificate = pathCertificate(theta, found?.path.list() ?? { points: [], partitions: [] }, true);
    expect([certificate.claim, bodyOf(certificate).bound]).toEqual(["thm-3.1-path", { rule: "none" }]);
    const expected = {
      claim: "thm-3.1-path",
      from: certificateNetwork(ends[0]),
      to: certificateNetwork(ends[1]),
    };
    expect(await checked(certificate, expected)).toEqual(SHOWN);
  });

  it.each<[string, (body: Record<string, Json>) => void, string]>([
    ["a corner moved", ({ points }) => ((points as Json[])[1] = (points as Json[])[0] ?? null), "member"],
    ["a partition moved", ({ partitions }) => ((partitions as Json[])[1] = [1, 2, 3, 0]), "member"],
    ["a point too few", ({ points }) => (points as Json[]).splice(1, 1), "segments"],
    ["another end", ({ points }) => (points as Json[]).pop(), "segments"],
    ["a bound of another kind", (body) => (body.bound = { rule: "distinct" }), "bound-distinct"],
    ["no bound", (body) => (body.bound = { rule: "none" }), "bound"],
  ])("with %s is rejected", async (_, change, rule) => {
    const [certificate] = certified(false);
    expect(certificate.claim).toBe("ext-geodesic");
    expect(await checked(certificate, expectedOf("ext-geodesic"))).toEqual(SHOWN);
    expect(await planted(certificate, expectedOf("ext-geodesic"), change)).toBe(rule);
  });

  it.each([
    [
      "of weights with more digits than fit beside each other",
      "7".repeat(4000),
      "7".repeat(4000),
      "thm-3.1-path",
    ],
    [
      "of denominators that are long in common",
      `1/${"3".repeat(2050)}`,
      `1/${"2".repeat(2049)}7`,
      "thm-3.1-path",
    ],
    ["of long weights that are not too many", "7".repeat(3000), "0", "ext-geodesic"],
  ])("%s is claimed shortest only if the checker can see it", async (_, first, second, claim) => {
    const outgoing = [first, second, first];
    const [one, two] = [unitOf(["1", "0"], outgoing), unitOf(["2", "0"], outgoing)];
    const spare = (w: string): Unit => unitOf([w, "1"], ["0", "0", "0"]);
    const planar = (...units: readonly Unit[]): TwoLayerNetwork => twoLayerNetwork(2, 3, units);
    const ends = [
      planar(one, two, spare("5"), spare("6")),
      planar(two, one, spare("7"), spare("8")),
    ] as const;
    const base = planar(one, two);
    const found = shortestPath(base, ...ends);
    expect(found?.optimal).toBe(true);
    const certificate = pathCertificate(base, found?.path.list() ?? { points: [], partitions: [] }, true);
    expect(certificate.claim).toBe(claim);
    expect(
      await checked(certificate, {
        claim,
        from: certificateNetwork(ends[0]),
        to: certificateNetwork(ends[1]),
      }),
    ).toEqual(SHOWN);
  });

  it("with a potential that is flatter or steeper than it may be is rejected", async () => {
    const ends = [wide(from, "8"), wide(to, "9")] as const;
    const found = shortestPath(theta, ...ends);
    if (found === undefined) throw new Error("no path");
    expect(labelledPartitionCount(3, 5)).toBe(450n);
    const certificate = pathCertificate(theta, found.path.list(), true);
    const expected = {
      claim: "ext-geodesic",
      from: certificateNetwork(ends[0]),
      to: certificateNetwork(ends[1]),
    };
    expect(await checked(certificate, expected)).toEqual(SHOWN);
    const change = (scale: (value: number) => number) => (body: Record<string, Json>) => {
      const bound = body.bound as { values: number[] };
      bound.values = bound.values.map(scale);
    };
    expect(
      await planted(
        certificate,
        expected,
        change((v) => v + 5),
      ),
    ).toBe("accepted");
    expect(
      await planted(
        certificate,
        expected,
        change((v) => v * 2),
      ),
    ).toBe("bound-lipschitz");
    expect(
      await planted(
        certificate,
        expected,
        change((v) => Math.min(v, 1)),
      ),
    ).toBe("bound-gap");
  });

  it("takes no less than its bound of bytes", () => {
    const [certificate, segments] = certified(false);
    const bytes = Buffer.byteLength(JSON.stringify(bodyOf(certificate).points));
    const bound = leastPathBytes(segments + 1, from);
    expect(bound).toBe((segments + 1) * 4 * 12);
    expect([bound <= bytes, bound * 3 > bytes]).toEqual([true, true]);
  });
});
