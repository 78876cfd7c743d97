import { describe, expect, test } from "vitest";
import { PrimeField } from "../../../src/combinatorics/counts/primeField.js";

const PRIMES = [67108879, 100000007, 134217689];

/** Integers of all sizes in a reproducible order. */
function* integers(count: number, limit: bigint): Generator<bigint> {
  let state = 88172645463325252n;
  for (let i = 0; i < count; i += 1) {
    state = (state * 6364136223846793005n + 1442695040888963407n) % (1n << 64n);
    const value = (state >> 3n) % limit;
    yield i % 2 === 0 ? value : -value;
  }
}

describe.each(PRIMES)("modulo %d", (p) => {
  const field = new PrimeField(p);
  const prime = BigInt(p);
  const limit = 3n << 51n;
  const mod = (x: bigint): bigint => ((x % prime) + prime) % prime;

  test("reduce gives a congruent integer within p/2 + 4, up to the stated limit", () => {
    const edges = [
      0n,
      1n,
      prime - 1n,
      prime,
      prime + 1n,
      limit,
      limit - 1n,
      (prime + 1n) / 2n,
      (prime - 1n) / 2n,
    ];
    // Halves of multiples of p near the limit are where a rounded quotient is most likely to go wrong.
    const halves = [...integers(200, limit / prime)].map((q) => q * prime + prime / 2n);
    for (const x of [...edges, ...edges.map((edge) => -edge), ...halves, ...integers(2000, limit)]) {
      const rest = field.reduce(Number(x));
      expect(Number.isInteger(rest)).toBe(true);
      expect(Math.abs(rest)).toBeLessThanOrEqual(p / 2 + 4);
      expect(mod(BigInt(rest))).toBe(mod(x));
      expect(BigInt(field.canonical(Number(x)))).toBe(mod(x));
    }
  });

  test("products, powers and inverses against BigInt", () => {
    for (const x of integers(60, prime / 2n)) {
      const base = Number(x);
      expect(mod(BigInt(field.multiply(base, Number(prime / 2n))))).toBe(mod(x * (prime / 2n)));
      expect(mod(BigInt(field.power(base, 13)))).toBe(mod(x ** 13n));
      if (x !== 0n) expect(field.canonical(field.multiply(base, field.inverse(base)))).toBe(1);
    }
    expect(field.power(0, 0)).toBe(1);
    expect(field.power(7, 1)).toBe(7);
    expect(field.canonical(field.power(p - 2, 3))).toBe(p - 8);
    expect(field.canonical(field.multiply(p - 3, field.inverse(p - 3)))).toBe(1);
  });

  test("zero has no inverse, and one representative", () => {
    expect(() => field.inverse(0)).toThrow(new RangeError(`0 has no inverse modulo ${p}`));
    expect(() => field.inverse(-p)).toThrow(new RangeError(`${-p} has no inverse modulo ${p}`));
    expect(Object.is(field.canonical(-p), 0)).toBe(true);
    expect(Object.is(field.canonical(-0), 0)).toBe(true);
  });
});

test("the modulus lies strictly between 2^26 and 2^27", () => {
  for (const bad of [7, 67108864, 134217728, 2 ** 31 - 1, 67108879.5, NaN]) {
    expect(() => new PrimeField(bad)).toThrow(new RangeError(`prime is ${bad}, not between 2^26 and 2^27`));
  }
});
