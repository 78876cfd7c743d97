import { expect, test } from "vitest";
import { inverse, isAtMost, outside, product, quotient } from "../../../src/exact/numbers/quotient.js";

test("quotients compare as rationals, in lowest terms or not", () => {
  expect(isAtMost(quotient(1n, 2n), quotient(2n, 4n))).toBe(true);
  expect(isAtMost(quotient(2n, 4n), quotient(1n, 2n))).toBe(true);
  expect(isAtMost(quotient(3n, 4n), quotient(2n, 4n))).toBe(false);
  expect(isAtMost(quotient(-1n, 2n), quotient(-1n, 3n))).toBe(true);
  expect(isAtMost(quotient(2n, 3n), quotient(3n, 5n))).toBe(false);
});

test("a denominator is positive", () => {
  expect(() => quotient(1n, 0n)).toThrow(RangeError);
  expect(() => quotient(1n, -2n)).toThrow(RangeError);
});

test("only a positive one has an inverse here", () => {
  expect(inverse(quotient(2n, 3n))).toEqual(quotient(3n, 2n));
  expect(inverse(quotient(0n))).toBeUndefined();
  expect(inverse(quotient(-1n))).toBeUndefined();
});

test("a product multiplies both", () => {
  expect(product(quotient(2n, 3n), quotient(5n, 7n), quotient(1n, 2n))).toEqual(quotient(10n, 42n));
  expect(product()).toEqual(quotient(1n));
});

test("bounds hold their ends, and may have no upper one", () => {
  const bounds = { lower: quotient(1n, 3n), upper: quotient(1n, 2n) };
  expect(
    [quotient(1n, 3n), quotient(2n, 5n), quotient(2n, 4n)].map((value) => outside(value, bounds)),
  ).toEqual([undefined, undefined, undefined]);
  expect(outside(quotient(33n, 100n), bounds)).toBe("below");
  expect(outside(quotient(51n, 100n), bounds)).toBe("above");
  expect(outside(quotient(99n), { ...bounds, upper: undefined })).toBeUndefined();
});
