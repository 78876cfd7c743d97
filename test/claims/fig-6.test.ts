import { describe, expect, test } from "vitest";
import {
  type Curve,
  type WidthPoint,
  checkCrossing,
  checkPoint,
  checkWidthPoint,
  claim,
  otherWidthsVerdict,
} from "../../src/claims/fig-6.js";
import { onePerLevel, onlyLevel } from "../../src/combinatorics/asymptotics/ratio.js";
import { quickContext, verdictOf } from "./quickContext.js";

const first: Curve = { name: "R_1", counts: onlyLevel(1), crossing: 37 };
const sum: Curve = { name: "sum", counts: onePerLevel, crossing: 42 };

describe("a point of a curve", () => {
  test.each([
    ["R_1", 30, first],
    ["R_1", 36, first],
    ["R_1", 37, first],
    ["R_1", 120, first],
    ["the sum", 41, sum],
    ["the sum", 42, sum],
  ])("is on the side that its crossing says: %s at %i", (_, m, curve) => {
    expect(checkPoint(curve, m)).toBeUndefined();
  });

  test.each([
    ["a crossing one too early", { ...first, crossing: 36 }, 36, "R_1 is not below 1 at m = 36"],
    ["a crossing one too late", { ...first, crossing: 38 }, 37, "R_1 is below 1 at m = 37"],
    ["the sum's crossing one too early", { ...sum, crossing: 41 }, 41, "sum is not below 1 at m = 41"],
    ["the sum's crossing one too late", { ...sum, crossing: 43 }, 42, "sum is below 1 at m = 42"],
    ["another level's curve", { ...first, counts: onlyLevel(29) }, 36, "R_1 is below 1 at m = 36"],
    ["two points a level", { ...sum, counts: () => 2n }, 42, "sum is not below 1 at m = 42"],
    [
      "a curve with weight at the last level only",
      { name: "R_29", counts: (k: number) => (k === 29 ? 10n ** 80n : 0n), crossing: 36 },
      36,
      "R_29 is not below 1 at m = 36",
    ],
  ])("%s is caught", (_, curve, m, message) => {
    expect(checkPoint(curve, m)).toBe(message);
  });

  test("whose sum is not the total of the search is caught", () => {
    const last: Curve = { name: "R_29", counts: onlyLevel(29), crossing: 30 };
    expect(checkPoint(last, 31, 1n)).toBeUndefined();
    expect(checkPoint(last, 31, 0n)).toBe("R_29 sums to 1, not 0, at m = 31");
  });
});

describe("a crossing", () => {
  test("that is first and final is accepted", () => {
    expect(checkCrossing(first)).toBeUndefined();
    expect(checkCrossing(sum)).toBeUndefined();
  });

  test.each([
    ["one too early", { ...first, crossing: 36 }, "R_1 is not below 1 for all m ≥ 36"],
    ["one too late", { ...first, crossing: 38 }, "R_1 goes below 1 at m = 37, not 38"],
    ["of the sum, one too early", { ...sum, crossing: 41 }, "sum is not below 1 for all m ≥ 41"],
    ["of the sum, one too late", { ...sum, crossing: 43 }, "sum goes below 1 at m = 42, not 43"],
    ["of the other curve", { ...first, crossing: 42 }, "R_1 goes below 1 at m = 37, not 42"],
  ])("%s is caught", (_, curve, message) => {
    expect(checkCrossing(curve)).toBe(message);
  });
});

describe("a crossing at another width", () => {
  /** R_1(3, 3) = 6/6, R_1(3, 4) = 14/60. */
  const after: WidthPoint = { r: 3, k: 1, m: 4, critical: 14n, minima: 60n, crossing: 4 };
  const before: WidthPoint = { ...after, m: 3, critical: 6n, minima: 6n };

  test("is accepted where the sides agree", () => {
    expect(checkWidthPoint(after)).toBeUndefined();
    expect(checkWidthPoint(before)).toBeUndefined();
  });

  test.each([
    ["one too early", { ...before, crossing: 3 }, "R_1 is not below 1 at r* = 3, m = 3, crossing 3"],
    ["one too late", { ...after, crossing: 5 }, "R_1 is below 1 at r* = 3, m = 4, crossing 5"],
    ["denied", { ...after, crossing: null }, "no crossing of R_1 at r* = 3"],
    [
      "before the curve rises again",
      { ...after, k: 0, m: 9, critical: 60n },
      "the sum is not below 1 at r* = 3, m = 9, crossing 4",
    ],
  ])("that is %s is caught", (_, point, message) => {
    expect(checkWidthPoint(point)).toBe(message);
  });

  test("is tabulated", () => {
    const { table } = otherWidthsVerdict(quickContext.progress);
    expect(table?.rows).toHaveLength(11);
    expect(table?.rows).toContainEqual(["30", "37", "38", "38", "17", "42"]);
    expect(table?.rows).toContainEqual(["2", "2", "–", "–", "0", "2"]);
  });
});

test.each([
  ["other widths", "12000"],
  ["points", "182"],
  ["crossings", "2"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
