import { describe, expect, test } from "vitest";
import { FEWER_THAN_MINIMA, leastDepth, meetsGoal } from "../../../src/combinatorics/asymptotics/goal.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { firstBelowOne, onePerLevel, onlyLevel } from "../../../src/combinatorics/asymptotics/ratio.js";
import { type RegimeQuestion, widthRegime } from "../../../src/combinatorics/asymptotics/regime.js";
import { surjections } from "../../../src/combinatorics/counts/surjections.js";
import { type WidthCounts, widthCounts } from "../../../src/combinatorics/counts/widthCounts.js";
import { quotientOf } from "../../../src/exact/numbers/quotient.js";

const ask = (r: number, more: Partial<RegimeQuestion> = {}) =>
  widthRegime({ r, goal: FEWER_THAN_MINIMA, lastWidth: 1000, ...more });

describe("the counts from width to width", () => {
  test("are those of the sums", () => {
    for (const r of [0, 1, 2, 5, 9]) {
      let m = r;
      for (const counts of widthCounts(r)) {
        const levels = Array.from({ length: r + 1 }, (_, k) => r - k);
        expect(counts).toEqual({
          m,
          critical: levels.map((width) => surjections(width, m)),
          maps: levels.map((width) => BigInt(width) ** BigInt(m)),
          minima: labelledPartitionCount(r, m),
        } satisfies WidthCounts);
        m += 1;
        if (m > r + 20) break;
      }
    }
  });
});

describe("the regime", () => {
  test("at r* = 30: R_1 from m = 37, the sum from 42", () => {
    const { levels, sum } = ask(30);
    expect(levels).toHaveLength(29);
    expect(levels[0]).toEqual({ crossing: 37, leastWidth: 37, leastDepth: 2 });
    expect(sum).toEqual({ crossing: 42, leastWidth: 42, leastDepth: 2 });
  });

  test("crosses where the scan by single counts first goes below 1", () => {
    for (let r = 2; r <= 12; r += 1) {
      const { levels, sum } = ask(r);
      expect(levels.map(({ crossing }) => crossing)).toEqual(
        levels.map((_, index) => firstBelowOne(r, onlyLevel(index + 1))),
      );
      expect(sum.crossing).toBe(firstBelowOne(r, onePerLevel));
    }
  });

  test("with a goal of several layers, at the crossing and at another width", () => {
    const goal = { layers: 2, epsilon: quotientOf(1n, 100n) };
    expect(ask(30, { goal }).levels[0]).toEqual({ crossing: 37, leastWidth: 49, leastDepth: 68 });
    // R_1(30, 49) < 1/10, so one layer is too few and two are enough.
    expect(ask(30, { goal, depthAt: 49 }).levels[0]).toEqual({ crossing: 37, leastWidth: 49, leastDepth: 3 });
    expect(ask(30, { goal, depthAt: 36 }).levels[0]?.leastDepth).toBeNull();
  });

  test("goes as far as the width of the depth, and as the visitor wants", () => {
    const widths: number[] = [];
    ask(3, { depthAt: 20, visit: ({ m }) => widths.push(m) > 99 });
    expect(widths).toEqual(Array.from({ length: 18 }, (_, index) => index + 3));
    let visited = 0;
    ask(3, { lastWidth: 50, visit: () => (visited += 1) > 0 });
    expect(visited).toBe(48);
  });

  test("is null where the widths end too early", () => {
    const { levels, sum } = ask(30, { lastWidth: 45 });
    expect(sum).toEqual({ crossing: null, leastWidth: null, leastDepth: null });
    expect(levels[0]?.crossing).toBeNull();
    // (r−k)^m is below T(r, m) at once for high levels, which settles them.
    expect(levels.at(-1)).toEqual({ crossing: 30, leastWidth: 30, leastDepth: 2 });
  });

  test("needs a level", () => {
    expect(() => ask(1)).toThrow(new RangeError("r is 1, below 2: there are no levels"));
  });
});

describe("a goal", () => {
  test("is missed by equality", () => {
    expect(meetsGoal(2n, 2n, FEWER_THAN_MINIMA)).toBe(false);
    expect(meetsGoal(1n, 2n, FEWER_THAN_MINIMA)).toBe(true);
    expect(meetsGoal(0n, 2n, FEWER_THAN_MINIMA)).toBe(true);
    expect(meetsGoal(1n, 2n, { layers: 3, epsilon: quotientOf(1n, 8n) })).toBe(false);
    expect(meetsGoal(1n, 2n, { layers: 4, epsilon: quotientOf(1n, 8n) })).toBe(true);
  });

  test("has a least depth if and only if the ratio is below 1 or below ε", () => {
    const half = quotientOf(1n, 2n);
    expect(leastDepth(half, quotientOf(1n))).toBe(2);
    for (let exponent = 1; exponent <= 40; exponent += 1) {
      // (1/2)^(L−1) < 1/2^e from L − 1 = e + 1 on.
      expect(leastDepth(half, quotientOf(1n, 2n ** BigInt(exponent)))).toBe(exponent + 2);
    }
    expect(leastDepth(quotientOf(1n), quotientOf(1n))).toBeNull();
    expect(leastDepth(quotientOf(4n, 3n), quotientOf(3n, 2n))).toBe(2);
    expect(leastDepth(quotientOf(10n ** 60n - 1n, 10n ** 60n), quotientOf(1n, 2n))).toBeNull();
    expect(leastDepth(quotientOf(0n), quotientOf(1n, 10n ** 9n))).toBe(2);
  });
});
