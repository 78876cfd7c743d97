import { describe, expect, it } from "vitest";
import { signedLabelledPartitions } from "../../../src/combinatorics/signed/signedEnumeration.js";
import { SignedLabelledPartition } from "../../../src/combinatorics/signed/signedLabelledPartition.js";
import type { Parity } from "../../../src/exact/parity.js";
import { coarsestSignedSubspace } from "../../../src/manifold/signed/signedClasses.js";
import { signedGammaHolds, signedGammaSubspace } from "../../../src/manifold/signed/signedGammaSubspace.js";
import { signedIntersectionPoint } from "../../../src/manifold/signed/signedIntersectionPoint.js";
import { signedMeetingCriterion } from "../../../src/manifold/signed/signedIntersection.js";
import {
  leavingSignedSubspaces,
  signedSubspacesHolding,
} from "../../../src/manifold/signed/signedSubspacesHolding.js";
import { holdsPoint } from "../../../src/manifold/subspaces/affineSubspace.js";
import { toPoint } from "../../../src/manifold/subspaces/parameterSpace.js";
import { standardNetwork } from "../../../src/claims/evidence/ranges.js";
import { line, one, two } from "../fixtures.js";

const signed = (codes: number[], signs: number[], parity: Parity = "odd"): SignedLabelledPartition =>
  SignedLabelledPartition.of(codes, signs, Math.max(0, ...codes), parity);

describe("a signed subspace, θ^r = (1; 2)", () => {
  it.each([
    ["a mirrored copy", signed([1, 1], [1, -1]), line([1, 3], [-1, 1]), true],
    ["a mirrored copy with the wrong sum", signed([1, 1], [1, -1]), line([1, 3], [-1, -1]), false],
    ["an even copy", signed([1, 1], [1, -1], "even"), line([1, 3], [-1, -1]), true],
    ["a silent unit", signed([1, 0], [1, 0]), line([1, 2], [0, 7]), true],
    ["a silent unit that isn't at 0", signed([1, 0], [1, 0]), line([1, 2], [3, 0]), false],
    ["a pair that cancels", signed([1, 0, 0], [-1, 1, -1]), line([-1, -2], [5, 4], [-5, 4]), true],
    [
      "a pair that cancels only unmirrored",
      signed([1, 0, 0], [-1, 1, -1]),
      line([-1, -2], [5, 4], [-5, -4]),
      false,
    ],
  ])("holds %s, or doesn't: by definition and by its equations", (_, partition, network, holds) => {
    expect(signedGammaHolds(one, partition, network)).toBe(holds);
    expect(holdsPoint(signedGammaSubspace(one, partition), toPoint(network))).toBe(holds);
  });

  it("needs a network without mirror images among its units", () => {
    expect(() => signedGammaSubspace(line([1, 2], [-1, 3]), signed([1, 2], [1, 1]))).toThrow(
      "a network that is reducible for an odd activation",
    );
    expect(() => signedGammaSubspace(line([0, 2]), signed([1], [1], "even"))).toThrow(RangeError);
    expect(() => signedGammaSubspace(two, signed([1], [1]))).toThrow(
      "a network of width 2 and a partition with 1",
    );
  });
});

describe("the subspaces that hold a point", () => {
  it.each([
    ["odd", two, line([1, 2], [-3, -4], [0, 5])],
    ["odd", one, line([1, 2], [0, 1], [0, 1], [0, 0])],
    ["odd", one, line([1, 1], [-1, -1], [0, 0], [2, 0])],
    ["even", one, line([1, 2], [0, 1], [0, -1], [0, 0])],
    ["even", one, line([1, 2], [2, 1], [-2, -1], [2, 0])],
    ["odd", one, line([1, 2], [2, 1], [2, 1])],
  ] as const)("are those whose equations it satisfies (%s, %#)", (parity, theta, point) => {
    const [r, m] = [theta.units.length, point.units.length];
    const expected = [...signedLabelledPartitions(r, m, parity)].filter((p) =>
      holdsPoint(signedGammaSubspace(theta, p), toPoint(point)),
    );
    const found = [...signedSubspacesHolding(theta, point, parity)];
    expect(found.map(({ key }) => key).sort()).toEqual(expected.map(({ key }) => key).sort());
    expect(coarsestSignedSubspace(theta, point, parity) === undefined).toBe(expected.length === 0);
    const leaving = leavingSignedSubspaces(theta, point, parity, 1000) ?? [];
    expect(leaving.every((p) => signedGammaHolds(theta, p, point))).toBe(true);
    expect(leavingSignedSubspaces(theta, point, parity, 0)).toBeUndefined();
  });
});

describe("two signed subspaces", () => {
  it.each(["odd", "even"] as const)("share the point that is found, if they meet (%s)", (parity) => {
    const theta = standardNetwork(1, 2, 2);
    const all = [...signedLabelledPartitions(1, 3, parity)];
    let meetings = 0;
    for (const p of all) {
      for (const q of all) {
        const point = signedIntersectionPoint(theta, p, q);
        expect(point !== undefined).toBe(signedMeetingCriterion(p, q));
        if (point === undefined) continue;
        meetings += 1;
        expect(signedGammaHolds(theta, p, point) && signedGammaHolds(theta, q, point)).toBe(true);
      }
    }
    expect(meetings).toBe(parity === "odd" ? 68 + 2 * 366 : 38 + 2 * 210);
  });

  it("must have one parity", () => {
    expect(() => signedMeetingCriterion(signed([1], [1]), signed([1], [1], "even"))).toThrow(RangeError);
  });
});
