import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError, Interval, rational } from "../../../src/exact/index.js";
import {
  type RealActivation,
  realActivation,
  softplusWithSigmoid,
} from "../../../src/landscape/activations/realActivation.js";
import { activationsByDivision } from "../../../src/landscape/activations/sigmoidSeries.js";
import { exponentialBounds, tanhBounds } from "../../exact/intervals/seriesBounds.js";

const NAMES = ["sigmoid", "tanh", "softplus", "softplus+sigmoid:1,4", "softplus+sigmoid:2/3,1/5"];
const ACTIVATIONS = NAMES.map(realActivation);
const [sigmoid, tanh, softplus] = ["sigmoid", "tanh", "softplus"].map(realActivation) as [
  RealActivation,
  RealActivation,
  RealActivation,
];
const FUNCTIONS = ["value", "derivative", "secondDerivative"] as const;

const number = fc.bigInt(-30n << 7n, 30n << 7n);
const at = (n: bigint, p = 100): Interval => Interval.of(n, n, 7).atPrecision(p);
const one = Interval.of(1n, 1n, 0).atPrecision(100);
const units = ({ lower, upper }: Interval): bigint => upper - lower;
const meet = (x: Interval, y: Interval): boolean => {
  const finest = Math.max(x.precision, y.precision);
  return x.atPrecision(finest).intersection(y.atPrecision(finest)) !== undefined;
};

describe.each(ACTIVATIONS)("$name", (activation) => {
  it.each(FUNCTIONS)("%s agrees with finer enclosures, and is narrow at a point", (name) => {
    fc.assert(
      fc.property(number, fc.constantFrom(7, 64, 128, 256), (n, p) => {
        const coarse = activation[name](at(n, p));
        expect(meet(coarse, activation[name](at(n, p + 100)))).toBe(true);
        expect(coarse.precision).toBe(p);
        expect(units(coarse) <= 2n).toBe(true);
      }),
      { seed: 41, numRuns: 60 },
    );
  });

  it.each(FUNCTIONS)("%s of an interval holds the values at its points", (name) => {
    fc.assert(
      fc.property(number, number, fc.bigInt(0n, 8n), (a, b, part) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const image = activation[name](at(low).hull(at(high)));
        const inside = Interval.enclosing(rational(low * (8n - part) + high * part, 1024n), 100);
        expect(meet(image, activation[name](inside))).toBe(true);
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it.each([
    ["derivative", "value"],
    ["secondDerivative", "derivative"],
  ] as const)("%s holds the slopes of %s between any two points", (slope, name) => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        if (a === b) return;
        const difference = activation[name](at(b)).minus(activation[name](at(a)));
        // The mean value theorem.
        const image = activation[slope](a < b ? at(a).hull(at(b)) : at(b).hull(at(a)));
        expect(meet(difference.dividedBy(at(b).minus(at(a))), image)).toBe(true);
      }),
      { seed: 43, numRuns: 100 },
    );
  });

  it.each([
    ["derivative", "value"],
    ["secondDerivative", "derivative"],
  ] as const)("%s is that of %s, by a difference of 2^−40", (slope, name) => {
    fc.assert(
      fc.property(number, (n) => {
        const h = Interval.of(1n, 1n, 40).atPrecision(100);
        const [low, high] = [at(n).minus(h), at(n).plus(h)];
        const quotient = activation[name](high).minus(activation[name](low)).scaled(39);
        // The third derivatives are below 2^8.
        const error = quotient.minus(activation[slope](at(n))).magnitude;
        expect(error.mul(1n << 56n).compare(1n)).toBeLessThan(0);
      }),
      { seed: 44, numRuns: 50 },
    );
  });
});

const FRACTIONS = [
  [1n, 1n],
  [1n, 3n],
  [5n, 2n],
] as const;

describe("known values", () => {
  it("of sigmoid and softplus, from the series of exp and ln alone", () => {
    for (const [n, d] of FRACTIONS) {
      const power = exponentialBounds(rational(n, d), 90);
      const x = Interval.enclosing(rational(n, d), 180);
      const [least, most] = [power.least, power.most].map((e) => e.div(e.add(1n)));
      const value = sigmoid.value(x);
      expect([least, most].every((bound) => bound !== undefined && value.contains(bound))).toBe(true);
    }
    // e^softplus(1) = 1 + e.
    const e = exponentialBounds(rational(1n), 60);
    const soft = softplus.value(Interval.of(1n, 1n, 0).atPrecision(170));
    expect(exponentialBounds(soft.lowerEnd, 80).most.compare(e.least.add(1n))).toBeLessThan(0);
    expect(exponentialBounds(soft.upperEnd, 80).least.compare(e.most.add(1n))).toBeGreaterThan(0);
    expect(units(soft) <= 2n).toBe(true);
  });

  it("of tanh, by Lambert's continued fraction", () => {
    for (const [n, d] of FRACTIONS) {
      const { least, most } = tanhBounds(rational(n, d), 40);
      const value = tanh.value(Interval.enclosing(rational(n, d), 180));
      expect(value.contains(least) && value.contains(most)).toBe(true);
      const mirrored = tanh.value(Interval.enclosing(rational(-n, d), 180));
      expect(mirrored.contains(least.neg()) && mirrored.contains(most.neg())).toBe(true);
    }
  });

  it("at 0, as the exact Taylor series has them", () => {
    const exact = activationsByDivision(2).sigmoid.derivatives;
    const enclosures = FUNCTIONS.map((name) => sigmoid[name](at(0n)));
    expect(enclosures.every((value, order) => value.contains(exact[order] ?? rational(7n)))).toBe(true);
  });
});

