import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { specialPairs } from "../../properties/arbitraries/manifoldPoints.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { pathCertificate } from "../../src/certificate/pathCertificate.js";
import type { Expected } from "../../src/checker/verdict.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import type { ManifoldPath } from "../../src/manifold/paths/manifoldPath.js";
import { pathAsInPaper } from "../../src/manifold/paths/pathAsInPaper.js";
import { shortestPath } from "../../src/manifold/paths/shortestPath.js";
import {
  type Unit,
  type TwoLayerNetwork,
  unitOf,
  twoLayerNetwork,
} from "../../src/network/twoLayerNetwork.js";
import type { Json } from "../checker/seal.js";
import { checked, SHOWN, bodyOf, networkOf } from "./producing.js";

type Ends = readonly [from: TwoLayerNetwork, to: TwoLayerNetwork];

function shortest(theta: TwoLayerNetwork, ends: Ends): ManifoldPath {
  const { path, optimal } = shortestPath(theta, ...ends) ?? {};
  if (path === undefined || optimal !== true) throw new Error("no shortest path");
  return path;
}

const requestFor = (claim: string, [from, to]: Ends): Expected => ({
  ...{ claim, from: certificateNetwork(from), to: certificateNetwork(to) },
});

describe("a path", () => {
  it("between random points is accepted as shortest, and only with its own ends", async () => {
    const rules: unknown[] = [];
    await fc.assert(
      fc.asyncProperty(specialPairs(1, 3, 1, 2), async ([theta, from, to]) => {
        const path = shortest(theta, [from, to]);
        const certificate = pathCertificate(theta, path.list(), true);
        const named = { theta: certificateNetwork(theta) };
        const expected = { ...requestFor("ext-geodesic", [from, to]), ...named };
        expect(await checked(certificate, expected)).toEqual(SHOWN);
        const { bound, points, partitions } = bodyOf(certificate);
        rules.push((bound as { rule: string }).rule);
        const corners = (points as Json[]).map(networkOf);
        (partitions as number[][]).forEach((codes, segment) => {
          for (const point of corners.slice(segment, segment + 2)) {
            expect(gammaHolds(theta, LabelledPartition.of(codes, theta.units.length), point)).toBe(true);
          }
        });
        if (path.segments === 0) return;
        const verdict = await checked(certificate, { ...requestFor("ext-geodesic", [to, from]), ...named });
        expect(verdict).toMatchObject({ accepted: false, rule: "end" });
      }),
      { numRuns: 60, seed: 2 },
    );
    for (const rule of ["distinct", "star", "potential"])
      expect(rules.filter((other) => other === rule).length).toBeGreaterThan(3);
  });

  const unit = (w: string, a: string): Unit => unitOf([w], [a]);
  const network = (...units: readonly Unit[]): TwoLayerNetwork => twoLayerNetwork(1, 1, units);
  const [one, two, three] = [unit("1", "1"), unit("2", "-1"), unit("3", "1/2")];
  const theta = network(one, two, three);
  const from = network(one, two, three, unit("5", "0"));
  const to = network(two, one, three, unit("7", "0"));
  const wide = ({ units }: TwoLayerNetwork, ...ws: readonly string[]): TwoLayerNetwork =>
    network(...units, ...ws.map((w) => unit(w, "0")));

  it("of the paper's is a path, and not a shortest one", async () => {
    const path = pathAsInPaper(theta, from, to);
    if (path === undefined) throw new Error("no path");
    const certificate = pathCertificate(theta, path.list(), false);
    expect([certificate.claim, bodyOf(certificate).bound]).toEqual(["thm-3.1-path", { rule: "none" }]);
    expect(path.segments).toBeGreaterThan(shortest(theta, [from, to]).segments);
    expect(await checked(certificate, requestFor("thm-3.1-path", [from, to]))).toEqual(SHOWN);
    for (const [bound, rule] of [
      ["none", "bound"],
      ["star", "star"],
    ] as const) {
      const body = { ...certificate.body, bound: { rule: bound } };
      const verdict = checked(
        { ...certificate, claim: "ext-geodesic", body },
        requestFor("ext-geodesic", [from, to]),
      );
      expect(await verdict).toMatchObject({ accepted: false, rule });
    }
  });

  it("claims nothing of lengths where T is above 2500", async () => {
    const ends = [wide(from, "8", "9"), wide(to, "10", "11")] as const;
    expect(labelledPartitionCount(3, 6)).toBe(3120n);
    const certificate = pathCertificate(theta, shortest(theta, ends).list(), true);
    expect([certificate.claim, bodyOf(certificate).bound]).toEqual(["thm-3.1-path", { rule: "none" }]);
    expect(await checked(certificate, requestFor("thm-3.1-path", ends))).toEqual(SHOWN);
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
    const certificate = pathCertificate(base, shortest(base, ends).list(), true);
    expect(certificate.claim).toBe(claim);
    expect(await checked(certificate, requestFor(claim, ends))).toEqual(SHOWN);
  });

  it("with a potential that is too flat or too steep is rejected; a shifted potential is accepted", async () => {
    const ends = [wide(from, "8"), wide(to, "9")] as const;
    expect(labelledPartitionCount(3, 5)).toBe(450n);
    const { body, ...frame } = pathCertificate(theta, shortest(theta, ends).list(), true);
    const bound = body.bound as { values: number[]; partitions: number[][]; rule: string };
    const verdictOn = async (scale: (value: number) => number): Promise<string> => {
      const scaled = { ...bound, values: bound.values.map(scale) };
      const verdict = await checked(
        { ...frame, body: { ...body, bound: scaled } },
        requestFor("ext-geodesic", ends),
      );
      return verdict.accepted ? "accepted" : verdict.rule;
    };
    expect(await verdictOn((value) => value + 5)).toBe("accepted");
    expect(await verdictOn((value) => value * 2)).toBe("bound-lipschitz");
    expect(await verdictOn((value) => Math.min(value, 1))).toBe("bound-gap");
  });
});
