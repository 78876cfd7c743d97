import { sizes } from "../checker/request.js";
import { integer, list } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";

/** Reads r and m, which the caller must give too, within the limits of lists of all labelled partitions. */
export function widths(members: Record<string, unknown>, expected: Expected): [number, number] {
  const [r, m] = sizes(members, expected);
  demand(r >= 1 && r <= m && m <= 64, "size", "body", "not 1 ≤ r ≤ m ≤ 64");
  return [r, m];
}

/** Reads a list of codes, which needn't be those of labelled partitions. */
export function manyCodes(value: unknown, at: string): number[][] {
  return list(value, at, numbers);
}

/** Reads a list of integers. */
export function numbers(value: unknown, at: string): number[] {
  return list(value, at, small);
}

/** Reads a list of numbers from 0 on. */
export function places(value: unknown, at: string): number[] {
  return list(value, at, (one, place) => {
    const number = small(one, place);
    demand(number >= 0, "shape", place, "a number below 0");
    return number;
  });
}

/** The kernel's natural numbers have 32 bits. */
function small(value: unknown, at: string): number {
  const number = integer(value, at);
  demand(Math.abs(number) < 2 ** 30, "size", at, "not below 2^30");
  return number;
}
