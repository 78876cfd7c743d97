import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signedPoints } from "../../properties/ext-parity-connected.js";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { mirroredPathCertificate } from "../../src/certificate/mirroredPathCertificate.js";
import type { Expected } from "../../src/checker/verdict.js";
import { SignedLabelledPartition } from "../../src/combinatorics/signed/signedLabelledPartition.js";
import type { Parity } from "../../src/exact/parity.js";
import { type ShortestSignedPath, shortestSignedPath } from "../../src/manifold/signed/shortestSignedPath.js";
import { signedGammaHolds } from "../../src/manifold/signed/signedGammaSubspace.js";
import { type TwoLayerNetwork, twoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";
import { line, one } from "../manifold/fixtures.js";
import { SHOWN, bodyOf, checked, networkOf } from "./producing.js";

type Ends = readonly [from: TwoLayerNetwork, to: TwoLayerNetwork];

function shortest(theta: TwoLayerNetwork, [from, to]: Ends, parity: Parity): ShortestSignedPath {
  const path = shortestSignedPath(theta, from, to, parity);
  if (path?.optimal !== true) throw new Error("no shortest path");
  return path;
}

const requestFor = (claim: string, [from, to]: Ends, parity: Parity): Expected => ({
  ...{ claim, from: certificateNetwork(from), to: certificateNetwork(to), parity },
});

interface Body {
  readonly bound: { readonly rule: string };
  readonly points: readonly unknown[];
  readonly partitions: readonly { readonly codes: number[]; readonly signs: number[] }[];
}

describe("a path with mirrored units", () => {
  it("between random points is accepted as shortest, and only with its own ends and parity", async () => {
    const rules: string[] = [];
    await fc.assert(
      fc.asyncProperty(signedPoints, async ({ theta, from, to, parity }) => {
        const path = shortest(theta, [from, to], parity);
        const certificate = mirroredPathCertificate(theta, path, parity);
        const named = { theta: certificateNetwork(theta) };
        const asked = { ...requestFor("ext-geodesic-odd", [from, to], parity), ...named };
        expect(await checked(certificate, asked)).toEqual(SHOWN);
        const { bound, points, partitions } = bodyOf(certificate) as unknown as Body;
        rules.push(bound.rule);
        const corners = points.map(networkOf);
        partitions.forEach(({ codes, signs }, segment) => {
          const partition = SignedLabelledPartition.of(codes, signs, theta.units.length, parity);
          for (const point of corners.slice(segment, segment + 2))
            expect(signedGammaHolds(theta, partition, point)).toBe(true);
        });
        const other = parity === "odd" ? "even" : "odd";
        expect(await checked(certificate, { ...asked, parity: other })).toMatchObject({ rule: "parameters" });
        if (path.partitions.length === 0) return;
        const backwards = { ...requestFor("ext-geodesic-odd", [to, from], parity), ...named };
        expect(await checked(certificate, backwards)).toMatchObject({ accepted: false, rule: "end" });
      }),
      { numRuns: 60, seed: 4 },
    );
    for (const rule of ["distinct", "star", "potential"])
      expect(rules.filter((other) => other === rule).length).toBeGreaterThan(2);
  });

  it("that goes by placements is a path, and not a shortest one", async () => {
    const ends = [line([1, 2], [0, 1], [0, 3]), line([-1, -2], [0, 1], [0, 3])] as const;
    const path = shortestSignedPath(one, ...ends, "odd", { budget: 1 });
    if (path === undefined) throw new Error("no path");
    const certificate = mirroredPathCertificate(one, path, "odd");
    expect([path.method, certificate.claim]).toEqual(["placements", "ext-parity-connected"]);
    expect(await checked(certificate, requestFor("ext-parity-connected", ends, "odd"))).toEqual(SHOWN);
    const claimed = { ...certificate, claim: "ext-geodesic-odd" };
    expect(await checked(claimed, requestFor("ext-geodesic-odd", ends, "odd"))).toMatchObject({
      rule: "bound",
    });
  });

  it("claims nothing of lengths where there are more subspaces than the checker lists", async () => {
    const wide = (sign: "1" | "-1"): TwoLayerNetwork =>
      twoLayerNetwork(1, 1, [unitOf([sign], [sign]), ...["5", "6", "7", "8"].map((w) => unitOf([w], ["0"]))]);
    const ends = [wide("1"), wide("-1")] as const;
    const theta = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"])]);
    // T±(1,5) is 2792 for odd parity.
    const path = shortest(theta, ends, "odd");
    const certificate = mirroredPathCertificate(theta, path, "odd");
    expect(certificate).toMatchObject({ claim: "ext-parity-connected", body: { bound: { rule: "none" } } });
    expect(await checked(certificate, requestFor("ext-parity-connected", ends, "odd"))).toEqual(SHOWN);
  });
});
