import { describe, expect, it } from "vitest";
import { DigitReading, type FractionSize } from "../../../src/exact/modular/digitReading.js";

/** 3^12: a digit is worth 19 bits, and no power of two divides it. */
const BASE = 531441n;
/** Far more than the digits in these tests prove. */
const LARGE: FractionSize = { numerator: 100, denominator: 100 };

/** The inverse of an integer that 3 doesn't divide, modulo 3^k: x ↦ x·(2 − v·x) doubles the right digits. */
function inverse(value: bigint, modulus: bigint): bigint {
  let approximation = value % 3n === 1n ? 1n : 2n;
  for (let round = 0; round < 12; round++)
    approximation = (approximation * (2n - value * approximation)) % modulus;
  return ((approximation % modulus) + modulus) % modulus;
}

/** The first `count` digits of fractions, between 0 and the base. */
function digitsOf(count: number, ...fractions: (readonly [bigint, bigint])[]): Float64Array[] {
  const modulus = BASE ** BigInt(count);
  const residues = fractions.map(([numerator, denominator]) => {
    const residue = (numerator * inverse(denominator, modulus)) % modulus;
    return residue < 0n ? residue + modulus : residue;
  });
  return Array.from({ length: count }, (_, k) =>
    Float64Array.from(residues, (residue) => Number((residue / BASE ** BigInt(k)) % BASE)),
  );
}

const readingOf = (digits: readonly Float64Array[], size: FractionSize) =>
  new DigitReading(digits, BASE, size);

describe("a reading of digits", () => {
  it("is complete once they outweigh the size, to the bit", () => {
    expect(DigitReading.bitsFor({ numerator: 40, denominator: 20 }, 1)).toBe(91);
    expect(DigitReading.bitsFor({ numerator: 40, denominator: 20 }, 2)).toBe(92);
    // Four digits of 2^20 are 80 bits.
    const complete = (numerator: number, dimension: number) =>
      new DigitReading(
        Array.from({ length: 4 }, () => new Float64Array(dimension)),
        1n << 20n,
        { numerator, denominator: 19 },
      ).complete;
    expect([complete(30, 1), complete(31, 1)]).toEqual([true, false]);
    expect([complete(29, 2), complete(30, 2)]).toEqual([true, false]);
  });

  it("needs a digit", () => {
    expect(() => readingOf([], LARGE)).toThrow(new RangeError("no entry 0 in a list of 0"));
  });

  it("of no coordinates is nothing", () => {
    expect(readingOf([new Float64Array(0)], LARGE).solution(1n)).toEqual({ numerators: [], denominator: 1n });
  });
});

describe("the test combination", () => {
  // Of the 76 bits of four digits 24 are kept as evidence and one for the sign; 51 are shared out.
  it.each([
    [{ numerator: 100, denominator: 100 }, 28n, 23n],
    [{ numerator: 100, denominator: 104 }, 26n, 25n],
    [{ numerator: 200, denominator: 100 }, 51n, 0n],
    [{ numerator: 100, denominator: 200 }, 0n, 51n],
  ])("of size %j is read up to numerators of %d bits and denominators of %d", (size, above, below) => {
    const denominator = (numerator: bigint, by: bigint) =>
      readingOf(digitsOf(4, [numerator, by]), size).testDenominator();
    const [top, bottom] = [2n ** above, 2n ** below];
    // Neighbours of the bounds that are prime to one another and to 3.
    expect(denominator(top === 1n ? 1n : top - 1n, bottom)).toBe(bottom);
    expect(denominator(top, 1n)).toBe(1n);
    expect(denominator(-top, 1n)).toBe(1n);
    expect(denominator(1n, bottom)).toBe(bottom);
    expect(denominator(top === 1n ? 3n : top + 1n, bottom)).toBeUndefined();
    const beyond = (bottom + 1n) % 3n === 0n ? bottom + 3n : bottom + 1n;
    expect(denominator(1n, beyond)).toBeUndefined();
  });

  it("believes next to nothing with less digits than the evidence takes", () => {
    const short = (value: bigint) => readingOf(digitsOf(1, [value, 1n]), LARGE).testDenominator();
    expect([short(0n), short(1n), short(-1n), short(2n)]).toEqual([1n, 1n, 1n, undefined]);
  });

  it("weighs the coordinates by 1, 9, 11, 7", () => {
    const long = 10n ** 30n + 3n;
    const [a, b, c] = [12345678901234567n, 76543210987654321n, 31415926535897932n];
    const hidden = (first: bigint) => digitsOf(8, [first, long], [a, long], [b, long], [c, long]);
    const rest = 9n * a + 11n * b + 7n * c;
    // All denominators cancel in the combination, which is 5.
    expect(readingOf(hidden(5n * long - rest), LARGE).testDenominator()).toBe(1n);
    expect(readingOf(hidden(5n * long - rest + 1n), LARGE).testDenominator()).toBeUndefined();
  });
});

describe("the vector read", () => {
  it("has the denominator of all coordinates, however small the divisor", () => {
    const vector = digitsOf(8, [1n, 2n], [-5n, 7n], [11n, 1n], [3n, 14n]);
    for (const divisor of [1n, 2n, 7n, 14n]) {
      expect(readingOf(vector, LARGE).solution(divisor)).toEqual({
        numerators: [7n, -10n, 154n, 3n],
        denominator: 14n,
      });
    }
  });

  it("stops at the bound of denominators", () => {
    const whole = (denominator: bigint) => readingOf(digitsOf(4, [5n, denominator]), LARGE).solution(1n);
    expect(whole(2n ** 23n)).toEqual({ numerators: [5n], denominator: 2n ** 23n });
    expect(whole(2n ** 23n + 3n)).toBeUndefined();
    // Either is short enough, but not both.
    const two = digitsOf(4, [1n, 2n ** 13n], [1n, 5n ** 7n]);
    expect(readingOf(two, LARGE).solution(1n)).toBeUndefined();
  });

  // With eight digits numerators have 66 bits, so that 98 bits are looked at, which are six digits.
  it.each([
    [LARGE, 6],
    [{ numerator: 100, denominator: 106 }, 5],
  ])("looks at as many digits as a numerator of size %j takes and 32 bits more: %d", (size, looked) => {
    const power = BASE ** BigInt(looked);
    const noise = 123456n;
    const numerators = (value: bigint, sign = 1) => {
      const digits = digitsOf(8, [value, 1n]).map((digit) => digit.map((entry) => sign * entry));
      return readingOf(digits, size).solution(1n)?.numerators;
    };
    // What comes after these digits is not looked at, as the caller tries out what is read …
    expect(numerators(7n + noise * power)).toEqual([7n]);
    expect(numerators(power - 7n + noise * power)).toEqual([-7n]);
    expect(numerators(power - 7n + noise * power, -1)).toEqual([7n]);
    expect(numerators(7n + noise * power, -1)).toEqual([-7n]);
    // … but what is among them is.
    expect(numerators(7n + (noise * power) / BASE)).not.toEqual([7n]);
  });

  it("looks at all digits when they prove it", () => {
    const size = { numerator: 40, denominator: 20 };
    const noisy = readingOf(digitsOf(8, [7n + 123456n * BASE ** 7n, 1n]), size);
    expect(noisy.complete).toBe(true);
    expect(noisy.solution(1n)).not.toEqual({ numerators: [7n], denominator: 1n });
    const clear = readingOf(digitsOf(8, [-7n, 1n], [2n, 5n]), size);
    expect(clear.solution(5n)).toEqual({ numerators: [-35n, 2n], denominator: 5n });
  });
});
