import { BITS, type Interval, greater, lesser, size } from "./interval.js";
import { entry } from "./values.js";

/**
 * A real number for each datum: value k is within `error` of it, in units of 2^−256. `size` bounds all.
 */
export type Column = Readonly<{ values: readonly bigint[]; error: bigint; size: bigint }>;

/** Numbers that lie in these intervals. */
export function column(intervals: readonly Interval[]): Column {
  const error = intervals.reduce((most, { lo, hi }) => greater(most, hi - lo), 0n);
  return sized(
    intervals.map(({ lo }) => lo),
    error,
  );
}

/** The same number for each datum. */
export function constant(x: Interval, count: number): Column {
  return { values: new Array<bigint>(count).fill(x.lo), error: x.hi - x.lo, size: size(x) };
}

function sized(values: readonly bigint[], error: bigint): Column {
  return { values, error, size: greater(values.reduce(greater), -values.reduce(lesser)) + error };
}

export function added(x: Column, y: Column): Column {
  const values = x.values.map((value, k) => value + entry(y.values, k));
  return sized(values, x.error + y.error);
}

/** Rounded down, so one unit is added to the error; and one as that is rounded down, too. */
export function product(x: Column, y: Column): Column {
  const values = x.values.map((value, k) => (value * entry(y.values, k)) >> BITS);
  return sized(values, (errorOfProduct(x, y) >> BITS) + 2n);
}

/** The sum of the products. */
export function inner(x: Column, y: Column): Interval {
  const sum = x.values.reduce((all, value, k) => all + value * entry(y.values, k), 0n);
  const error = BigInt(x.values.length) * errorOfProduct(x, y);
  return { lo: (sum - error) >> BITS, hi: -((-sum - error) >> BITS) };
}

function errorOfProduct(x: Column, y: Column): bigint {
  return x.error * y.size + x.size * y.error;
}
