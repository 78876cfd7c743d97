import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gcd } from "../../../src/exact/numbers/integer.js";
import { reconstruct } from "../../../src/exact/modular/rationalReconstruction.js";

describe("reconstruct", () => {
  it("is by hand for small moduli", () => {
    expect(reconstruct(34n, 101n, 5n)).toEqual({ numerator: 1n, denominator: 3n });
    expect(reconstruct(-34n, 101n, 5n)).toEqual({ numerator: -1n, denominator: 3n });
    expect(reconstruct(0n, 101n, 5n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(reconstruct(101n, 101n, 5n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(reconstruct(5n, 101n, 5n)).toEqual({ numerator: 5n, denominator: 1n });
    expect(reconstruct(-5n, 101n, 5n)).toEqual({ numerator: -5n, denominator: 1n });
    expect(reconstruct(6n, 101n, 5n).denominator).toBeGreaterThan(1n);
  });

  it("gets back fractions of up to 3,000 bits, balanced or not", () => {
    const bits = fc.constantFrom(1n, 20n, 60n, 200n, 3000n);
    const number = bits.chain((length) => fc.bigInt(1n, 2n ** length));
    fc.assert(
      fc.property(number, number, fc.boolean(), (n, d, negative) => {
        const common = gcd(n, d);
        const [size, denominator] = [n / common, d / common];
        const numerator = negative ? -size : size;
        // The smallest power of 3 that leaves one fraction only; 3 must not divide the denominator.
        fc.pre(denominator % 3n !== 0n);
        let modulus = 3n;
        while (modulus <= 2n * size * denominator) modulus *= 3n;
        expect(reconstruct(numerator * inverse(denominator, modulus), modulus, size)).toEqual({
          numerator,
          denominator,
        });
      }),
      { seed: 701 },
    );
  });
});

/** By Euclid's algorithm on BigInts. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r, s, x, y] = [modulus, value % modulus, 0n, 1n];
  while (s !== 0n) [r, s, x, y] = [s, r % s, y, x - (r / s) * y];
  return x;
}
