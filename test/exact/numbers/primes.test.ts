import { describe, expect, it } from "vitest";
import { inverseModulo, isPrime, primesBelow } from "../../../src/exact/numbers/primes.js";

/** By the definition. */
function plainlyPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++)
    if (candidate % divisor === 0) return false;
  return candidate > 1;
}

describe("isPrime", () => {
  it("is right up to 3000", () => {
    for (let candidate = -3; candidate <= 3000; candidate++) {
      expect([candidate, isPrime(candidate)]).toEqual([candidate, plainlyPrime(candidate)]);
    }
  });

  it("isn't taken in by strong pseudoprimes", () => {
    // ψ_1 … ψ_4: the smallest composites that pass for the first 1 … 4 prime bases.
    expect([2047, 1373653, 25326001, 3215031751].map(isPrime)).toEqual([false, false, false, false]);
  });
});

describe("primesBelow", () => {
  it("gives every prime from the bound down and then throws", () => {
    const primes = primesBelow(30);
    expect(Array.from({ length: 10 }, () => primes.next().value)).toEqual([
      29, 23, 19, 17, 13, 11, 7, 5, 3, 2,
    ]);
    expect(() => primes.next()).toThrow(new RangeError("no prime below 2"));
  });

  it("leaves the bound out, and starts anew each time", () => {
    expect([primesBelow(29).next().value, primesBelow(29).next().value]).toEqual([23, 23]);
    expect(primesBelow(2147483648).next().value).toBe(2147483647);
  });

  it.each([2147483649, 5 / 2, NaN])("refuses the bound %s", (bound) => {
    expect(() => primesBelow(bound).next()).toThrow(new RangeError(`primes below ${bound}`));
  });
});

describe("inverseModulo", () => {
  it("is an inverse between 1 and p − 1, of negative and large numbers too", () => {
    for (const prime of [2, 3, 101, 16776187]) {
      for (const value of [1n, -1n, 5n, -5n, 10n ** 40n + 1n, -(10n ** 40n)]) {
        if (value % BigInt(prime) === 0n) continue;
        const inverse = inverseModulo(value, prime);
        expect(inverse).toBeGreaterThanOrEqual(1);
        expect(inverse).toBeLessThan(prime);
        expect((value * BigInt(inverse) - 1n) % BigInt(prime)).toBe(0n);
      }
    }
    expect(inverseModulo(3n, 7)).toBe(5);
  });

  it("isn't there for multiples of the prime", () => {
    expect(() => inverseModulo(-14n, 7)).toThrow(new RangeError("-14 has no inverse modulo 7"));
  });
});
