import { describe, expect, it } from "vitest";
import { signedIntersectionPoint } from "../../../src/manifold/signed/signedIntersectionPoint.js";
import { signedDistancePotential } from "../../../src/manifold/signed/signedDistancePotential.js";
import { line, one } from "../fixtures.js";

describe("the potential of a point with mirrored units", () => {
  it("is 0 where the point is, and by hand elsewhere", () => {
    const { partitions, values } = signedDistancePotential(one, line([1, 2], [0, 5]), "odd");
    const of = new Map(partitions.map(({ key }, index) => [key, values[index]]));
    expect(of.size).toBe(12);
    expect(of.get("1,0;1,0")).toBe(0);
    expect(of.get("1,0;1,1")).toBe(1);
    expect(of.get("1,1;1,-1")).toBe(2);
    expect(of.get("1,0;-1,1")).toBe(5);
    expect(of.get("1,0;-1,0")).toBe(6);
  });

  it.each(["odd", "even"] as const)("changes by at most one between subspaces that meet, %s", (parity) => {
    const { partitions, values } = signedDistancePotential(one, line([1, 2], [5, 0], [5, 0]), parity);
    expect(partitions.length).toBe(parity === "odd" ? 68 : 38);
    let meetings = 0;
    for (const [i, p] of partitions.entries()) {
      for (const [j, q] of partitions.entries()) {
        if (signedIntersectionPoint(one, p, q) === undefined) continue;
        meetings += 1;
        expect(Math.abs((values[i] ?? 9) - (values[j] ?? -9))).toBeLessThanOrEqual(1);
      }
    }
    expect(meetings).toBeGreaterThan(partitions.length);
  });

  it("is refused where there is none, or too much to check", () => {
    expect(() => signedDistancePotential(one, one, "odd")).toThrow(
      new RangeError("some subspace is not reached from the point"),
    );
    expect(() => signedDistancePotential(one, line([9, 9], [8, 8]), "even")).toThrow("not reached");
    const wide = line([1, 2], [5, 0], [5, 0], [5, 0], [5, 0]);
    expect(() => signedDistancePotential(one, wide, "odd")).toThrow(
      new RangeError("T±(1, 5) = 2792, above 2500"),
    );
  });
});
