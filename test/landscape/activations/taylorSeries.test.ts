import { describe, expect, test } from "vitest";
import { formatRational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import {
  type TaylorSeries,
  equalSeries,
  exponentialSeries,
  integral,
  nonzeroOrders,
  plus,
  reciprocal,
  stretched,
  taylorSeries,
  times,
} from "../../../src/landscape/activations/taylorSeries.js";

const series = (...derivatives: readonly string[]): TaylorSeries =>
  taylorSeries(derivatives.map(parseRational));
const texts = ({ derivatives }: TaylorSeries): string[] => derivatives.map(formatRational);
const withLogTwo = (given: TaylorSeries, logTwo: string): TaylorSeries => ({
  ...given,
  logTwo: parseRational(logTwo),
});

test("the exponential's derivatives are the powers of the rate", () => {
  expect(texts(exponentialSeries(rational(-1n, 2n), 3))).toEqual(["1", "-1/2", "1/4", "-1/8"]);
  expect(texts(exponentialSeries(rational(7n), 0))).toEqual(["1"]);
  expect(() => exponentialSeries(rational(1n), -1)).toThrow("order is -1, not a nonnegative safe integer");
});

describe("sums and multiples", () => {
  const left = withLogTwo(series("1", "2"), "1/2");
  const right = withLogTwo(series("-1", "1/3"), "1");

  test("go by derivative, and by the multiple of ln 2", () => {
    const sum = plus(left, right);
    expect(texts(sum)).toEqual(["0", "7/3"]);
    expect(formatRational(sum.logTwo)).toBe("3/2");
    const multiple = times(rational(-3n), left);
    expect(texts(multiple)).toEqual(["-3", "-6"]);
    expect(formatRational(multiple.logTwo)).toBe("-3/2");
  });

  test("of two orders are refused", () => {
    expect(() => plus(left, series("1"))).toThrow("series of orders 1 and 0");
  });
});

test("f(cx) keeps f(0), and stretches the n-th derivative by c^n", () => {
  const result = stretched(withLogTwo(series("5", "1", "1", "1"), "2"), rational(-2n));
  expect(texts(result)).toEqual(["5", "-2", "4", "-8"]);
  expect(formatRational(result.logTwo)).toBe("2");
});

describe("the reciprocal", () => {
  test("of e^x is e^{−x}", () => {
    const inverse = reciprocal(exponentialSeries(rational(1n), 9));
    expect(equalSeries(inverse, exponentialSeries(rational(-1n), 9))).toBe(true);
  });

  test("of 2 + x is 1/2 − x/4 + x²/8 − x³/16", () => {
    expect(texts(reciprocal(series("2", "1", "0", "0")))).toEqual(["1/2", "-1/4", "1/4", "-3/8"]);
  });

  test.each([
    ["0 at 0", series("0", "1")],
    ["ln 2 at 0", withLogTwo(series("1", "1"), "1")],
    ["no terms", series()],
  ])("of a series that is %s is refused", (_, given) => {
    expect(() => reciprocal(given)).toThrow(
      "a series whose constant term is 0 or irrational has no reciprocal",
    );
  });
});

test("the integral moves the derivatives up by one", () => {
  const result = integral(series("3", "4"), rational(5n));
  expect(texts(result)).toEqual(["0", "3", "4"]);
  expect(formatRational(result.logTwo)).toBe("5");
});

test("series are equal if and only if all derivatives, the orders and the multiples of ln 2 are", () => {
  const given = series("1", "2");
  expect(equalSeries(given, series("1", "2"))).toBe(true);
  expect(equalSeries(given, series("1", "3"))).toBe(false);
  expect(equalSeries(given, series("1", "2", "0"))).toBe(false);
  expect(equalSeries(given, series("1"))).toBe(false);
  expect(equalSeries(given, withLogTwo(given, "1"))).toBe(false);
});

test("orders of derivatives other than 0; ln 2 alone is not 0 either", () => {
  expect(nonzeroOrders(series("0", "1", "0", "-1"))).toEqual([1, 3]);
  expect(nonzeroOrders(withLogTwo(series("0", "0"), "1"))).toEqual([0]);
  expect(nonzeroOrders(withLogTwo(series("-1", "0"), "1"))).toEqual([0]);
  expect(nonzeroOrders(series("0", "0"))).toEqual([]);
});
