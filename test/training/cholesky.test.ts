import { expect, test } from "vitest";
import { dampedStep } from "../../src/training/cholesky.js";

/** The lower triangle of [[4,2,0],[2,5,3],[0,3,6]]; what stands above it is not read. */
const MATRIX = Float64Array.of(4, NaN, NaN, 2, 5, NaN, 0, 3, 6);

test("the step solves the damped equations", () => {
  // (A + I)·(1, −2, 3) = (1, −1, 15).
  const step = dampedStep(MATRIX, 1, Float64Array.of(-1, 1, -15));
  expect([...(step ?? [])].map((value) => Number(value.toFixed(12)))).toEqual([1, -2, 3]);
});

test("a matrix that is not positive definite has no step, until it is damped enough", () => {
  const saddle = Float64Array.of(1, 0, 3, 1);
  const gradient = Float64Array.of(1, 1);
  expect(dampedStep(saddle, 1.9, gradient)).toBeUndefined();
  expect(dampedStep(saddle, 2.1, gradient)).toBeDefined();
  expect(dampedStep(Float64Array.of(0), 0, Float64Array.of(1))).toBeUndefined();
  expect(dampedStep(Float64Array.of(NaN), 0, Float64Array.of(1))).toBeUndefined();
});
