import { describe, expect, test } from "vitest";
import { binomial } from "../../../src/combinatorics/counts/binomial.js";
import { labelledPartitionTable } from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { criticalSubspaces } from "../../../src/combinatorics/asymptotics/ratio.js";
import {
  extremeSum,
  inequalityHolds,
  lastFailing,
} from "../../../src/combinatorics/asymptotics/threshold.js";
import { compareRoutes, expectAgreement, plantError } from "../counts/agreement.js";

const sizes = (function* () {
  for (let m = 1; m <= 20; m += 1) for (let r = 1; r <= m; r += 1) yield [r, m] as const;
})();

test("the extreme sum is (r−1)^m, as summed level by level", () => {
  const levelByLevel = (r: number, m: number): bigint =>
    criticalSubspaces(r, m, (k) => binomial(r - 1, k - 1));
  const pairs = [...sizes];
  expectAgreement(extremeSum, levelByLevel, pairs, 210);
  expect(compareRoutes(extremeSum, plantError(levelByLevel, 3, 4), pairs).differences).toEqual([
    "(3, 4): 16 and 17",
  ]);
  expect(extremeSum(5, 2)).toBe(16n);
});

describe("the last failing m", () => {
  test("as scanned in the table up to m = 60", () => {
    const table = labelledPartitionTable(60);
    const last: (number | null)[] = [];
    for (let r = 1; r <= 20; r += 1) {
      let failing: number | null = null;
      for (let m = r; m <= 60; m += 1) {
        const holds = (table[m]?.[r] ?? 0n) >= BigInt(r) ** BigInt(m);
        expect(inequalityHolds(r, m)).toBe(holds);
        if (!holds) failing = m;
      }
      last.push(failing);
    }
    expect(last.slice(0, 10)).toEqual([null, 2, 4, 6, 7, 9, 11, 13, 16, 18]);
    expect(Array.from({ length: 20 }, (_, index) => lastFailing(index + 1))).toEqual(last);
  });

  test("65 at r = 30", () => {
    expect(lastFailing(30)).toBe(65);
  });
});

test("equality counts as holding", () => {
  // T(1, 1) = 1 = 1^1.
  expect(inequalityHolds(1, 1)).toBe(true);
  expect(inequalityHolds(2, 2)).toBe(false);
});

test("width 0, m = 0 and r > m have no inequality", () => {
  expect(() => lastFailing(0)).toThrow(new RangeError("r is 0, not positive"));
  expect(() => inequalityHolds(0, 3)).toThrow(new RangeError("r is 0, not positive"));
  expect(() => extremeSum(0, 3)).toThrow(new RangeError("r is 0, not positive"));
  expect(() => extremeSum(2, 0)).toThrow(new RangeError("m is 0, not positive"));
  expect(() => inequalityHolds(3, 2)).toThrow(new RangeError("r is 3, above m, which is 2"));
});
