import { expect, test } from "vitest";
import { inverse, isAtMost, outside, product, quotientOf } from "../../../src/exact/numbers/quotient.js";

test("quotients compare as rationals, in lowest terms or not", () => {
  expect(isAtMost(quotientOf(1n, 2n), quotientOf(2n, 4n))).toBe(true);
  expect(isAtMost(quotientOf(2n, 4n), quotientOf(1n, 2n))).toBe(true);
  expect(isAtMost(quotientOf(3n, 4n), quotientOf(2n, 4n))).toBe(false);
  expect(isAtMost(quotientOf(-1n, 2n), quotientOf(-1n, 3n))).toBe(true);
  expect(isAtMost(quotientOf(2n, 3n), quotientOf(3n, 5n))).toBe(false);
});

test("a denominator is positive", () => {
  expect(() => quotientOf(1n, 0n)).toThrow(RangeError);
  expect(() => quotientOf(1n, -2n)).toThrow(RangeError);
});

test("only a positive one has an inverse here", () => {
  expect(inverse(quotientOf(2n, 3n))).toEqual(quotientOf(3n, 2n));
  expect(inverse(quotientOf(0n))).toBeUndefined();
  expect(inverse(quotientOf(-1n))).toBeUndefined();
});

test("a product multiplies both", () => {
  expect(product(quotientOf(2n, 3n), quotientOf(5n, 7n), quotientOf(1n, 2n))).toEqual(quotientOf(10n, 42n));
  expect(product()).toEqual(quotientOf(1n));
});

test("bounds hold their ends, and may have no upper one", () => {
  const bounds = { lower: quotientOf(1n, 3n), upper: quotientOf(1n, 2n) };
  expect(
    [quotientOf(1n, 3n), quotientOf(2n, 5n), quotientOf(2n, 4n)].map((value) => outside(value, bounds)),
  ).toEqual([undefined, undefined, undefined]);
  expect(outside(quotientOf(33n, 100n), bounds)).toBe("below");
  expect(outside(quotientOf(51n, 100n), bounds)).toBe("above");
  expect(outside(quotientOf(99n), { ...bounds, upper: undefined })).toBeUndefined();
});
