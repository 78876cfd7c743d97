import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Interval, MAX_PRECISION } from "../../../src/exact/intervals/interval.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";

const PRECISION = 12;
const end = fc.oneof(fc.bigInt(-6n, 6n), fc.bigInt(-(1n << 20n), 1n << 20n));
const interval = fc.tuple(end, end).map(([a, b]) => Interval.of(a < b ? a : b, a < b ? b : a, PRECISION));
/** An interval, and a rational in it that needn't be of its precision. */
const member = fc.tuple(interval, fc.bigInt(0n, 97n)).map(([x, part]) => ({
  x,
  inside: x.lowerEnd.add(x.width.mul(part).div(97n)),
}));
const precision = fc.integer({ min: 0, max: 40 });

type Operation = readonly [
  string,
  (a: Interval, b: Interval) => Interval,
  (a: Rational, b: Rational) => Rational,
];

const OPERATIONS: readonly Operation[] = [
  ["plus", (a, b) => a.plus(b), (a, b) => a.add(b)],
  ["minus", (a, b) => a.minus(b), (a, b) => a.sub(b)],
  ["times", (a, b) => a.times(b), (a, b) => a.mul(b)],
  ["negated", (a) => a.negated(), (a) => a.neg()],
  ["absolute", (a) => a.absolute(), (a) => a.abs()],
  ["hull", (a, b) => a.hull(b), (_, b) => b],
  ["square", (a) => a.power(2), (a) => a.mul(a)],
  ["cube", (a) => a.power(3), (a) => a.mul(a).mul(a)],
  ["halved", (a) => a.scaled(-1), (a) => a.div(2n)],
  ["coarser", (a) => a.atPrecision(3), (a) => a],
  ["finer", (a) => a.atPrecision(50), (a) => a],
];

const unit = rational(1n, 1n << BigInt(PRECISION));

/** Whether an operation encloses: the law that the tests below break on purpose. */
function encloses([, inIntervals, inRationals]: Operation, seed: number): boolean {
  const result = fc.check(
    fc.property(member, member, (left, right) =>
      inIntervals(left.x, right.x).contains(inRationals(left.inside, right.inside)),
    ),
    { seed, numRuns: 500 },
  );
  return !result.failed;
}

