import { describe, expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import {
  type CountTable,
  boundedThresholds,
  boundsTable,
  checkBounds,
  checkGrowth,
  checkShare,
  checkThreshold,
  claim,
} from "../../src/claims/ext-threshold.js";
import { labelledPartitionTable } from "../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { surjections } from "../../src/combinatorics/counts/surjections.js";
import { lastFailing } from "../../src/combinatorics/asymptotics/threshold.js";
import { visits } from "./checks.js";

const table: CountTable = labelledPartitionTable(12);

/** The table with another T(r,m). */
const withCount = (r: number, m: number, count: bigint): CountTable =>
  table.map((row, size) => (size === m ? row.map((entry, label) => (label === r ? count : entry)) : row));

describe("growth", () => {
  test("by at least r + 1 a step is accepted", () => {
    expect(checkGrowth(table, 1, 1)).toBeUndefined();
    expect(checkGrowth(table, 4, 7)).toBeUndefined();
    expect(checkGrowth(withCount(4, 8, 5n * (table[7]?.[4] ?? 0n)), 4, 7)).toBeUndefined();
  });

  test("that is one short is caught", () => {
    const short = 5n * (table[7]?.[4] ?? 0n) - 1n;
    expect(short).toBeGreaterThan(0n);
    expect(checkGrowth(withCount(4, 8, short), 4, 7)).toBe("T(4,8) < 5·T(4,7)");
  });

  test("past the table is caught", () => {
    expect(checkGrowth(table, 4, 12)).toBe("no count at (4,12)");
    expect(checkGrowth(table, 5, 4)).toBe("no count at (5,4)");
  });
});

describe("the last failing m", () => {
  test.each([
    [1, null],
    [2, 2],
    [3, 4],
    [4, 6],
    [7, 11],
  ])("of r = %i is %s", (r, last) => {
    expect(checkThreshold(table, r, last)).toBeUndefined();
  });

  test.each([
    ["one too small", 4, 5, "last failing m at r = 4 is 6, not 5"],
    ["one too large", 4, 7, "last failing m at r = 4 is 6, not 7"],
    ["denied", 4, null, "last failing m at r = 4 is 6, not none"],
    ["made up at r = 1", 1, 1, "last failing m at r = 1 is none, not 1"],
  ])("%s is caught", (_, r, claimed, message) => {
    expect(checkThreshold(table, r, claimed)).toBe(message);
  });

  test("at the end of the table shows nothing of what comes after", () => {
    expect(checkThreshold(table.slice(0, 7), 4, 6)).toBe("still failing at m = 6, where the table ends");
    expect(checkThreshold(table.slice(0, 8), 4, 6)).toBeUndefined();
  });

  test("with a hole before it is caught", () => {
    expect(checkThreshold(withCount(4, 5, 4n ** 5n), 4, 6)).toBe("holds at r = 4 before it fails at 6");
    expect(checkThreshold(withCount(4, 5, 4n ** 5n - 1n), 4, 6)).toBeUndefined();
  });

  test("a later failure is caught", () => {
    expect(checkThreshold(withCount(4, 9, 4n ** 9n - 1n), 4, 6)).toBe("last failing m at r = 4 is 9, not 6");
  });
});

describe("the bounds of the last failing m", () => {
  const at = (r: number, last: number | null) =>
    entry(
      boundedThresholds([r], () => last),
      0,
    );

  test.each([
    [2, 2],
    [4, 6],
    [30, 65],
    [60, 145],
  ])("hold it at r = %i", (r, last) => {
    expect(checkBounds(at(r, last))).toBeUndefined();
  });

  test.each([
    // As if it grew like r·ln r, or like r.
    ["r·ln r", 60, 255, "last failing m at r = 60 is 255, not from 120 to 249"],
    ["r", 60, 60, "last failing m at r = 60 is 60, not from 120 to 249"],
    ["nothing", 60, null, "last failing m at r = 60 is none, not from 120 to 249"],
  ])("catch a threshold of %s", (_, r, last, message) => {
    expect(checkBounds(at(r, last))).toBe(message);
  });

  test("are at most as far as their ends", () => {
    expect(checkBounds(at(60, 119))).toMatch("not from 120 to 249");
    expect(checkBounds(at(60, 250))).toMatch("not from 120 to 249");
    expect(checkBounds(at(60, 120))).toBe("eq. (6) fails at (60,121), after the last failing m");
    expect(checkBounds(at(60, 249))).toBe("eq. (6) holds at (60,249), said to be the last failing m");
  });

  test.each([61, 100, 150, 200])("catch a threshold that is one off at r = %i", (r) => {
    const last = lastFailing(r) ?? 0;
    expect(checkBounds(at(r, last))).toBeUndefined();
    expect(checkBounds(at(r, last + 1))).toBe(
      `eq. (6) holds at (${r},${last + 1}), said to be the last failing m`,
    );
    expect(checkBounds(at(r, last - 1))).toBe(`eq. (6) fails at (${r},${last}), after the last failing m`);
  });

  test("show nothing without counts", () => {
    expect(checkBounds({ ...at(60, 145), counts: [] })).toBe("no counts at r = 60, m = 145");
  });

  test("are tabulated", () => {
    expect(boundsTable().rows).toContainEqual(["30", "49", "65", "105"]);
  });
});

describe("the share of maps that are onto", () => {
  test("is at most that of independent hits", () => {
    expect(checkShare(1, 1, 1n)).toBeUndefined();
    expect(checkShare(5, 8, surjections(5, 8))).toBeUndefined();
  });

  test("is caught if it were more", () => {
    // (1 − (4/5)^8)^5·5^8 is some 155,900, and 126,000 are onto.
    expect(checkShare(5, 8, 176_000n)).toBe("G(5,8) is more than independent hits would give");
  });
});

visits(claim, { bounds: 101, "share onto": 720, growth: 19_900, table: 60, recorded: 10 });
