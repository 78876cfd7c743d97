import fc from "fast-check";
import { expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { Column } from "../../../src/landscape/ends/column.js";

const P = 20;
const UNIT = 1n << BigInt(P);
const numbers = fc.bigInt(-(3n * UNIT), 3n * UNIT);
const columns = fc.array(fc.tuple(numbers, numbers), { minLength: 1, maxLength: 5 });
const errors = fc.bigInt(0n, 50n);

/** Numbers within the errors of two columns, at either end. */
const off = (values: readonly bigint[], error: bigint): bigint[] =>
  values.map((value, k) => (k % 2 === 0 ? value + error : value - error));

it("products, sums and inner products hold what numbers within the errors give", () => {
  fc.assert(
    fc.property(columns, errors, errors, (pairs, e, d) => {
      const [x, y] = [
        new Column(
          pairs.map(([a]) => a),
          e,
          P,
        ),
        new Column(
          pairs.map(([, b]) => b),
          d,
          P,
        ),
      ];
      const [left, right] = [off(x.values, e), off(y.values, d)];
      const product = x.times(y);
      const isWithin = product.values.every((value, k) => {
        const gap = (left[k] ?? 0n) * (right[k] ?? 0n) - value * UNIT;
        return (gap < 0n ? -gap : gap) <= product.error * UNIT;
      });
      const sum = left.reduce((all, value, k) => all + value * (right[k] ?? 0n), 0n);
      const { lower, upper } = x.inner(y);
      return isWithin && lower * UNIT <= sum && sum <= upper * UNIT && x.plus(y).error === e + d;
    }),
  );
});

it("a factor may be an interval", () => {
  fc.assert(
    fc.property(columns, errors, numbers, errors, (pairs, e, from, width) => {
      const x = new Column(
        pairs.map(([a]) => a),
        e,
        P,
      );
      const scaled = x.scaled(Interval.of(from, from + width, P));
      return [from, from + width].every((factor) =>
        off(x.values, e).every((value, k) => {
          const gap = value * factor - (scaled.values[k] ?? 0n) * UNIT;
          return (gap < 0n ? -gap : gap) <= scaled.error * UNIT;
        }),
      );
    }),
  );
});

it("the sigmoid is 1/2 at 0, and moves by a quarter of the error", () => {
  const { values, error } = new Column([0n, 40n * UNIT], 4n, P).sigmoid();
  const [half = 0n, one = 0n] = values;
  expect(half - UNIT / 2n).toBeLessThanOrEqual(error);
  expect(UNIT - one).toBeLessThanOrEqual(error);
  expect(error).toBeLessThan(6n);
  expect(rational(error, UNIT).compare(rational(1n, UNIT))).toBe(1);
});
