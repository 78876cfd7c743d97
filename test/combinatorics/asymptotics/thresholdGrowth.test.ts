import { describe, expect, test } from "vitest";
import { inequalityHolds, lastFailing } from "../../../src/combinatorics/asymptotics/threshold.js";
import {
  lastFailingAtLeast,
  lastFailingAtMost,
} from "../../../src/combinatorics/asymptotics/thresholdGrowth.js";

/** The same by logarithms in floating point: at these sizes none is near an integer. */
const logarithms = {
  least: (r: number): number => Math.max(r, Math.floor(((r - 1) * Math.log(r)) / 2)),
  first: (r: number): number => Math.ceil(Math.log(r + 2) / Math.log1p(1 / r)) - 1,
  second: (r: number): number => {
    const q = Math.ceil((1 + Math.sqrt(1 + 8 * r)) / 4);
    const s = r + q;
    return 2 * s + Math.ceil(Math.log(q) / -Math.log1p(-1 / s)) - 1;
  },
};

describe("the bounds of the threshold", () => {
  test("are what logarithms give", () => {
    for (let r = 2; r <= 300; r += 1) {
      expect([r, lastFailingAtLeast(r)]).toEqual([r, logarithms.least(r)]);
      const most = Math.min(logarithms.first(r), logarithms.second(r));
      expect([r, lastFailingAtMost(r)]).toEqual([r, most]);
    }
  });

  test("come in both kinds above: the second wins for wide networks", () => {
    expect(logarithms.first(30)).toBeLessThan(logarithms.second(30));
    expect(logarithms.second(200)).toBeLessThan(logarithms.first(200));
  });

  test("bracket the threshold up to r = 60", () => {
    for (let r = 2; r <= 60; r += 1) {
      const last = lastFailing(r) ?? 0;
      expect(lastFailingAtLeast(r)).toBeLessThanOrEqual(last);
      expect(lastFailingAtMost(r)).toBeGreaterThanOrEqual(last);
    }
  });

  test("bracket it at r = 1000, by the inequality at both", () => {
    expect(inequalityHolds(1000, lastFailingAtLeast(1000))).toBe(false);
    expect(inequalityHolds(1000, lastFailingAtMost(1000) + 1)).toBe(true);
  });

  test.each([0, 1])("are refused for r = %d", (r) => {
    expect(() => lastFailingAtLeast(r)).toThrow(RangeError);
    expect(() => lastFailingAtMost(r)).toThrow(RangeError);
  });
});
