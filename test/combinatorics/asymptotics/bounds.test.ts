import { describe, expect, test } from "vitest";
import {
  labelledPartitionBounds,
  simpleLabelledPartitionBounds,
  simpleSurjectionBounds,
  surjectionBounds,
} from "../../../src/combinatorics/asymptotics/fixedDifference.js";
import { shareOntoBounds } from "../../../src/combinatorics/asymptotics/fixedWidth.js";
import {
  ratioBounds,
  ratioDeficit,
  ratioDistance,
  ratioEstimate,
  simpleRatioBounds,
} from "../../../src/combinatorics/asymptotics/ratioAsymptotics.js";
import { type Bounds, isAtMost, quotientOf } from "../../../src/exact/numbers/quotient.js";

/** Whether the inner bounds are within the outer ones. */
function within(inner: Bounds, outer: Bounds): boolean {
  if (!isAtMost(outer.lower, inner.lower)) return false;
  if (outer.upper === undefined) return true;
  return inner.upper !== undefined && isAtMost(inner.upper, outer.upper);
}

describe("simple bounds are wider", () => {
  test("for G, T and R_k, at all small sizes", () => {
    for (let m = 1; m <= 40; m += 1) {
      for (let k = 0; k <= m; k += 1) {
        expect(within(surjectionBounds(k, m), simpleSurjectionBounds(k, m))).toBe(true);
        expect(within(labelledPartitionBounds(k, m), simpleLabelledPartitionBounds(k, m))).toBe(true);
      }
    }
    for (let r = 1; r <= 30; r += 1) {
      for (let k = 0; k <= r; k += 1) {
        for (let h = 0; h <= 8; h += 1) {
          expect(within(ratioBounds(k, r, h), simpleRatioBounds(k, r, h))).toBe(true);
        }
      }
    }
  });

  test("and the rate of eq. (5) is wider still, from r = 3(2h+k)²/4 on", () => {
    for (let k = 0; k <= 5; k += 1) {
      for (let h = 0; h <= 5; h += 1) {
        const first = Math.max(1, k, Math.ceil((3 * (2 * h + k) ** 2) / 4));
        if (first > Math.max(1, k)) expect(ratioDistance(k, first - 1, h)).toBeUndefined();
        for (const r of [first, first + 1, 10 * first]) {
          const distance = ratioDistance(k, r, h) ?? quotientOf(0n);
          const around: Bounds = {
            lower: quotientOf(distance.denominator - distance.numerator, distance.denominator),
            upper: quotientOf(distance.denominator + distance.numerator, distance.denominator),
          };
          expect(within(simpleRatioBounds(k, r, h), around)).toBe(true);
        }
      }
    }
  });
});

test("the bounds are those of the formulas at k = 2, m = 10", () => {
  expect(surjectionBounds(2, 10)).toEqual({ lower: quotientOf(56n, 100n), upper: quotientOf(81n, 90n) });
  // 4/100 + 2·(2/10)(9/10) + 56/100, and 4/100 + 2·(2/10)(9/10) + 81/90.
  const { lower, upper } = labelledPartitionBounds(2, 10);
  expect(lower).toEqual(quotientOf(4n + 36n + 56n, 100n));
  expect((upper?.numerator ?? 0n) * 100n).toBe((4n + 36n + 90n) * (upper?.denominator ?? 0n));
  expect(simpleSurjectionBounds(2, 10)).toEqual({ lower: quotientOf(5n, 10n), upper: quotientOf(10n, 9n) });
  expect(simpleLabelledPartitionBounds(2, 10)).toEqual({
    lower: quotientOf(5n, 10n),
    upper: quotientOf(10n, 5n),
  });
});

test("there is no simple upper bound where its denominator isn't positive", () => {
  expect(simpleSurjectionBounds(3, 3).upper).toBeUndefined();
  expect(simpleSurjectionBounds(3, 4).upper).toEqual(quotientOf(4n, 1n));
  expect(simpleLabelledPartitionBounds(2, 5).upper).toBeUndefined();
  expect(simpleRatioBounds(1, 2, 1).upper).toBeUndefined();
  expect(simpleRatioBounds(1, 3, 1).upper).toEqual(quotientOf(4n, 1n));
});

test("the deficit of eq. (5) is ((h+k)(3(h+k)−1) + h(h+3))/2", () => {
  for (let k = 0; k <= 12; k += 1) {
    for (let h = 0; h <= 12; h += 1) {
      expect(2n * ratioDeficit(k, h)).toBe(BigInt((h + k) * (3 * (h + k) - 1) + h * (h + 3)));
    }
  }
});

test("the estimate of eq. (5)", () => {
  expect(ratioEstimate(2, 30, 3)).toEqual(quotientOf(900n, 4n * 5n * 4n));
  expect(ratioEstimate(0, 7, 9)).toEqual(quotientOf(1n));
});

test("sizes out of order are refused", () => {
  for (const bounds of [surjectionBounds, labelledPartitionBounds, simpleSurjectionBounds]) {
    expect(() => bounds(3, 2)).toThrow(new RangeError("k is 3, above m, which is 2"));
    expect(() => bounds(0, 0)).toThrow(new RangeError("m is 0, not positive"));
  }
  for (const bounds of [ratioBounds, ratioEstimate, ratioDistance, simpleRatioBounds]) {
    expect(() => bounds(3, 2, 1)).toThrow(new RangeError("k is 3, above r, which is 2"));
    expect(() => bounds(0, 0, 1)).toThrow(new RangeError("r is 0, not positive"));
  }
  expect(() => shareOntoBounds(0, 3)).toThrow(RangeError);
  expect(() => shareOntoBounds(3, 0)).toThrow(RangeError);
});
