import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaTangent } from "../../../src/exact/intervals/areaTangent.js";
import { MAX_EXPONENT, exponential, ofSmall } from "../../../src/exact/intervals/exponential.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { logarithm } from "../../../src/exact/intervals/logarithm.js";
import { logarithmOfTwo } from "../../../src/exact/intervals/logarithmOfTwo.js";
import { parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { type Bounds, exponentialBounds, logarithmBounds, tanhBounds } from "./seriesBounds.js";

type RealFunction = (x: Interval) => Interval;

const precision = fc.constantFrom(8, 53, 64, 128, 200, 512);
/** A number with few bits that many precisions hold, from −40 to 40. */
const number = fc.bigInt(-40n << 7n, 40n << 7n);
const positive = fc.bigInt(1n, 40n << 7n);
const at = (n: bigint, p: number): Interval => Interval.of(n, n, 7).atPrecision(p);
const units = (x: Interval): bigint => x.upper - x.lower;
const intersects = (x: Interval, y: Interval): boolean => {
  const finest = Math.max(x.precision, y.precision);
  return x.atPrecision(finest).intersection(y.atPrecision(finest)) !== undefined;
};

/** Whether enclosures at a precision and at 100 bits more intersect: they do if both hold the value. */
function agreesWithFiner(of: RealFunction, argument: fc.Arbitrary<bigint>, seed = 31): boolean {
  const law = fc.property(argument, precision, (n, p) =>
    intersects(of(at(n, Math.max(p, 7))), of(at(n, p + 100))),
  );
  return !fc.check(law, { seed, numRuns: 200 }).failed;
}

/** An interval that bounds the value to p bits contains both exact bounds, which are far closer together. */
function holds(x: Interval, { least, most }: Bounds): boolean {
  return x.contains(least) && x.contains(most);
}

function expectCloser({ least, most }: Bounds, bits: bigint): void {
  const units = most.sub(least).mul(1n << bits);
  expect(units.compare(1n)).toBeLessThan(0);
}

describe("exponential", () => {
  it.each(["1", "-1", "5/2", "-7/3", "1/1000", "12", "-12"])(
    "of %s, to 200 bits, against the series without reduction",
    (text) => {
      const x = parseRational(text);
      const bounds = exponentialBounds(x, 130);
      expectCloser(bounds, 220n);
      const value = exponential(Interval.enclosing(x, 200));
      expect(holds(value, bounds)).toBe(true);
      const size = bounds.most.compare(1n) < 0 ? rational(1n) : bounds.most;
      expect(value.width.mul(1n << 200n).compare(size.mul(4n))).toBeLessThan(0);
    },
  );

  it("is as narrow as it says at a point", () => {
    fc.assert(
      fc.property(number, precision, (n, p) => {
        const value = exponential(at(n, Math.max(p, 7)));
        expect(units(value) <= 2n + (n > 0n ? (2n * value.upper) >> BigInt(value.precision) : 0n)).toBe(true);
      }),
      { seed: 32 },
    );
  });

  it("makes sums into products", () => {
    fc.assert(
      fc.property(number, number, precision, (a, b, p) => {
        const [x, y] = [at(a, p + 7), at(b, p + 7)];
        expect(intersects(exponential(x.plus(y)), exponential(x).times(exponential(y)))).toBe(true);
      }),
      { seed: 33, numRuns: 200 },
    );
  });

  it("encloses the values of an interval from end to end", () => {
    const value = exponential(Interval.of(-1n, 2n, 0).atPrecision(100));
    expect(intersects(value, exponential(Interval.of(-1n, -1n, 0).atPrecision(100)))).toBe(true);
    expect(value.includes(exponential(Interval.of(1n, 1n, 1).atPrecision(100)))).toBe(true);
    expect(units(value) < 8n << 100n).toBe(true);
  });

  it("is enclosed where it is huge or tiny", () => {
    for (const n of [5000n, 60_000n, 65_535n]) {
      const [small, large] = [-n, n].map((x) => exponential(Interval.of(x, x, 0).atPrecision(128)));
      expect([small?.lower, small?.upper]).toEqual([0n, 1n]);
      // e^n lies between 2^(1.4426n) and 2^(1.4427n).
      const [lower, upper] = [large?.lower ?? 0n, large?.upper ?? 0n];
      expect(
        lower >> ((n * 14426n) / 10_000n + 128n) > 0n && upper >> ((n * 14427n) / 10_000n + 129n) === 0n,
      ).toBe(true);
      expect((upper - lower) << 126n < lower).toBe(true);
    }
    const x = Interval.of(MAX_EXPONENT, MAX_EXPONENT, 0);
    expect(() => exponential(x)).toThrow("the exponential of a number beyond 65536");
    expect([exponential(x.negated()).lower, exponential(x.negated()).upper]).toEqual([0n, 1n]);
  });

  it("is 0 at its lower end only for very negative arguments", () => {
    for (const p of [1, 2, 3, 4, 5]) {
      for (let n = 0n; n <= 4n << 3n; n += 1n) {
        const x = Interval.of(-n, -n, 3).atPrecision(p + 3);
        expect(intersects(exponential(x), exponential(x.atPrecision(200)))).toBe(true);
        const coarse = Interval.of(-n, -n, p);
        expect(intersects(exponential(coarse), exponential(coarse.atPrecision(200)))).toBe(true);
      }
    }
  });

  it("works from precision 0 to 8000", () => {
    for (const p of [0, 1, 2, 8000]) {
      const x = Interval.of(-3n, -3n, 0).atPrecision(p);
      expect(intersects(exponential(x), exponential(x.atPrecision(160)))).toBe(true);
    }
  });
});

describe("logarithm", () => {
  it.each([
    [2n, 1n, 150],
    [3n, 2n, 100],
    [1001n, 1000n, 20],
    [5n, 1n, 450],
  ])("of %s/%s, to 128 bits, against another series", (n, d, terms) => {
    const bounds = logarithmBounds(rational(n, d), terms);
    expectCloser(bounds, 140n);
    const value = logarithm(Interval.enclosing(rational(n, d), 128));
    expect(holds(value, bounds)).toBe(true);
    expect(units(value) <= 4n).toBe(true);
    const inverse = logarithm(Interval.enclosing(rational(d, n), 128));
    expect(holds(inverse.negated(), bounds)).toBe(true);
  });

  it("is the inverse of exp", () => {
    fc.assert(
      fc.property(number, precision, (n, p) => {
        const x = at(n, p + 70);
        expect(logarithm(exponential(x)).includes(x)).toBe(true);
      }),
      { seed: 34, numRuns: 200 },
    );
  });

  it("makes products into sums, and is narrow", () => {
    fc.assert(
      fc.property(positive, positive, precision, (a, b, p) => {
        const [x, y] = [at(a, p + 14), at(b, p + 14)];
        expect(units(logarithm(x)) <= 2n).toBe(true);
        expect(intersects(logarithm(x.times(y)), logarithm(x).plus(logarithm(y)))).toBe(true);
      }),
      { seed: 35, numRuns: 200 },
    );
  });

  it("refuses what isn't positive, and takes the smallest that is", () => {
    const nonpositive = Interval.of(0n, 1n, 4);
    expect(() => logarithm(nonpositive)).toThrow("the logarithm of an interval that holds a number ≤ 0");
    const factor = Interval.of(-100n, -100n, 0).atPrecision(100);
    expect(intersects(logarithm(Interval.of(1n, 1n, 100)), logarithmOfTwo(100).times(factor))).toBe(true);
  });
});

it("tanh from exp, against Lambert's continued fraction", () => {
  for (const x of [rational(1n, 3n), rational(1n), rational(5n, 2n)]) {
    const bounds = tanhBounds(x, 40);
    expectCloser(bounds, 190n);
    const power = exponential(Interval.enclosing(x.mul(2n), 170));
    const one = Interval.of(1n, 1n, 0).atPrecision(170);
    expect(holds(power.minus(one).dividedBy(power.plus(one)), bounds)).toBe(true);
  }
});

describe("errors planted in the functions are caught", () => {
  const squeezed =
    (of: RealFunction): RealFunction =>
    (x) => {
      const { lower, upper, precision: p } = of(x);
      return upper - lower < 1n ? of(x) : Interval.of(lower, upper - 1n, p);
    };

  it("and the functions have none", () => {
    expect(agreesWithFiner(exponential, number)).toBe(true);
    expect(agreesWithFiner(logarithm, positive)).toBe(true);
  });

  it("inward rounding", () => {
    expect(agreesWithFiner(squeezed(exponential), number)).toBe(false);
    expect(agreesWithFiner(squeezed(logarithm), positive)).toBe(false);
  });

  it("a dropped remainder", () => {
    const sixteenth: RealFunction = (x) => x.scaled(-11);
    const positivePart = fc.bigInt(0n, 40n << 7n);
    const alone = ({ lower, precision: p }: Interval): Interval => Interval.of(lower, lower, p);
    expect(agreesWithFiner((x) => ofSmall(sixteenth(x)), positivePart)).toBe(true);
    expect(agreesWithFiner((x) => alone(ofSmall(sixteenth(x))), positivePart)).toBe(false);
    const artanh: RealFunction = (x) => areaTangent(x.lower, 1n << BigInt(x.precision + 7), x.precision);
    expect(agreesWithFiner(artanh, positivePart)).toBe(true);
    expect(agreesWithFiner((x) => alone(artanh(x)), positivePart)).toBe(false);
  });

  it("an argument reduced by another number than ln 2", () => {
    /** With ln 2 cut to the given number of bits; its last bits count at most 40 times. */
    const reducedBy = (bits: bigint, x: Interval): Interval => {
      const power = x.lower >> 128n;
      const multiple = ((logarithmOfTwo(128).lower >> (128n - bits)) << (128n - bits)) * power;
      return exponential(x.minus(Interval.of(multiple - 40n, multiple + 40n, 128))).scaled(Number(power));
    };
    const agrees = (bits: bigint): boolean =>
      !fc.check(
        fc.property(number, (n) => intersects(reducedBy(bits, at(n, 128)), exponential(at(n, 128)))),
        { seed: 36 },
      ).failed;
    expect([agrees(128n), agrees(100n)]).toEqual([true, false]);
  });
});

describe("series", () => {
  it.each([
    () => ofSmall(Interval.of(-1n, 0n, 4)),
    () => ofSmall(Interval.of(0n, 9n, 4)),
    () => areaTangent(-1n, 2n, 8),
    () => areaTangent(2n, 3n, 8),
    () => areaTangent(0n, 0n, 8),
  ])("refuse arguments that their bounds aren't proved for: %#", (make) => {
    expect(make).toThrow(RangeError);
  });

  it("of an interval hold what they have at its upper end", () => {
    const wide = ofSmall(Interval.of(1n, 1n << 98n, 100));
    expect(holds(wide, exponentialBounds(rational(1n, 4n), 40))).toBe(true);
  });

  it("have ln 2 by another series, at every precision", () => {
    const bounds = logarithmBounds(rational(2n), 700);
    for (const p of [0, 1, 30, 64, 128, 600]) {
      expect(holds(logarithmOfTwo(p), bounds)).toBe(true);
      expect(units(logarithmOfTwo(p)) <= 2n).toBe(true);
    }
    expect(logarithmOfTwo(128)).toBe(logarithmOfTwo(128));
  });
});
