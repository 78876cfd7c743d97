import { expect, test } from "vitest";
import { primeSieve } from "../../../src/combinatorics/counts/primeSieve.js";

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
