import { expect, test } from "vitest";
import {
  bell,
  bellByRecurrence,
  bellByStirling,
  bellNumbers,
  zeroBlockArrangements,
} from "../../../src/combinatorics/counts/bell.js";
import { A000110 } from "../outsideTruth.js";

test("Bell numbers as listed in A000110", () => {
  expect(A000110.map((_, n) => bell(n))).toEqual(A000110);
  expect(bellNumbers(12)).toEqual(A000110);
  expect(bellNumbers(0)).toEqual([1n]);
});

test("four routes agree up to 40, and a planted error does not", () => {
  const expected = bellNumbers(40);
  for (const route of [bellByRecurrence, bellByStirling, zeroBlockArrangements, bell]) {
    expect(expected.map((_, n) => route(n))).toEqual(expected);
  }
  expect(expected.map((_, n) => bell(n) + (n === 17 ? 1n : 0n))).not.toEqual(expected);
});
