import { expect, it } from "vitest";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { type Rational, formatRational, rational } from "../../../src/exact/numbers/rational.js";
import {
  SERIES_BY_EQUATIONS,
  SERIES_IN_CLOSED_FORM,
} from "../../../src/landscape/activations/namedSeries.js";
import { namedValues } from "../../../src/landscape/activations/namedValues.js";
import { parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";

const PRECISION = 160;
const NAMES = [...SERIES_BY_EQUATIONS.keys()];

it.each([
  ["tanh", "0,1,0,-1/3,0,2/15,0,-17/315"],
  ["sigmoid", "0,1/4,0,-1/48,0,1/480"],
  ["softplus", "0,0,1/8,0,-1/192,0,1/2880"],
  ["silu", "0,0,1/4,0,-1/48"],
  ["arctan", "0,1,0,-1/3,0,1/5"],
  ["gaussian", "0,0,-1,0,1/2,0,-1/6"],
  ["erf", "0,1,0,-1/3,0,1/10,0,-1/42"],
  ["gelu", "0,0,1,0,-1/6,0,1/40"],
])("%s begins with %s", (name, expected) => {
  const order = expected.split(",").length - 1;
  for (const route of [SERIES_BY_EQUATIONS, SERIES_IN_CLOSED_FORM])
    expect(route.get(name)?.(order).map(formatRational).join()).toBe(expected);
});

it("has both routes for the same names", () => {
  expect([...SERIES_IN_CLOSED_FORM.keys()].sort()).toEqual([...NAMES].sort());
});

/** σ(x) − σ(0) − l·x in enclosures. */
function rest(name: string, x: Rational): Interval {
  const at = (z: Rational): Interval => Interval.enclosing(z, PRECISION);
  const { value } = namedValues(name);
  return value(at(x))
    .minus(value(at(rational(0n))))
    .minus(at(x).times(at(parseSymmetry(name).slope)));
}

/**
 * Whether ρ(x)/ρ(y) is the quotient of the series, in which the factor cancels, to 2^−120. The terms left out
 * are below 2^−200, as their coefficients are at most 1.
 */
function isSeriesOf(name: string, series: readonly Rational[]): boolean {
  const [x, y] = [rational(1n, 32n), rational(1n, 16n)];
  const sum = (z: Rational): Rational =>
    [...series].reverse().reduce((total, coefficient) => total.mul(z).add(coefficient), rational(0n));
  const at = (z: Rational): Interval => Interval.enclosing(z, PRECISION);
  const difference = rest(name, x)
    .times(at(sum(y)))
    .minus(rest(name, y).times(at(sum(x))));
  return difference.magnitude.mul(1n << 120n).compare(1n) < 0;
}

it.each(NAMES)("of %s belongs to the enclosed function, and no other does", (name) => {
  const series = SERIES_BY_EQUATIONS.get(name)?.(50) ?? [];
  expect(isSeriesOf(name, series)).toBe(true);
  const wrong = series.map((coefficient, n) => (n === 8 || n === 9 ? coefficient.neg() : coefficient));
  expect(isSeriesOf(name, wrong)).toBe(false);
  for (const other of NAMES.filter((one) => one !== name))
    expect(isSeriesOf(name, SERIES_BY_EQUATIONS.get(other)?.(50) ?? [])).toBe(false);
});
