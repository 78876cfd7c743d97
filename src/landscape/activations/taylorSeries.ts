import { entry } from "../../exact/entry.js";
import { requireSize } from "../../combinatorics/requireSize.js";
import { binomialRow } from "../../combinatorics/counts/binomial.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";

/**
 * A Taylor series at 0 up to an order, as its derivatives there: f^{(n)}(0) = derivatives[n], but f(0) =
 * derivatives[0] + logTwo · ln 2, so that softplus needs only rationals. As ln 2 is irrational, series are
 * equal if and only if both parts are, and f(0) = 0 if and only if both parts are 0.
 *
 * @example exponentialSeries(rational(-1n), 2).derivatives // [1, -1, 1]
 */
export interface TaylorSeries {
  readonly derivatives: readonly Rational[];
  readonly logTwo: Rational;
}

const ZERO = rational(0n);

/** A series of rationals alone. */
export function taylorSeries(derivatives: readonly Rational[]): TaylorSeries {
  return { derivatives, logTwo: ZERO };
}

/**
 * e^{cx} up to an order.
 *
 * @throws RangeError unless the order is a nonnegative safe integer.
 */
export function exponentialSeries(rate: Rational, order: number): TaylorSeries {
  requireSize("order", order);
  return stretched(taylorSeries(new Array<Rational>(order + 1).fill(rational(1n))), rate);
}

/**
 * f + g.
 *
 * @throws RangeError if their orders differ.
 */
export function plus(left: TaylorSeries, right: TaylorSeries): TaylorSeries {
  const orders = [left, right].map(({ derivatives }) => derivatives.length - 1);
  if (orders[0] !== orders[1]) throw new RangeError(`series of orders ${orders.join(" and ")}`);
  return {
    derivatives: left.derivatives.map((value, n) => value.add(entry(right.derivatives, n))),
    logTwo: left.logTwo.add(right.logTwo),
  };
}

/** c · f. */
export function times(factor: Rational, series: TaylorSeries): TaylorSeries {
  return {
    derivatives: series.derivatives.map((value) => value.mul(factor)),
    logTwo: series.logTwo.mul(factor),
  };
}

/** f(cx), of n-th derivative c^n f^{(n)}(0). */
export function stretched(series: TaylorSeries, rate: Rational): TaylorSeries {
  return { derivatives: timesPowers(series.derivatives, rate), logTwo: series.logTwo };
}

/** The n-th entry times c^n. */
export function timesPowers(entries: readonly Rational[], rate: Rational): Rational[] {
  let power = rational(1n);
  return entries.map((value) => {
    const product = value.mul(power);
    power = power.mul(rate);
    return product;
  });
}

/**
 * 1/f, by Leibniz' rule for f · 1/f = 1.
 *
 * @throws InputError if f(0) is 0, or not rational.
 */
export function reciprocal(series: TaylorSeries): TaylorSeries {
  const [constant] = series.derivatives;
  if (constant === undefined || constant.equals(0n) || !series.logTwo.equals(0n)) {
    throw new InputError(
      "a series whose constant term is 0 or irrational has no reciprocal here",
      "use a series whose constant term is rational and not 0",
    );
  }
  const inverse = [constant.inverse()];
  for (let n = 1; n < series.derivatives.length; n += 1) {
    const row = binomialRow(n);
    let sum = ZERO;
    for (let k = 1; k <= n; k += 1) {
      const factor = entry(series.derivatives, k).mul(entry(row, k));
      sum = sum.add(factor.mul(entry(inverse, n - k)));
    }
    inverse.push(sum.neg().div(constant));
  }
  return taylorSeries(inverse);
}

/** The antiderivative whose value at 0 is logTwo · ln 2, one order higher. */
export function integral(series: TaylorSeries, logTwo: Rational): TaylorSeries {
  return { derivatives: [ZERO, ...series.derivatives], logTwo };
}

/** Whether two series are the same, with their orders. */
export function equalSeries(left: TaylorSeries, right: TaylorSeries): boolean {
  return (
    left.derivatives.length === right.derivatives.length &&
    left.logTwo.equals(right.logTwo) &&
    left.derivatives.every((value, n) => value.equals(entry(right.derivatives, n)))
  );
}

/**
 * The orders n at which f^{(n)}(0) ≠ 0, in ascending order.
 *
 * @example nonzeroOrders(taylorSeries([rational(0n), rational(1n)])) // [1]
 */
export function nonzeroOrders({ derivatives, logTwo }: TaylorSeries): number[] {
  return derivatives.flatMap((value, n) => {
    const vanishes = value.equals(0n) && (n > 0 || logTwo.equals(0n));
    return vanishes ? [] : [n];
  });
}
