import { expect, test } from "vitest";
import { fieldPrimes } from "../../../src/combinatorics/counts/fieldPrimes.js";

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) return false;
  return true;
}

test("the primes just below 2^27, none left out, across the segment's border", () => {
  const primes = fieldPrimes(1n << (27n * 1800n));
  const lowest = primes.at(-1) ?? 0;
  expect(lowest).toBeLessThan(2 ** 27 - 2 ** 15);
  const expected: number[] = [];
  for (let n = 2 ** 27 - 1; n >= lowest; n -= 2) if (isPrime(n)) expected.push(n);
  expect(primes).toEqual(expected);
});

test("as many as exceed the bound, and no more", () => {
  const first = 134217689;
  const second = 134217649;
  expect(fieldPrimes(0n)).toEqual([]);
  expect(fieldPrimes(1n)).toEqual([first]);
  expect(fieldPrimes(BigInt(first) - 1n)).toEqual([first]);
  expect(fieldPrimes(BigInt(first))).toEqual([first, second]);
  expect(fieldPrimes(BigInt(first) * BigInt(second) - 1n)).toEqual([first, second]);
  expect(fieldPrimes(BigInt(first) * BigInt(second))).toHaveLength(3);
});
