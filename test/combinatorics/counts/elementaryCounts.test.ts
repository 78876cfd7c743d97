import { expect, test } from "vitest";
import { binomial, binomialRow } from "../../../src/combinatorics/counts/binomial.js";
import { compositions, repetitionFactor } from "../../../src/combinatorics/compositions.js";
import { factorial, fallingFactorial } from "../../../src/combinatorics/counts/factorial.js";
import { integerPartitions } from "../../../src/combinatorics/integerPartitions.js";
import { multinomial } from "../../../src/combinatorics/counts/multinomial.js";
import { powers } from "../../../src/combinatorics/counts/powers.js";
import { primeSieve } from "../../../src/combinatorics/counts/primeSieve.js";

test("factorials and falling factorials against their definitions", () => {
  let product = 1n;
  for (let n = 0; n <= 40; n += 1) {
    if (n > 0) product *= BigInt(n);
    expect(factorial(n)).toBe(product);
    let falling = 1n;
    for (let k = 0; k <= n + 2; k += 1) {
      expect(fallingFactorial(n, k)).toBe(falling);
      falling *= BigInt(n - k);
    }
  }
});

test("no injections from a set beyond n costs anything", () => {
  expect(fallingFactorial(3, Number.MAX_SAFE_INTEGER)).toBe(0n);
});

test("binomials by Pascal's triangle, with zeros beyond it", () => {
  let row = [1n];
  for (let n = 0; n <= 20; n += 1) {
    expect(binomialRow(n)).toEqual(row);
    for (let k = 0; k <= n + 2; k += 1) expect(binomial(n, k)).toBe(row[k] ?? 0n);
    row = [1n, ...row.map((value, k) => value + (row[k + 1] ?? 0n))];
  }
});

test("multinomials are quotients of factorials", () => {
  expect(multinomial([])).toBe(1n);
  expect(multinomial([0, 0])).toBe(1n);
  expect(multinomial([3])).toBe(1n);
  expect(multinomial([2, 3, 4])).toBe(1260n);
  expect(multinomial([5, 0, 1, 1])).toBe(42n);
  expect(() => multinomial([Number.MAX_SAFE_INTEGER, 1])).toThrow("sum of parts is 9007199254740992, not");
});

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

test("the sieve splits each composite at its smallest prime factor", () => {
  const limit = 300;
  const { factor, cofactor, primes } = primeSieve(limit);
  const expected: number[] = [];
  expect(factor).toHaveLength(limit + 1);
  for (let k = 0; k <= limit; k += 1) {
    let smallest = 0;
    for (let d = 2; d < k && smallest === 0; d += 1) if (k % d === 0) smallest = d;
    if (k >= 2 && smallest === 0) expected.push(k);
    expect(factor[k]).toBe(smallest);
    expect((factor[k] ?? 0) * (cofactor[k] ?? 0)).toBe(smallest === 0 ? 0 : k);
  }
  expect(primes).toEqual(expected);
  expect(primeSieve(2).primes).toEqual([2]);
  expect(primeSieve(1).primes).toEqual([]);
  expect(primeSieve(0).factor).toHaveLength(1);
  expect(() => primeSieve(16777217)).toThrow(new RangeError("limit is 16777217, above 16777216"));
});

test("the sieve is quick, and finds the 148933 primes below two million", () => {
  expect(primeSieve(2_000_000).primes).toHaveLength(148933);
});

test("powers of all integers against powers one by one", () => {
  for (const m of [0, 1, 2, 7, 40]) {
    const expected = Array.from({ length: 65 }, (_, k) => BigInt(k) ** BigInt(m));
    expect(powers(64, m)).toEqual(expected);
  }
  expect(powers(0, 0)).toEqual([1n]);
  expect(powers(0, 3)).toEqual([0n]);
});
