import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rational } from "../../src/exact/numbers/rational.js";
import { floatBits } from "../../src/formats/floatBits.js";
import { FLOAT_BYTES, FLOAT_TYPES, type FloatType, floatsOf } from "../../src/formats/floatTypes.js";
import { nearestFloat } from "../../src/formats/nearestFloat.js";
import { doubleValue } from "../../src/exact/numbers/doubleValue.js";

/** The value of the float with the given bits; undefined if it is no number. */
function valueOf(bits: bigint, type: FloatType): ReturnType<typeof rational> | undefined {
  const size = FLOAT_BYTES[type];
  const bytes = Uint8Array.from({ length: size }, (_, at) => Number((bits >> BigInt(8 * at)) & 0xffn));
  try {
    const [double] = floatsOf({ bytes, count: 1, type, name: "w" }, { format: "toy", place: "a" });
    return double === undefined ? undefined : doubleValue(double);
  } catch {
    return undefined;
  }
}

/** Rationals of all sizes, among them halves between two floats. */
const values = fc
  .tuple(
    fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }),
    fc.bigInt({ min: 1n, max: 2n ** 30n }),
    fc.integer({ min: -160, max: 90 }),
    fc.boolean(),
  )
  .map(([n, d, power, isDyadic]) => {
    const below = isDyadic ? 1n : d;
    const above = isDyadic ? n >> 40n : n;
    return power >= 0
      ? ([above << BigInt(power), below] as const)
      : ([above, below << BigInt(-power)] as const);
  });

describe("the nearest float", () => {
  it.each(FLOAT_TYPES)("of %s is no farther than its neighbours, and even if one is as near", (type) => {
    fc.assert(
      fc.property(values, ([n, d]) => {
        const float = nearestFloat(n, d, type);
        fc.pre(float !== undefined && float.numerator !== 0n);
        const bits = floatBits(float, type);
        if (bits === undefined) throw new Error("no float");
        const value = rational(n, d);
        const own = value.sub(rational(float.numerator, float.denominator)).abs();
        for (const near of [bits - 1n, bits + 1n]) {
          const other = valueOf(near, type);
          if (other === undefined) continue;
          const order = own.compare(value.sub(other).abs());
          expect(order).toBeLessThanOrEqual(0);
          if (order === 0) expect(bits % 2n).toBe(0n);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("of 64 bits is the one that JavaScript reads of decimals", () => {
    const decimals = fc.tuple(
      fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
      fc.integer({ min: 0, max: 330 }),
    );
    fc.assert(
      fc.property(decimals, ([digits, places]) => {
        const read = doubleValue(Number(`${digits}e-${places}`));
        const float = nearestFloat(digits, 10n ** BigInt(places), "float64");
        expect(float).toEqual({ numerator: read.s * read.n, denominator: read.d });
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[FloatType, bigint, bigint, bigint]>([
    // The largest float, and the middle between it and the next power of 2, which is rounded to infinity.
    ["float16", 65504n, 65520n, 1n],
    ["bfloat16", 255n << 120n, 511n << 119n, 1n],
    ["float32", (2n ** 24n - 1n) << 104n, (2n ** 25n - 1n) << 103n, 1n],
    ["float64", (2n ** 53n - 1n) << 971n, (2n ** 54n - 1n) << 970n, 1n],
  ])("of %s ends where values are rounded to infinity", (type, largest, middle, denominator) => {
    for (const sign of [1n, -1n]) {
      expect(nearestFloat(sign * (middle - 1n), denominator, type)).toEqual({
        numerator: sign * largest,
        denominator: 1n,
      });
      expect(nearestFloat(sign * middle, denominator, type)).toBeUndefined();
    }
  });

  it("of what is too small is 0, and of half the least float too", () => {
    const least = 2n ** 24n;
    expect(nearestFloat(1n, 2n * least, "float16")).toEqual({ numerator: 0n, denominator: 1n });
    expect(nearestFloat(-3n, 2n * least, "float16")).toEqual({ numerator: -1n, denominator: least / 2n });
    expect(nearestFloat(1n, 2n * least - 1n, "float16")).toEqual({ numerator: 1n, denominator: least });
  });
});
