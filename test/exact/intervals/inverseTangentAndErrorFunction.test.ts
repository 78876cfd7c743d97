import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorFunction } from "../../../src/exact/intervals/errorFunction.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { circleRatio, inverseTangent, ofRatio } from "../../../src/exact/intervals/inverseTangent.js";
import { parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { type Bounds, circleRatioBounds, errorIntegralBounds, inverseTangentBounds } from "./seriesBounds.js";

type RealFunction = (x: Interval) => Interval;

/** A number with few bits that all precisions hold, from −15 to 15. */
const number = fc.bigInt(-15n << 7n, 15n << 7n);
const precision = fc.constantFrom(8, 53, 64, 150, 300);
const at = (n: bigint, p: number): Interval => Interval.of(n, n, 7).atPrecision(p);
const units = (x: Interval): bigint => x.upper - x.lower;
const meet = (x: Interval, y: Interval): boolean => {
  const finest = Math.max(x.precision, y.precision);
  return x.atPrecision(finest).intersection(y.atPrecision(finest)) !== undefined;
};
const holds = (x: Interval, { least, most }: Bounds): boolean => x.contains(least) && x.contains(most);
const narrow = ({ least, most }: Bounds, bits: bigint): boolean =>
  most
    .sub(least)
    .mul(1n << bits)
    .compare(1n) < 0;

/** The interval of all numbers that begin with the digits. */
const digits = (text: string): Interval => {
  const [whole = "", part = ""] = text.split(".");
  const ten = 10n ** BigInt(part.length);
  const first = BigInt(whole + part);
  return Interval.between(rational(first, ten), rational(first + 1n, ten), 400);
};

/** Whether enclosures at a precision and at 100 bits more intersect: they do if both hold the value. */
const agreesWithFiner = (of: RealFunction): boolean =>
  !fc.check(
    fc.property(number, precision, (n, p) => meet(of(at(n, p)), of(at(n, p + 100)))),
    { seed: 61, numRuns: 200 },
  ).failed;

describe.each([
  ["arctan", inverseTangent],
  ["erf", errorFunction],
] as const)("%s", (_, of) => {
  it("agrees with finer enclosures, and is at most two units wide at a point", () => {
    expect(agreesWithFiner(of)).toBe(true);
    fc.assert(
      fc.property(number, precision, (n, p) => units(of(at(n, p))) <= 2n && of(at(n, p)).precision === p),
      { seed: 62 },
    );
  });

  it("would not agree if it were off by four units, or rounded inwards", () => {
    expect(agreesWithFiner((x) => of(x).plus(Interval.of(4n, 4n, x.precision)))).toBe(false);
    const inwards = (x: Interval): Interval => Interval.of(of(x).lower, of(x).lower, x.precision);
    expect(agreesWithFiner(inwards)).toBe(false);
  });

  it("is odd, and encloses an interval from end to end", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [x, y] = [at(a, 100), at(b, 100)];
        expect(meet(of(x.negated()), of(x).negated())).toBe(true);
        const image = of(x.hull(y));
        expect(image).toEqual(of(x).hull(of(y)));
      }),
      { seed: 63 },
    );
  });
});

describe("known digits", () => {
  it.each([
    ["arctan 1/2", inverseTangent, "1/2", "0.4636476090008061162142562314612144020285370542861202638109"],
    ["arctan 1 = π/4", inverseTangent, "1", "0.7853981633974483096156608458198757210492923498437764552437"],
    ["erf 1/2", errorFunction, "1/2", "0.5204998778130465376827466538919645287364515757579637"],
    ["erf 1", errorFunction, "1", "0.8427007929497148693412206350826092592960669979663029"],
  ] as const)("%s", (_, of, x, text) => {
    const value = of(Interval.enclosing(parseRational(x), 200));
    expect(digits(text).includes(value.atPrecision(200))).toBe(true);
  });

  it("arctan 1/2 + arctan 1/3 = arctan 1, so constants of arctan are dependent over Q", () => {
    const [half, third, one] = ["1/2", "1/3", "1"].map((x) =>
      inverseTangent(Interval.enclosing(parseRational(x), 200)),
    ) as [Interval, Interval, Interval];
    expect(meet(half.plus(third), one)).toBe(true);
    expect(meet(half.plus(half), one)).toBe(false);
  });

  it("π", () => {
    expect(digits("3.14159265358979323846264338327950288419716939937510").includes(circleRatio(200))).toBe(
      true,
    );
    expect(units(circleRatio(200)) <= 2n).toBe(true);
  });
});

