import { describe, expect, test } from "vitest";
import { checkRoutes, claim } from "../../src/claims/prop-4.5.js";
import { surjections, surjectionsByStirling } from "../../src/combinatorics/counts/surjections.js";
import { visits } from "./checks.js";

describe("routes to one count", () => {
  test("that agree are accepted", () => {
    expect(checkRoutes({ closed: surjections, stirling: surjectionsByStirling }, 3, 5)).toBeUndefined();
  });

  test("each is asked for the sizes in their order", () => {
    const asked: (readonly [number, number])[] = [];
    const record = (r: number, m: number): bigint => BigInt(asked.push([r, m])) * 0n;
    checkRoutes({ a: record, b: record }, 3, 5);
    expect(asked).toEqual([
      [3, 5],
      [3, 5],
    ]);
  });

  test.each([
    ["a formula off by one", (r: number, m: number) => surjections(r, m) + 1n],
    ["r and m swapped", (r: number, m: number) => surjections(m, r)],
    ["maps in place of surjections", (r: number, m: number) => BigInt(r) ** BigInt(m)],
    ["partitions in place of surjections", (r: number, m: number) => surjections(r, m) / 6n],
  ])("%s is caught", (_, route) => {
    expect(checkRoutes({ closed: surjections, stirling: surjectionsByStirling, planted: route }, 3, 5)).toBe(
      "closed and planted differ at (3,5)",
    );
  });

  test("the first one wrong is caught by the others", () => {
    expect(checkRoutes({ planted: () => 0n, closed: surjections }, 3, 5)).toBe(
      "planted and closed differ at (3,5)",
    );
  });

  test("a single route, or none, shows nothing", () => {
    expect(checkRoutes({ closed: surjections }, 3, 5)).toBe("nothing to compare");
    expect(checkRoutes({}, 3, 5)).toBe("nothing to compare");
  });
});

visits(claim, { G: 1830, "G as defined": 105, T: 1830, "T as defined": 105, "g is Bell": 61 });
