import type { Rational } from "./values.js";

/** A closed interval whose ends count units of 2^−256. What is computed of ranges is rounded outwards. */
export type Range = Readonly<Record<"low" | "high", bigint>>;

/** The number 1, in units. */
export const UNIT = 2n ** 256n;

/** Holds x·n/d; d > 0. */
export function times(x: bigint, { n, d }: Rational): Range {
  return { low: quotient(x * n, d), high: -quotient(-x * n, d) };
}

/** Rounded down; the divisor is positive. */
function quotient(x: bigint, divisor: bigint): bigint {
  const rounded = x / divisor;
  return x < 0n && rounded * divisor !== x ? rounded - 1n : rounded;
}

/** The largest absolute value. */
export function size({ low, high }: Range): bigint {
  return greater(-low, high);
}

export function greater(x: bigint, y: bigint): bigint {
  return x > y ? x : y;
}

export function lesser(x: bigint, y: bigint): bigint {
  return x < y ? x : y;
}
