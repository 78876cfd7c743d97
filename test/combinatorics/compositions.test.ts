import { expect, test } from "vitest";
import { compositions, repetitionFactor } from "../../src/combinatorics/compositions.js";
import { binomial } from "../../src/combinatorics/counts/binomial.js";
import { integerPartitions } from "../../src/combinatorics/integerPartitions.js";

test("compositions: all, once, in order, and as many as expected", () => {
  expect([...compositions(4, 2)]).toEqual([
    [1, 3],
    [2, 2],
    [3, 1],
  ]);
  expect([...compositions(0, 0)]).toEqual([[]]);
  expect([...compositions(3, 0)]).toEqual([]);
  expect([...compositions(0, 1)]).toEqual([]);
  expect([...compositions(2, 3)]).toEqual([]);
  for (let n = 1; n <= 9; n += 1) {
    for (let parts = 1; parts <= n; parts += 1) {
      const tuples = [...compositions(n, parts)];
      expect(BigInt(tuples.length)).toBe(binomial(n - 1, parts - 1));
      expect(new Set(tuples.map(String)).size).toBe(tuples.length);
      for (const tuple of tuples) {
        expect(tuple).toHaveLength(parts);
        expect(Math.min(...tuple)).toBeGreaterThanOrEqual(1);
        expect(tuple.reduce((sum, part) => sum + part, 0)).toBe(n);
      }
    }
  }
});

test("sorted tuples are the compositions up to order", () => {
  expect([...integerPartitions(4)]).toEqual([[4], [3, 1], [2, 2], [2, 1, 1], [1, 1, 1, 1]]);
  expect([...integerPartitions(0)]).toEqual([[]]);
  for (let n = 1; n <= 9; n += 1) {
    const sorted = new Set<string>();
    for (let parts = 1; parts <= n; parts += 1) {
      for (const tuple of compositions(n, parts)) sorted.add([...tuple].sort((a, b) => b - a).join(" "));
    }
    const tuples = [...integerPartitions(n)].map((tuple) => tuple.join(" "));
    expect(new Set(tuples)).toEqual(sorted);
    expect(tuples).toHaveLength(sorted.size);
  }
});

test("the repetition factor multiplies the factorials of the occurrences", () => {
  expect(repetitionFactor([])).toBe(1n);
  expect(repetitionFactor([4, 3, 1])).toBe(1n);
  expect(repetitionFactor([2, 1, 2, 1, 2])).toBe(12n);
  expect(repetitionFactor([1, 1, 1, 1])).toBe(24n);
});
