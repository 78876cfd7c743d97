import { demand } from "./verdict.js";

export type Vector = readonly bigint[];

export function dot(x: Vector, y: Vector): bigint {
  return x.reduce((sum, entry, index) => sum + entry * (y[index] ?? 0n), 0n);
}

/** x·y for all rows x of the one matrix and y of the other. */
export function pairings(left: readonly Vector[], right: readonly Vector[]): bigint[][] {
  affordable(left.length * right.length * (left[0]?.length ?? 0), digits(left.flat()), digits(right.flat()));
  return left.map((x) => right.map((y) => dot(x, y)));
}

/** Length of the longest entry, in hexadecimal. */
export function digits(vector: Vector): number {
  return vector.reduce((most, entry) => Math.max(most, entry.toString(16).length), 0);
}

/** So many products of numbers so long take a second or two at the limit, be they many or long. */
export function affordable(products: number, length: number, other: number): void {
  const work = products * (length + 128) * (other + 128);
  demand(work <= 2 ** 38, "size", "body", "more arithmetic than the limits allow");
}
