import { describe, expect, test } from "vitest";
import {
  type Curve,
  type WidthPoint,
  checkCrossing,
  checkPoint,
  checkWidthPoint,
  claim,
  crossingTable,
} from "../../src/claims/fig-6.js";
import { onePerLevel, onlyLevel } from "../../src/combinatorics/asymptotics/ratio.js";
import { refuses, visits } from "./checks.js";

const first: Curve = { name: "R_1", counts: onlyLevel(1), crossing: 37 };
const lastOnly: Curve["counts"] = (k) => (k === 29 ? 10n ** 80n : 0n);
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
      "many points at the last level",
      { ...first, counts: lastOnly, crossing: 36 },
      36,
      "R_1 is not below 1 at m = 36",
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
  refuses(checkCrossing, first, [
    ["one too early", { crossing: 36 }, "R_1 is not below 1 for all m ≥ 36"],
    ["one too late", { crossing: 38 }, "R_1 goes below 1 at m = 37, not 38"],
    ["that of the sum", { crossing: 42 }, "R_1 goes below 1 at m = 37, not 42"],
  ]);
  refuses(checkCrossing, sum, [
    ["one too early", { crossing: 41 }, "sum is not below 1 for all m ≥ 41"],
    ["one too late", { crossing: 43 }, "sum goes below 1 at m = 42, not 43"],
  ]);
});

describe("a crossing at another width", () => {
  /** R_1(3, 3) = 6/6, R_1(3, 4) = 14/60. */
  const after: WidthPoint = { r: 3, k: 1, m: 4, critical: 14n, minima: 60n, crossing: 4 };
  const before: WidthPoint = { ...after, m: 3, critical: 6n, minima: 6n };

  refuses(checkWidthPoint, before, [
    ["a crossing one too early", { crossing: 3 }, "R_1 is not below 1 at r* = 3, m = 3, crossing 3"],
  ]);
  refuses(checkWidthPoint, after, [
    ["a crossing one too late", { crossing: 5 }, "R_1 is below 1 at r* = 3, m = 4, crossing 5"],
    ["no crossing", { crossing: null }, "no crossing of R_1 at r* = 3"],
    [
      "a sum that rises again",
      { k: 0, m: 9, critical: 60n },
      "the sum is not below 1 at r* = 3, m = 9, crossing 4",
    ],
  ]);

  test("is tabulated", () => {
    const { rows } = crossingTable();
    expect(rows).toHaveLength(11);
    expect(rows).toContainEqual(["30", "37", "38", "38", "17", "42"]);
    expect(rows).toContainEqual(["2", "2", "–", "–", "0", "2"]);
  });
});

visits(claim, { "other widths": 12_000, points: 182, crossings: 2 });
