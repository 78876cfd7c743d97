import { expect, test } from "vitest";
import { binomial } from "../../../src/combinatorics/counts/binomial.js";
import { tangentNumbers } from "../../../src/combinatorics/counts/tangentNumbers.js";
import { bigints } from "../../exact/matrices.js";

test("the first are those of OEIS A000182", () => {
  expect(tangentNumbers(9)).toEqual(bigints("1 2 16 272 7936 353792 22368256 1903757312 209865342976"));
});

test("none and one", () => {
  expect(tangentNumbers(0)).toEqual([]);
  expect(tangentNumbers(1)).toEqual([1n]);
});

test("tan′ = 1 + tan²: T_{k+1} = Σ C(2k, 2i−1) T_i T_{k+1−i}", () => {
  const numbers = tangentNumbers(30);
  for (let k = 1; k < numbers.length; k += 1) {
    let sum = 0n;
    for (let i = 1; i <= k; i += 1) {
      sum += binomial(2 * k, 2 * i - 1) * (numbers[i - 1] ?? 0n) * (numbers[k - i] ?? 0n);
    }
    expect(numbers[k]).toBe(sum);
  }
});