describe("identities", () => {
  it("tie the functions to each other", () => {
    fc.assert(
      fc.property(number, (n) => {
        const [x, minus] = [at(n), at(-n)];
        expect(meet(softplus.value(x).minus(softplus.value(minus)), x)).toBe(true);
        expect(meet(sigmoid.value(x).plus(sigmoid.value(minus)), one)).toBe(true);
        expect(meet(tanh.value(x), sigmoid.value(x.scaled(1)).scaled(1).minus(one))).toBe(true);
        const square = tanh.value(x).power(2);
        expect(meet(tanh.derivative(x), one.minus(square))).toBe(true);
        expect(
          meet(tanh.secondDerivative(x), tanh.value(x).times(tanh.derivative(x)).scaled(1).negated()),
        ).toBe(true);
        expect(meet(softplus.secondDerivative(x), sigmoid.derivative(x))).toBe(true);
      }),
      { seed: 45, numRuns: 100 },
    );
  });

  it("would not hold for a planted error of one unit in 2^98", () => {
    const off = (x: Interval): Interval => sigmoid.value(x).plus(Interval.of(4n, 4n, 100));
    const held = fc.check(
      fc.property(number, (n) => meet(off(at(n)).plus(sigmoid.value(at(-n))), one)),
      { seed: 46 },
    );
    expect(held.failed).toBe(true);
  });

  it("put σ_{α,γ} together from its terms", () => {
    const mixed = softplusWithSigmoid(rational(3n, 4n), rational(8n));
    fc.assert(
      fc.property(number, (n) => {
        const [x, three] = [at(n), Interval.of(3n, 3n, 2).atPrecision(100)];
        const parts = [softplus.value(x), softplus.derivative(x), softplus.secondDerivative(x)];
        FUNCTIONS.forEach((name, order) => {
          const bent = sigmoid[name](x.scaled(3))
            .times(three)
            .scaled(3 * order);
          expect(meet(mixed[name](x), (parts[order] ?? x).plus(bent))).toBe(true);
        });
      }),
      { seed: 47, numRuns: 50 },
    );
  });
});

describe("the image of an interval", () => {
  it("is tight around the extremes of the sigmoid's derivatives", () => {
    const wide = Interval.of(-3n, 5n, 0).atPrecision(100);
    const slope = sigmoid.derivative(wide);
    expect(slope.contains(rational(1n, 4n)) && !slope.contains(rational((1n << 40n) + 1n, 1n << 42n))).toBe(
      true,
    );
    const bend = sigmoid.secondDerivative(wide);
    // The square of √3/18 is 1/108.
    for (const end of [bend.lowerEnd, bend.upperEnd]) {
      const excess = end.mul(end).mul(108n).sub(1n);
      expect(excess.s >= 0n && excess.mul(1n << 90n).compare(1n) < 0).toBe(true);
    }
  });

  it("doesn't reach an extreme that the interval doesn't hold", () => {
    const near = sigmoid.secondDerivative(Interval.of(-1n, 1n, 0).atPrecision(100));
    const far = sigmoid.secondDerivative(Interval.of(2n, 9n, 0).atPrecision(100));
    const ends = [-1n, 1n, 2n].map((x) => sigmoid.secondDerivative(Interval.of(x, x, 0).atPrecision(100)));
    expect([near.upper, near.lower, far.lower]).toEqual([ends[0]?.upper, ends[1]?.lower, ends[2]?.lower]);
  });
});

it("takes arguments of thousands, where the values are all but constant", () => {
  for (const activation of ACTIVATIONS) {
    for (const n of [-100_000n, -5000n, 5000n, 100_000n]) {
      const x = Interval.of(n, n, 0).atPrecision(128);
      expect(FUNCTIONS.every((name) => units(activation[name](x)) <= 2n)).toBe(true);
    }
  }
  expect(sigmoid.value(at(-5000n << 7n)).contains(rational(0n))).toBe(true);
});

it.each(["relu", "sigmoid:1", "softplus+sigmoid", ""])("refuses %j", (text) => {
  expect(() => realActivation(text)).toThrow(InputError);
});

it.each(["1", "1,2,3", "1,2:3", "x,1", "0,1", "1,-2"])("refuses α,γ = %s", (factors) => {
  expect(() => realActivation(`softplus+sigmoid:${factors}`)).toThrow(InputError);
});

it("reads back the names it gives", () => {
  expect(ACTIVATIONS.map(({ name }) => realActivation(name).name)).toEqual(NAMES);
});
