import { entry, hexadecimals } from "./values.js";
import { demand } from "./verdict.js";

export type Vector = readonly bigint[];

/** Σ x_i·y_i over the entries of x; y has as many, or more. */
export function dot(x: Vector, y: Vector): bigint {
  return x.reduce((total, factor, index) => total + factor * entry(y, index), 0n);
}

/** x·y for all rows x of the one matrix and all rows y of the other, which are of one length. */
export function pairings(left: readonly Vector[], right: readonly Vector[]): bigint[][] {
  const entries = left.flat();
  demandAffordable(entries.length * right.length, longest(entries), longest(right.flat()));
  return left.map((x) => right.map((y) => dot(x, y)));
}

/** The length of the longest entry, in hexadecimal. */
export function longest(vector: Vector): number {
  return vector.reduce((most, n) => Math.max(most, hexadecimals(n)), 0);
}

/** SPEC.md, "Limits": at the limit, this many products of numbers of these lengths take a second or two. */
export function demandAffordable(products: number, length: number, other: number): void {
  const units = products * (length + 128) * (other + 128);
  demand(units <= 2 ** 38, "size", "body", "more arithmetic than the limits allow");
}
