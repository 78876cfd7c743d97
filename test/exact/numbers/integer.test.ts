import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balancedResidue,
  bitLength,
  ceilingOfQuotient,
  floorOfQuotient,
  gcd,
  lcm,
  squareRoot,
} from "../../../src/exact/numbers/integer.js";

const integer = fc.oneof(
  fc.bigInt(-50n, 50n),
  fc.bigInt(-(2n ** 60n), 2n ** 60n),
  fc.bigInt(-(2n ** 200n), 2n ** 200n),
  fc.bigInt(-(2n ** 1500n), 2n ** 1500n),
);

/** Euclid as in the book, with BigInts only. */
function plainGcd(a: bigint, b: bigint): bigint {
  if (b === 0n) return a < 0n ? -a : a;
  return plainGcd(b, a % b);
}

describe("gcd", () => {
  it.each([
    [0n, 0n, 0n],
    [0n, -7n, 7n],
    [7n, 0n, 7n],
    [-12n, 18n, 6n],
    [12n, -18n, 6n],
    [2n ** 53n, 2n ** 54n, 2n ** 53n],
    [2n ** 53n + 1n, 3n, 3n],
    [3n, 2n ** 53n + 1n, 3n],
    [-(10n ** 40n), 10n ** 30n, 10n ** 30n],
    [3n ** 500n, 6n ** 300n, 3n ** 300n],
    [7n * 2n ** 90n + 7n, 49n, 7n],
  ])("of %s and %s is %s", (a, b, expected) => {
    expect(gcd(a, b)).toBe(expected);
  });

  it("agrees with Euclid's algorithm on BigInts", () => {
    fc.assert(
      fc.property(integer, integer, integer, (a, b, common) => {
        expect(gcd(a * common, b * common)).toBe(plainGcd(a * common, b * common));
      }),
      { seed: 101 },
    );
  });
});

describe("lcm", () => {
  it.each([
    [0n, 0n, 0n],
    [0n, 5n, 0n],
    [5n, 0n, 0n],
    [4n, 6n, 12n],
    [-4n, 6n, 12n],
    [4n, -6n, 12n],
  ])("of %s and %s is %s", (a, b, expected) => {
    expect(lcm(a, b)).toBe(expected);
  });

  it("times gcd is the product in size", () => {
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        const size = a * b < 0n ? -a * b : a * b;
        expect(lcm(a, b) * gcd(a, b)).toBe(size);
      }),
      { seed: 102 },
    );
  });
});

describe("bitLength", () => {
  it("counts binary digits, whatever the sign", () => {
    for (let bits = 1; bits < 200; bits++) {
      const power = 2n ** BigInt(bits - 1);
      expect([bitLength(power), bitLength(-power), bitLength(2n * power - 1n)]).toEqual([bits, bits, bits]);
    }
    expect(bitLength(0n)).toBe(0);
  });
});

it("the balanced residue is the one of least absolute value", () => {
  for (let value = -20n; value <= 20n; value += 1n) {
    for (const modulus of [1n, 2n, 7n, 8n]) {
      const residue = balancedResidue(value, modulus);
      expect((value - residue) % modulus).toBe(0n);
      expect(2n * residue <= modulus && -2n * residue <= modulus).toBe(true);
    }
  }
});

describe("quotients and roots of integers", () => {
  it("are rounded to the side that they say", () => {
    fc.assert(
      fc.property(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 50n), (a, b) => {
        const [floor, ceiling] = [floorOfQuotient(a, b), ceilingOfQuotient(a, b)];
        expect(floor * b <= a && a < (floor + 1n) * b).toBe(true);
        expect((ceiling - 1n) * b < a && a <= ceiling * b).toBe(true);
      }),
      { seed: 37 },
    );
  });

  it("are the largest of square at most n", () => {
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(0n, 200n), fc.bigInt(0n, 1n << 300n)), (n) => {
        const root = squareRoot(n);
        expect(root * root <= n && n < (root + 1n) * (root + 1n)).toBe(true);
      }),
      { seed: 38, numRuns: 500 },
    );
    expect(() => squareRoot(-1n)).toThrow("the square root of -1");
  });
});
