import { describe, expect, test } from "vitest";
import {
  type Sizes,
  checkShares,
  checkSpreads,
  claim,
  rankSpreads,
  shareTable,
} from "../../src/claims/dim-comparison.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { visits } from "./checks.js";

const sizes: Sizes = { r: 2, m: 4, inputDimension: 2, outputDimension: 1 };

describe("the dimensions", () => {
  test("are h·min to h·max, and h", () => {
    expect(rankSpreads(sizes)).toEqual([
      { least: 2, most: 4 },
      { least: 2, most: 2 },
    ]);
    expect(checkSpreads(sizes)).toBeUndefined();
  });

  test.each([
    ["a largest one forgotten", [2, 3, 2, 2], "2 to 3, 2 to 2"],
    ["a smaller one", [1, 4, 2, 2], "1 to 4, 2 to 2"],
    ["critical ones that differ", [2, 4, 1, 2], "2 to 4, 1 to 2"],
  ] as const)("with %s are caught", (_, [least, most, leastCritical, mostCritical], text) => {
    const spreads = [
      { least, most },
      { least: leastCritical, most: mostCritical },
    ] as const;
    expect(checkSpreads(sizes, () => spreads)).toBe(
      `dimensions ${text}, not 2 to 4, 2 to 2, at r = 2, m = 4, 2 → 1`,
    );
  });
});

describe("the shares", () => {
  const place = "at r = 2, m = 4, 2 → 1";

  test("of the parameter space are accepted", () => {
    expect(checkShares(sizes)).toBeUndefined();
    expect(checkShares({ ...sizes, r: 4 })).toBeUndefined();
  });

  test.each([
    [rational(2n, 3n), rational(1n, 6n), `a share of 2/3 for minima ${place}`],
    [rational(1n, 5n), rational(1n, 6n), `a share of 1/5 for minima ${place}`],
    [rational(1n, 3n), rational(1n, 3n), `a share of 1/3 for critical points ${place}`],
  ])("of %s and %s are caught", (minima, critical, message) => {
    expect(checkShares(sizes, () => [minima, critical])).toBe(message);
  });

  test("are tabulated", () => {
    expect(shareTable().rows).toContainEqual(["4 → 45, 2 → 1", "135", "82", "41", "41"]);
  });
});

visits(claim, { dimensions: 40, shares: 7320 });