describe("every operation", () => {
  it.each(OPERATIONS)("%s holds the results for all members", (...operation) => {
    expect(encloses(operation, 11)).toBe(true);
  });

  it("divides, unless the divisor holds 0", () => {
    fc.assert(
      fc.property(member, member, (left, right) => {
        if (right.x.contains(rational(0n))) {
          expect(() => left.x.dividedBy(right.x)).toThrow("division by an interval that holds 0");
        } else {
          expect(left.x.dividedBy(right.x).contains(left.inside.div(right.inside))).toBe(true);
        }
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("exceeds the exact image by at most a unit at either end", () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const corners = (of: (x: Rational, y: Rational) => Rational): Rational[] =>
          [a.lowerEnd, a.upperEnd].flatMap((x) => [b.lowerEnd, b.upperEnd].map((y) => of(x, y)));
        const narrow = (result: Interval, values: Rational[]): void => {
          const least = values.reduce((x, y) => (x.compare(y) < 0 ? x : y));
          const most = values.reduce((x, y) => (x.compare(y) > 0 ? x : y));
          expect(result.lowerEnd.compare(least.sub(unit))).toBeGreaterThan(0);
          expect(result.upperEnd.compare(most.add(unit))).toBeLessThan(0);
        };
        const products = corners((x, y) => x.mul(y));
        narrow(a.times(b), products);
        if (!b.contains(rational(0n))) {
          const quotients = corners((x, y) => x.div(y));
          narrow(a.dividedBy(b), quotients);
        }
        const cubes = [a.lowerEnd, a.upperEnd].map((x) => x.mul(x).mul(x));
        narrow(a.power(3), cubes);
      }),
      { seed: 13, numRuns: 500 },
    );
  });

  it.each<Operation>([
    [
      "times, rounded down",
      (a, b) => Interval.of(a.times(b).lower, a.times(b).upper - 1n, PRECISION),
      (a, b) => a.mul(b),
    ],
    [
      "a square of the ends",
      (a) => Interval.of(...ordered((a.lower * a.lower) >> 12n, (a.upper * a.upper) >> 12n), PRECISION),
      (a) => a.mul(a),
    ],
    [
      "a product of equal ends",
      (a, b) => Interval.of((a.lower * b.lower) >> 12n, (a.lower * b.lower) >> 12n, PRECISION),
      (a, b) => a.mul(b),
    ],
    [
      "minus, end by end",
      (a, b) => Interval.of(...ordered(a.lower - b.lower, a.upper - b.upper), PRECISION),
      (a, b) => a.sub(b),
    ],
    [
      "coarser, rounded to nearest",
      (a) => Interval.of((a.lower + 256n) >> 9n, (a.upper + 256n) >> 9n, 3),
      (a) => a,
    ],
  ])("%s would be caught", (...operation) => {
    expect(encloses(operation, 14)).toBe(false);
  });
});

function ordered(a: bigint, b: bigint): [bigint, bigint] {
  return a < b ? [a, b] : [b, a];
}

describe("making intervals", () => {
  it("encloses a rational as narrowly as can be", () => {
    fc.assert(
      fc.property(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n), precision, (n, d, p) => {
        const [x, value] = [rational(n, d), Interval.enclosing(rational(n, d), p)];
        expect(value.contains(x)).toBe(true);
        expect(value.upper - value.lower).toBe((n << BigInt(p)) % d === 0n ? 0n : 1n);
      }),
      { seed: 15 },
    );
    const between = Interval.between(rational(-1n, 3n), rational(1n, 3n), 2);
    expect([between.lower, between.upper]).toEqual([-2n, 2n]);
  });

  it.each([
    [() => Interval.of(1n, 0n, 4), "an interval from 1 to 0"],
    [() => Interval.between(rational(1n), rational(0n), 4), "an interval from 16 to 0"],
    [() => Interval.of(0n, 0n, -1), "an interval of precision -1"],
    [() => Interval.of(0n, 0n, 0.5), "an interval of precision 0.5"],
    [() => Interval.enclosing(rational(1n), MAX_PRECISION + 1), "an interval of precision 8193"],
    [() => Interval.of(0n, 0n, 4).plus(Interval.of(0n, 0n, 5)), "intervals of precisions 4 and 5"],
    [() => Interval.of(0n, 0n, 4).times(Interval.of(0n, 0n, 5)), "intervals of precisions 4 and 5"],
    [() => Interval.of(0n, 0n, 4).power(-1), "a power of exponent -1"],
  ])("refuses what doesn't make an interval: %#", (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});

describe("asking intervals", () => {
  const [low, middle, high] = [Interval.of(-8n, -4n, 2), Interval.of(-4n, 4n, 2), Interval.of(5n, 6n, 2)];

  it("compares and signs only where that is settled", () => {
    expect([low.sign, middle.sign, high.sign, Interval.of(0n, 0n, 2).sign]).toEqual([-1, undefined, 1, 0]);
    expect([low.compare(high), high.compare(middle), low.compare(middle)]).toEqual([-1, 1, undefined]);
    expect(Interval.of(3n, 3n, 2).compare(Interval.of(3n, 3n, 2))).toBe(0);
    expect(high.compare(high)).toBeUndefined();
  });

  it("intersects, includes, and measures", () => {
    expect(low.intersection(high)).toBeUndefined();
    expect(low.intersection(middle)).toEqual(Interval.of(-4n, -4n, 2));
    const [same, larger, smaller] = [8n, 9n, 7n].map((end) => Interval.of(-end, end, 3));
    expect([same, larger, smaller].map((other) => other && middle.includes(other))).toEqual([
      true,
      false,
      true,
    ]);
    expect([same, smaller].map((other) => other && middle.includesInside(other))).toEqual([false, true]);
    const measures = [low.magnitude, low.width, low.midpoint, high.magnitude].map((x) => x.toFraction());
    expect(measures).toEqual(["2", "1", "-3/2", "3/2"]);
    expect(middle.magnitude.toFraction()).toBe("1");
    expect(low.power(0)).toEqual(Interval.of(4n, 4n, 2));
    expect(Interval.sum([], 2)).toEqual(Interval.of(0n, 0n, 2));
  });
});