describe("against the alternating series in rationals", () => {
  it("π, by Machin's formula", () => {
    const bounds = circleRatioBounds(240n);
    expect(narrow(bounds, 230n)).toBe(true);
    expect(holds(circleRatio(200), bounds)).toBe(true);
  });

  it.each(["1/3", "1/2", "3/5", "1/1000"])("arctan %s", (text) => {
    const x = parseRational(text);
    const bounds = inverseTangentBounds(x, 240n);
    expect(narrow(bounds, 220n)).toBe(true);
    expect(holds(inverseTangent(Interval.enclosing(x, 200)), bounds)).toBe(true);
    // arctan(1/x) = π/2 − arctan x
    const { least, most } = circleRatioBounds(240n);
    const rest = { least: least.div(2n).sub(bounds.most), most: most.div(2n).sub(bounds.least) };
    expect(holds(inverseTangent(Interval.enclosing(x.inverse(), 200)), rest)).toBe(true);
  });

  it.each(["1/3", "1", "5/2", "6", "1/1000"])("erf %s, squared: π erf² = 4 I²", (text) => {
    const x = parseRational(text);
    const bounds = errorIntegralBounds(x, 240n);
    expect(narrow(bounds, 220n)).toBe(true);
    const value = errorFunction(Interval.enclosing(x, 200));
    const { least, most } = circleRatioBounds(240n);
    const { lowerEnd: low, upperEnd: high } = value;
    expect(most.mul(low.mul(low)).compare(bounds.least.mul(bounds.least).mul(4n))).toBeLessThanOrEqual(0);
    expect(least.mul(high.mul(high)).compare(bounds.most.mul(bounds.most).mul(4n))).toBeGreaterThanOrEqual(0);
  });
});

describe("at the ends of their ranges", () => {
  it.each([10, 100, 3800])("erf is all but 1 from x² = 7p/10 on, and as narrow just before, p = %s", (p) => {
    const edge = Math.ceil(Math.sqrt(0.7 * p));
    const one = 1n << BigInt(p);
    const erf = (x: number): Interval => errorFunction(Interval.of(BigInt(x), BigInt(x), 0).atPrecision(p));
    for (const x of [edge, edge + 1, 10_000]) expect(erf(x)).toEqual(Interval.of(one - 1n, one, p));
    const before = erf(edge - 1);
    expect(units(before) <= 2n && before.lower < one - 1n).toBe(true);
  });

  it("at 0 both hold 0", () => {
    for (const of of [inverseTangent, errorFunction]) {
      const value = of(at(0n, 64));
      expect(value.contains(rational(0n)) && units(value) <= 2n).toBe(true);
    }
  });

  it("arctan's series takes arguments from 0 to 1", () => {
    expect(() => ofRatio(2n, 1n, 10)).toThrow(RangeError);
    expect(() => ofRatio(-1n, 1n, 10)).toThrow("arctan's series at -1/1, which isn't in [0, 1]");
    expect(() => ofRatio(0n, 0n, 10)).toThrow(RangeError);
    expect(inverseTangent(Interval.of(1n << 300n, 1n << 300n, 0).atPrecision(100))).toEqual(
      circleRatio(120).scaled(-1).atPrecision(100),
    );
  });
});
