import { describe, expect, test } from "vitest";
import {
  criticalSubspaces,
  firstBelowOne,
  firstProliferatingWidth,
  onePerLevel,
  onlyLevel,
  ratio,
  ratioSum,
  staysBelowOne,
} from "../../src/combinatorics/ratio.js";
import { labelledPartitionCountByStirling } from "../../src/combinatorics/labelledPartitionRoutes.js";
import { surjectionsByRecurrence } from "../../src/combinatorics/surjections.js";
import { formatRational } from "../../src/exact/rational.js";

describe("ratios at the paper's own example (4, 5)", () => {
  test("R_k(4, 5) = G(4−k, 5)/360", () => {
    expect([0, 1, 2, 3, 4].map((k) => formatRational(ratio(k, 4, 5)))).toEqual([
      "2/3",
      "5/12",
      "1/12",
      "1/360",
      "0",
    ]);
  });

  test("181 critical subspaces against 360", () => {
    expect(criticalSubspaces(4, 5, onePerLevel)).toBe(181n);
    expect(formatRational(ratioSum(4, 5, onePerLevel))).toBe("181/360");
    expect(criticalSubspaces(4, 5, BigInt)).toBe(150n + 2n * 30n + 3n);
    expect(criticalSubspaces(4, 5, onlyLevel(2))).toBe(30n);
    expect(criticalSubspaces(4, 5, onlyLevel(4))).toBe(0n);
  });
});

test("no critical subspaces below widths 0 and 1", () => {
  expect(criticalSubspaces(0, 3, onePerLevel)).toBe(0n);
  expect(criticalSubspaces(1, 3, onePerLevel)).toBe(0n);
  expect(formatRational(ratioSum(0, 0, onePerLevel))).toBe("0");
});

test("widths and levels must be in order", () => {
  expect(() => ratio(3, 2, 4)).toThrow(new RangeError("k is 3, above r, which is 2"));
  expect(() => ratio(1, 3, 2)).toThrow(new RangeError("r is 3, above m, which is 2"));
  expect(() => criticalSubspaces(3, 2, onePerLevel)).toThrow(new RangeError("r is 3, above m, which is 2"));
  expect(formatRational(ratio(2, 2, 2))).toBe("0");
});

/** The first m at which the sum over the levels is below T, with both sides from other routes. */
function firstBelowOneByScan(r: number, levels: readonly number[], last: number): number | null {
  for (let m = r; m <= last; m += 1) {
    const critical = levels.reduce((sum, k) => sum + surjectionsByRecurrence(r - k, m), 0n);
    if (critical < labelledPartitionCountByStirling(r, m)) return m;
  }
  return null;
}

describe("the proof that the sum stays below 1", () => {
  /** The first n from m on at which G(r−k, n) grows by a factor of r + 1 at most, for each of the levels. */
  const settledAt = (r: number, m: number, levels: readonly number[]): number => {
    const grows = (k: number, n: number): boolean =>
      surjectionsByRecurrence(r - k, n + 1) > BigInt(r + 1) * surjectionsByRecurrence(r - k, n);
    let n = m;
    while (levels.some((k) => grows(k, n))) n += 1;
    return n;
  };

  test.each([
    [8, 12, [1], 13],
    [8, 12, [2], 12],
    [12, 19, [1], 23],
    [12, 19, [1, 2, 3], 23],
    [12, 14, [3], 15],
  ])("at r = %d it tries each m from %d until the levels %j grow slowly, at %d", (r, m, levels, last) => {
    expect(settledAt(r, m, levels)).toBe(last);
    const asked: number[] = [];
    const counts = (k: number): bigint => {
      if (k === levels[0]) asked.push(k);
      return levels.includes(k) ? 1n : 0n;
    };
    expect(staysBelowOne(r, m, counts)).toBe(true);
    // At each m the first level is asked for twice: for the sum, and for its growth.
    expect(asked).toHaveLength(2 * (last - m + 1));
  });

  test("sees a level that outgrows T after m", () => {
    let calls = 0;
    // Not a fixed count, as it should be: this one turns huge at the second m.
    const counts = (k: number): bigint => {
      if (k === 1) calls += 1;
      return k === 1 ? (calls > 2 ? 10n ** 30n : 1n) : 0n;
    };
    expect(staysBelowOne(12, 19, counts)).toBe(false);
  });
});

describe("crossings below 1", () => {
  test("at r* = 30: R_1 at m = 37, the sum at m = 42", () => {
    expect(firstBelowOne(30, onlyLevel(1))).toBe(37);
    expect(firstBelowOne(30, onePerLevel)).toBe(42);
  });

  test("they are final, and one step earlier they are not", () => {
    expect(staysBelowOne(30, 37, onlyLevel(1))).toBe(true);
    expect(staysBelowOne(30, 36, onlyLevel(1))).toBe(false);
    expect(staysBelowOne(30, 42, onePerLevel)).toBe(true);
    expect(staysBelowOne(30, 41, onePerLevel)).toBe(false);
  });

  test("for each r up to 12, as scanned by other routes", () => {
    for (let r = 0; r <= 12; r += 1) {
      const levels = Array.from({ length: Math.max(0, r - 1) }, (_, index) => index + 1);
      expect(firstBelowOne(r, onePerLevel)).toBe(firstBelowOneByScan(r, levels, 40));
      expect(firstBelowOne(r, onlyLevel(1))).toBe(firstBelowOneByScan(r, levels.slice(0, 1), 40));
    }
  });

  test("a ratio of exactly 1 is not below 1", () => {
    // G(2, 3) = 6 = T(3, 3).
    expect(formatRational(ratio(1, 3, 3))).toBe("1");
    expect(firstBelowOne(3, onlyLevel(1))).toBe(4);
    expect(staysBelowOne(3, 3, onlyLevel(1))).toBe(false);
  });

  test("23/24 of T at the start stays below, 24/24 does not", () => {
    // G(1, 4) = 1 and T(4, 4) = 24.
    expect(staysBelowOne(4, 4, (k) => (k === 3 ? 23n : 0n))).toBe(true);
    expect(staysBelowOne(4, 4, (k) => (k === 3 ? 24n : 0n))).toBe(false);
  });
});

test("the smallest width at which critical subspaces prevail, for h = 0…10 extra neurons", () => {
  const widths = Array.from({ length: 11 }, (_, h) => firstProliferatingWidth(h));
  expect(widths).toEqual([3, 6, 8, 11, 13, 15, 18, 20, 22, 25, 27]);
  widths.forEach((r, h) => {
    const sum = (width: number): bigint => {
      let total = 0n;
      for (let k = 1; k < width; k += 1) total += surjectionsByRecurrence(width - k, width + h);
      return total;
    };
    expect(sum(r)).toBeGreaterThan(labelledPartitionCountByStirling(r, r + h));
    for (let width = 1; width < r; width += 1) {
      expect(sum(width)).toBeLessThanOrEqual(labelledPartitionCountByStirling(width, width + h));
    }
  });
});
