import { expect, test } from "vitest";
import { chineseRemainder } from "../../../src/combinatorics/counts/chineseRemainder.js";
import { fieldPrimes } from "../../../src/combinatorics/counts/fieldPrimes.js";

test("recovers integers from their residues, for every number of primes up to 20", () => {
  for (let count = 1; count <= 20; count += 1) {
    const primes = fieldPrimes(1n << (27n * BigInt(count) - 1n)).slice(0, count);
    const product = primes.reduce((value, prime) => value * BigInt(prime), 1n);
    for (const x of [0n, 1n, product - 1n, product / 2n, product / 7n, 123456789n]) {
      const residues = primes.map((prime) => Number(x % BigInt(prime)));
      expect(chineseRemainder(primes, residues)).toBe(x);
      const shifted = residues.map((residue, i) => residue - (primes[i] ?? 0));
      expect(chineseRemainder(primes, shifted)).toBe(x);
    }
  }
});

test("one wrong residue changes the result", () => {
  const primes = fieldPrimes(1n << 100n);
  const residues = primes.map((prime) => Number((1n << 99n) % BigInt(prime)));
  expect(chineseRemainder(primes, residues)).toBe(1n << 99n);
  residues[2] = (residues[2] ?? 0) + 1;
  expect(chineseRemainder(primes, residues)).not.toBe(1n << 99n);
});

test("no primes leave 0; lengths must agree; primes must differ", () => {
  expect(chineseRemainder([], [])).toBe(0n);
  expect(() => chineseRemainder([134217689], [1, 2])).toThrow(new RangeError("1 primes but 2 residues"));
  expect(() => chineseRemainder([134217689, 134217689], [1, 1])).toThrow(/no inverse modulo 134217689/);
});
