import { describe, expect, test } from "vitest";
import {
  boundedProduct,
  boundedScale,
  boundedSum,
  boundedTimes,
  boundedTranspose,
  roundedEntries,
} from "../../src/crosscheck/boundedMatrix.js";
import { NEAREST, gamma } from "../../src/crosscheck/rounding.js";

const size = 6;
/** Doubles that no float32 is. */
const entries = (salt: number): Float64Array =>
  Float64Array.from({ length: size * size }, (_, index) => Math.sin(index * 12.9898 + salt) * 3);
const [left, right] = [entries(1), entries(2)];
const [a, b] = [roundedEntries(size, size, left), roundedEntries(size, size, right)];
const at = (matrix: ArrayLike<number>, index: number): number => matrix[index] ?? NaN;

/** Products of float32, summed in float32 and in doubles. */
function product(row: number, column: number): { computed: number; exact: number } {
  let [computed, exact] = [0, 0];
  for (let inner = 0; inner < size; inner++) {
    const [x, y] = [at(left, row * size + inner), at(right, inner * size + column)];
    computed = Math.fround(computed + Math.fround(Math.fround(x) * Math.fround(y)));
    exact += x * y;
  }
  return { computed, exact };
}

/** How many of the entries of float32 arithmetic keep to the bounds. */
function within(error: Float64Array, of: (index: number) => { computed: number; exact: number }): number {
  return [...error].filter((bound, index) => {
    const { computed, exact } = of(index);
    return Math.abs(computed - exact) <= bound;
  }).length;
}

describe("bounds of float32 arithmetic", () => {
  const products = (index: number) => product(Math.trunc(index / size), index % size);

  test("hold for products of matrices, and are of their size", () => {
    const { error, magnitude } = boundedProduct(a, b, NEAREST);
    expect(within(error, products)).toBe(size * size);
    for (const [index, bound] of error.entries()) expect(bound).toBeLessThan(1e-6 * at(magnitude, index));
  });

  test("don't hold if the rounding is taken for less than it is", () => {
    const exactly = (matrix: typeof a) => ({ ...matrix, error: new Float64Array(size * size) });
    expect(within(boundedProduct(exactly(a), exactly(b), NEAREST / 64).error, products)).toBeLessThan(
      size * size,
    );
  });

  test.each([
    ["products of entries", boundedTimes(a, b, NEAREST), (x: number, y: number) => x * y],
    ["sums", boundedSum(a, b, NEAREST), (x: number, y: number) => x + y],
    ["differences", boundedSum(a, b, NEAREST), (x: number, y: number) => x - y],
  ])("hold for %s", (_, { error }, combine) => {
    const found = within(error, (index) => ({
      computed: Math.fround(combine(Math.fround(at(left, index)), Math.fround(at(right, index)))),
      exact: combine(at(left, index), at(right, index)),
    }));
    expect(found).toBe(size * size);
  });

  test("hold for rounded entries and powers of two", () => {
    const rounded = (factor: number) => (index: number) => ({
      computed: Math.fround(at(left, index)) * factor,
      exact: at(left, index) * factor,
    });
    expect(within(a.error, rounded(1))).toBe(size * size);
    expect(within(boundedScale(a, -4).error, rounded(-4))).toBe(size * size);
  });

  test("follow a transposition", () => {
    const turned = boundedTranspose(a);
    expect(at(turned.error, size)).toBe(at(a.error, 1));
    expect(boundedTranspose(turned)).toEqual(a);
  });
});

test("what doesn't fit is refused", () => {
  const wide = roundedEntries(1, 2, Float64Array.of(1, 2));
  expect(() => boundedProduct(wide, wide, NEAREST)).toThrow("2 columns by 1 rows");
  expect(() => boundedSum(wide, boundedTranspose(wide), NEAREST)).toThrow(RangeError);
  expect(() => roundedEntries(1, 1, Float64Array.of(1e39))).toThrow("overflows float32");
  expect(() => roundedEntries(1, 1, Float64Array.of(NaN))).toThrow("overflows float32");
  expect(() => gamma(2 ** 23, 2 ** -24)).toThrow(RangeError);
  expect(gamma(1, 2 ** -24)).toBeGreaterThan(2 ** -24);
});
