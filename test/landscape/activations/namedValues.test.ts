import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { type Rational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { namedValues } from "../../../src/landscape/activations/namedValues.js";
import { SYMMETRY_NAMES, parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";

const NAMES = [...SYMMETRY_NAMES, "leaky:-1"];
const number = fc.bigInt(-9n << 7n, 9n << 7n);
const at = (n: bigint, p = 120): Interval => Interval.of(n, n, 7).atPrecision(p);
const point = (x: Rational, p = 120): Interval => Interval.enclosing(x, p);
const units = ({ lower, upper }: Interval): bigint => upper - lower;
const meet = (x: Interval, y: Interval): boolean => {
  const finest = Math.max(x.precision, y.precision);
  return x.atPrecision(finest).intersection(y.atPrecision(finest)) !== undefined;
};

/** Whether σ(z) − c − l·z has the parity that the symmetry of the name says, at random points. */
function hasParity(name: string, value = namedValues(name).value): boolean {
  const { parity, constant, slope } = parseSymmetry(name);
  const rest = (x: Interval): Interval =>
    value(x)
      .minus(point(constant))
      .minus(x.times(point(slope)));
  const law = fc.property(number, (n) => {
    const mirrored = rest(at(-n));
    return meet(rest(at(n)), parity === "odd" ? mirrored.negated() : mirrored);
  });
  return !fc.check(law, { seed: 71 }).failed;
}

describe.each(NAMES)("%s", (name) => {
  const { value } = namedValues(name);

  it("agrees with finer enclosures, and is narrow at a point", () => {
    fc.assert(
      fc.property(number, fc.constantFrom(7, 64, 150), (n, p) => {
        const coarse = value(at(n, p));
        expect(meet(coarse, value(at(n, p + 100)))).toBe(true);
        expect(coarse.precision).toBe(p);
        // A product with z magnifies what its factors are wide.
        expect(units(coarse) <= 32n).toBe(true);
      }),
      { seed: 72, numRuns: 60 },
    );
  });

  it("of an interval holds the values at its points", () => {
    fc.assert(
      fc.property(number, number, fc.bigInt(0n, 8n), (a, b, part) => {
        const image = value(at(a).hull(at(b)));
        expect(meet(image, value(point(rational(a * (8n - part) + b * part, 1024n))))).toBe(true);
      }),
      { seed: 73, numRuns: 60 },
    );
  });

  it("has the symmetry of its name, and the values that are known to be rational", () => {
    expect(hasParity(name)).toBe(true);
    for (const z of ["0", "3/4", "-5/2"].map(parseRational)) {
      const known = parseSymmetry(name).rationalValue(z);
      if (known !== undefined) expect(value(point(z)).contains(known)).toBe(true);
    }
  });

  it("loses it with an error of 2^−100 for positive numbers", () => {
    const off = (x: Interval): Interval =>
      x.lower > 0n ? value(x).plus(Interval.of(1n, 1n, 100).atPrecision(x.precision)) : value(x);
    expect(hasParity(name, off)).toBe(false);
  });
});

/** A decimal fraction. */
const decimalValue = (text: string): Rational =>
  rational(BigInt(text.replace(".", "")), 10n ** BigInt((text.split(".")[1] ?? "").length));

// From tables of e and of the normal distribution.
it.each([
  ["gaussian", "1", "0.36787944117144232159"],
  ["silu", "1", "0.73105857863000487925"],
  ["gelu", "1", "0.84134474606854294858"],
  ["gelu", "-1", "-0.15865525393145705142"],
  ["erf", "1/2", "0.52049987781304653768"],
  ["arctan", "1/2", "0.46364760900080611621"],
  ["tanh", "1/2", "0.46211715726000975850"],
  ["softsign", "-1/3", "-0.25"],
  ["leaky:1/10", "-3", "-0.3"],
  ["leaky:-1", "-3", "3"],
])("%s at %s is %s", (name, z, decimal) => {
  const error = namedValues(name)
    .value(point(parseRational(z)))
    .minus(point(decimalValue(decimal)));
  expect(error.magnitude.mul(10n ** 20n).compare(1n)).toBeLessThan(0);
});

it("refuses what parseSymmetry refuses, and has its names", () => {
  expect(() => namedValues("swish")).toThrow("is not an activation with a known symmetry");
  expect(namedValues("leaky:2/20").name).toBe("leaky:1/10");
  expect(NAMES.map((name) => namedValues(name).name)).toEqual(NAMES);
});
