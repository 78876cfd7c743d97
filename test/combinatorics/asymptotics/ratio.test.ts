import { describe, expect, test } from "vitest";
import type { Goal } from "../../../src/combinatorics/asymptotics/goal.js";
import {
  allMaps,
  criticalSubspaces,
  firstBelowOne,
  firstProliferatingWidth,
  onePerLevel,
  onlyLevel,
  levelRatio,
  ratioSum,
  staysBelow,
} from "../../../src/combinatorics/asymptotics/ratio.js";
import { labelledPartitionCountByStirling } from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { surjectionsByRecurrence } from "../../../src/combinatorics/counts/surjections.js";
import { quotientOf } from "../../../src/exact/numbers/quotient.js";
import { formatRational } from "../../../src/exact/numbers/rational.js";

describe("ratios at the paper's own example (4, 5)", () => {
  test("R_k(4, 5) = G(4−k, 5)/360", () => {
    const ratios = [0, 1, 2, 3, 4].map((k) => formatRational(levelRatio(k, 4, 5)));
    expect(ratios.join(" ")).toBe("2/3 5/12 1/12 1/360 0");
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
  expect(() => levelRatio(3, 2, 4)).toThrow(new RangeError("k is 3, above r, which is 2"));
  expect(() => levelRatio(1, 3, 2)).toThrow(new RangeError("r is 3, above m, which is 2"));
  expect(() => criticalSubspaces(3, 2, onePerLevel)).toThrow(new RangeError("r is 3, above m, which is 2"));
  expect(formatRational(levelRatio(2, 2, 2))).toBe("0");
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
  /**
   * The first n from m on at which the maps to r−k values, summed over the levels, are fewer than T(r, n).
   */
  const settledAt = (r: number, m: number, levels: readonly number[]): number => {
    const maps = (n: number): bigint => levels.reduce((sum, k) => sum + BigInt(r - k) ** BigInt(n), 0n);
    let n = m;
    while (maps(n) >= labelledPartitionCountByStirling(r, n)) n += 1;
    return n;
  };

  test.each([
    [8, 10, [1], 12],
    [8, 12, [2], 12],
    [12, 16, [1], 20],
    [12, 16, [1, 2, 3], 20],
    [12, 14, [3], 16],
  ])(
    "at r = %d it tries each m from %d until all maps of the levels %j are fewer, at %d",
    (r, m, levels, last) => {
      expect(settledAt(r, m, levels)).toBe(last);
      const levelsAsked: number[] = [];
      const counts = (k: number): bigint => {
        if (k === levels[0]) levelsAsked.push(k);
        return levels.includes(k) ? 1n : 0n;
      };
      expect(staysBelow(r, m, counts)).toBe(true);
      // At each m the first level is asked for twice: for the sum, and for its maps.
      expect(levelsAsked).toHaveLength(2 * (last - m + 1));
    },
  );

  test("sees a level that outgrows T after m", () => {
    let calls = 0;
    // Not a fixed count, as it should be: this one turns huge at the second m.
    const counts = (k: number): bigint => {
      if (k === 1) calls += 1;
      return k === 1 ? (calls > 2 ? 10n ** 30n : 1n) : 0n;
    };
    expect(staysBelow(12, 16, counts)).toBe(false);
  });
});

describe("a goal for several layers", () => {
  const goal = (layers: number, numerator: bigint, denominator = 1n): Goal => ({
    layers,
    epsilon: quotientOf(numerator, denominator),
  });

  test("is met for good from its least width on, and not one earlier", () => {
    // R_1(30, m)^2 < 1/100, from the powers of both counts.
    const below = (m: number): boolean =>
      100n * surjectionsByRecurrence(29, m) ** 2n < labelledPartitionCountByStirling(30, m) ** 2n;
    expect([48, 49].map(below)).toEqual([false, true]);
    expect(staysBelow(30, 49, onlyLevel(1), goal(2, 1n, 100n))).toBe(true);
    expect(staysBelow(30, 48, onlyLevel(1), goal(2, 1n, 100n))).toBe(false);
    expect(staysBelow(30, 49, onlyLevel(1), goal(2, 1n, 200n))).toBe(false);
    expect(staysBelow(30, 48, onlyLevel(1), goal(1, 1n, 100n))).toBe(false);
  });

  test("with an epsilon above 1 is met earlier", () => {
    expect(staysBelow(30, 36, onlyLevel(1), goal(2, 2n))).toBe(true);
    expect(staysBelow(30, 35, onlyLevel(1), goal(2, 2n))).toBe(false);
  });

  test("equal to the ratio is not met", () => {
    // R_1(3, 4) = 14/60.
    expect(staysBelow(3, 4, onlyLevel(1), goal(2, 49n, 900n))).toBe(false);
    expect(staysBelow(3, 4, onlyLevel(1), goal(2, 50n, 900n))).toBe(true);
  });
});

test("all maps of the levels", () => {
  expect(allMaps(4, 5, onePerLevel)).toBe(3n ** 5n + 2n ** 5n + 1n);
  expect(allMaps(4, 5, onlyLevel(2))).toBe(32n);
  expect(() => allMaps(4, 3, onePerLevel)).toThrow(new RangeError("r is 4, above m, which is 3"));
});

describe("crossings below 1", () => {
  test("at r* = 30: R_1 at m = 37, the sum at m = 42", () => {
    expect(firstBelowOne(30, onlyLevel(1))).toBe(37);
    expect(firstBelowOne(30, onePerLevel)).toBe(42);
  });

  test("they are final, and one step earlier they are not", () => {
    expect(staysBelow(30, 37, onlyLevel(1))).toBe(true);
    expect(staysBelow(30, 36, onlyLevel(1))).toBe(false);
    expect(staysBelow(30, 42, onePerLevel)).toBe(true);
    expect(staysBelow(30, 41, onePerLevel)).toBe(false);
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
    expect(formatRational(levelRatio(1, 3, 3))).toBe("1");
    expect(firstBelowOne(3, onlyLevel(1))).toBe(4);
    expect(staysBelow(3, 3, onlyLevel(1))).toBe(false);
  });

  test("23/24 of T at the start stays below, 24/24 does not", () => {
    // G(1, 4) = 1 and T(4, 4) = 24.
    expect(staysBelow(4, 4, (k) => (k === 3 ? 23n : 0n))).toBe(true);
    expect(staysBelow(4, 4, (k) => (k === 3 ? 24n : 0n))).toBe(false);
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
