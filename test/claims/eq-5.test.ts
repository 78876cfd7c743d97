import { describe, expect, test } from "vitest";
import { type RatioCase, checkRatio, checkRelative, claim } from "../../src/claims/eq-5.js";
import { levelRatio } from "../../src/combinatorics/asymptotics/ratio.js";
import { ratioEstimate } from "../../src/combinatorics/asymptotics/ratioAsymptotics.js";
import { quotientOf } from "../../src/exact/numbers/quotient.js";
import { visits } from "./checks.js";

/** R_k(r, r+h) over the estimate, times a planted factor. */
function relative(k: number, h: number, r: number, factor: readonly [bigint, bigint] = [1n, 1n]): RatioCase {
  const { n, d } = levelRatio(k, r, r + h);
  const { numerator, denominator } = ratioEstimate(k, r, h);
  return { k, h, r, relative: quotientOf(n * denominator * factor[0], d * numerator * factor[1]) };
}

describe("the ratio over its estimate", () => {
  test.each([
    [0, 0, 1],
    [1, 1, 4],
    [10, 10, 10],
    [2, 3, 24],
  ])("is within its bounds at k = %i, h = %i, r = %i", (k, h, r) => {
    expect(checkRelative(relative(k, h, r))).toBeUndefined();
    expect(checkRatio(relative(k, h, r))).toBeUndefined();
  });

  test.each([
    ["the factor 2^k with k − 1", 2n, 1n],
    ["the factor 2^k with k + 1", 1n, 2n],
    ["h+k missing of (h+k)…(h+1)", 1n, 3n],
    ["h among them", 1n, 2n],
    ["a power of r too many", 400n, 1n],
    ["r + h in the place of r", 402n ** 2n, 400n ** 2n + 400n * 60n],
    ["an error of a tenth", 11n, 10n],
  ])("with %s is caught", (_, numerator, denominator) => {
    expect(checkRatio(relative(1, 2, 400))).toBeUndefined();
    expect(checkRatio(relative(1, 2, 400, [numerator, denominator]))).toMatch(
      /^R_1\(400,402\) is (above|below) its bounds$/,
    );
    expect(checkRelative(relative(1, 2, 400, [numerator, denominator]))).toBe(
      "R_1(400,402) over its estimate is another number",
    );
  });

  test.each([
    ["a lower level", 1, 2, "below"],
    ["a higher level", 3, 2, "above"],
    ["a narrower network", 2, 1, "above"],
    ["a wider network", 2, 3, "below"],
  ])("with R_k of %s is caught", (_, level, extra, side) => {
    const { n, d } = levelRatio(level, 900, 900 + extra);
    const { numerator, denominator } = ratioEstimate(2, 900, 2);
    const planted = quotientOf(n * denominator, d * numerator);
    expect(checkRatio({ k: 2, h: 2, r: 900, relative: planted })).toBe(`R_2(900,902) is ${side} its bounds`);
  });

  test("just past a bound is caught, and at it is not", () => {
    // 1 − 7/(r+1) and 1/(1 − 3/(r+1)) at k = h = 1.
    const at = (numerator: bigint, denominator: bigint): string | undefined =>
      checkRatio({ k: 1, h: 1, r: 99, relative: quotientOf(numerator, denominator) });
    expect(at(93n, 100n)).toBeUndefined();
    expect(at(92_999n, 100_000n)).toBe("R_1(99,100) is below its bounds");
    expect(at(100n, 97n)).toBeUndefined();
    expect(at(100_001n, 97_000n)).toBe("R_1(99,100) is above its bounds");
  });

  test("where the simple bounds say nothing above, the rate says nothing either", () => {
    expect(checkRatio(relative(10, 10, 10, [10n ** 9n, 1n]))).toBeUndefined();
    // C(2h+k, 2) = 3 < m = 5, but r = 4 < 3·9/4.
    expect(checkRatio(relative(1, 1, 4, [6n, 1n]))).toBeUndefined();
    expect(checkRatio(relative(1, 1, 4, [7n, 1n]))).toBe("R_1(4,5) is above its bounds");
  });
});

visits(claim, { routes: 2409, bounds: 181_005 });
