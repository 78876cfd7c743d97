import { expect, test } from "vitest";
import { binomialRow } from "../../../src/combinatorics/counts/binomial.js";
import { type Rational, formatRational, rational } from "../../../src/exact/numbers/rational.js";
import {
  activationsByDivision,
  activationsByTangentNumbers,
} from "../../../src/landscape/activations/sigmoidSeries.js";
import { equalSeries } from "../../../src/landscape/activations/taylorSeries.js";
import { shown } from "../fixtures.js";

const ROUTES = [activationsByDivision, activationsByTangentNumbers];

test.each(ROUTES)("%o: the first derivatives, as calculus gives them", (route) => {
  const { sigmoid, softplus } = route(8);
  expect(shown(sigmoid.derivatives)).toBe("1/2 1/4 0 -1/8 0 1/4 0 -17/16 0");
  expect(shown(softplus.derivatives)).toBe("0 1/2 1/4 0 -1/8 0 1/4 0 -17/16");
  expect(shown([sigmoid.logTwo, softplus.logTwo])).toBe("0 1");
});

test.each(ROUTES)("%o: orders 0 and 1, and none below", (route) => {
  for (const order of [0, 1]) {
    const { sigmoid, softplus } = route(order);
    expect([sigmoid, softplus].map(({ derivatives }) => derivatives.length)).toEqual([order + 1, order + 1]);
  }
  expect(() => route(-1)).toThrow("order is -1, not a nonnegative safe integer");
});

test("the routes agree at orders of both parities", () => {
  for (const order of [0, 1, 2, 31, 32]) {
    const [left, right] = [activationsByDivision(order), activationsByTangentNumbers(order)];
    expect(equalSeries(left.sigmoid, right.sigmoid)).toBe(true);
    expect(equalSeries(left.softplus, right.softplus)).toBe(true);
  }
});

test("a third route: σ_sig^{(n)}(0) = (−1)^n (1 − 2^{n+1}) B_{n+1}/(n+1) with Bernoulli's numbers", () => {
  const order = 40;
  const bernoulli: Rational[] = [];
  for (let n = 0; n <= order + 1; n += 1) {
    const row = binomialRow(n + 1);
    const sum = bernoulli.reduce((total, value, k) => total.add(value.mul(row[k] ?? 0n)), rational(0n));
    bernoulli.push(n === 0 ? rational(1n) : sum.neg().div(BigInt(n + 1)));
  }
  const { sigmoid } = activationsByTangentNumbers(order);
  sigmoid.derivatives.forEach((value, n) => {
    const sign = n % 2 === 0 ? 1n : -1n;
    const factor = rational(sign * (1n - 2n ** BigInt(n + 1)), BigInt(n + 1));
    expect(formatRational(value)).toBe(formatRational(factor.mul(bernoulli[n + 1] ?? 0n)));
  });
});
