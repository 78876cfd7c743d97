import { describe, expect, test } from "vitest";
import { checkExtremeSum, checkInequality, claim } from "../../src/claims/eq-6.js";
import { labelledPartitionCountByStirling } from "../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { visits } from "./checks.js";

describe("the extreme sum", () => {
  test.each([
    [1, 1, 0n],
    [2, 5, 1n],
    [3, 4, 16n],
    [5, 6, 4096n],
  ])("at (%i,%i) is %d", (r, m, claimed) => {
    expect(checkExtremeSum(r, m, claimed)).toBeUndefined();
  });

  test.each([
    ["off by one", 17n],
    ["with r in place of r − 1", 81n],
    ["with m − 1 in place of m", 8n],
  ])("%s is caught", (_, claimed) => {
    expect(checkExtremeSum(3, 4, claimed)).toBe(`the extreme sum is 16, not ${claimed}, at (3,4)`);
  });
});

test("the statement is an equivalence: no hypothesis asks for m past the last failing one", () => {
  expect(claim.hypotheses).toEqual(["1 ≤ r* ≤ m", "a_k integers, 0 ≤ a_k ≤ C(r*−1,k−1)"]);
});

describe("eq. (6) and its last failing m", () => {
  const check = (r: number, m: number, threshold: number | null): string | undefined =>
    checkInequality({ r, m, threshold, minima: labelledPartitionCountByStirling(r, m) });

  test.each([
    [4, 6, 6],
    [4, 7, 6],
    [30, 65, 65],
    [30, 66, 65],
    [1, 1, null],
    [1, 9, null],
  ])("agree at r = %i, m = %i", (r, m, threshold) => {
    expect(check(r, m, threshold)).toBeUndefined();
  });

  test.each([
    ["a threshold one too small", 4, 6, 5, "eq. (6) fails at (4,6), last failing m 5"],
    ["a threshold one too large", 4, 7, 7, "eq. (6) holds at (4,7), last failing m 7"],
    ["a threshold denied", 2, 2, null, "eq. (6) fails at (2,2), last failing m none"],
    ["a threshold made up at r = 1", 1, 1, 1, "eq. (6) holds at (1,1), last failing m 1"],
  ])("%s is caught", (_, r, m, threshold, message) => {
    expect(check(r, m, threshold)).toBe(message);
  });

  test.each([-1n, 4n ** 7n - 1n])("with %d as the count of minima are caught", (minima) => {
    expect(checkInequality({ r: 4, m: 7, threshold: 6, minima })).toBe(
      "eq. (6) fails at (4,7), last failing m 6",
    );
  });
});

visits(claim, {
  "extreme sum": 1830,
  // Σ over r = 1…30 of 121 − r.
  inequality: 3165,
});
