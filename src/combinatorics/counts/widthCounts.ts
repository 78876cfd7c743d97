import { entry } from "../../exact/entry.js";
import { labelledPartitionRows } from "./labelledPartitionRoutes.js";
import { requireSize } from "../requireSize.js";

/**
 * The counts for networks of width m, where the minimal width is r.
 *
 * @example widthRegime({ r: 2, goal: FEWER_THAN_MINIMA, lastWidth: 9,
 *   visit: ({ m }) => m < 9 }).levels.length
 *   === 1
 */
export interface WidthCounts {
  readonly m: number;
  /** Entry k is G(r−k, m), for k = 0…r. */
  readonly critical: readonly bigint[];
  /** Entry k is (r−k)^m, the number of all maps, which bounds G(r−k, m). */
  readonly maps: readonly bigint[];
  /** T(r, m). */
  readonly minima: bigint;
}

/**
 * The counts at m = r, r+1, …, without end. They use the recurrences from one width to the next, which is far
 * faster than computing each count alone: all m ≤ M together take about r·M + M²/2 steps.
 *
 * @throws RangeError unless r is a nonnegative safe integer.
 * @example widthCounts(2).next().value // { m: 2, critical: [2n, 1n, 0n], maps: [4n, 1n, 0n], minima: 2n }
 */
export function* widthCounts(r: number): Generator<WidthCounts, void, undefined> {
  requireSize("r", r);
  const bases = Array.from({ length: r + 1 }, (_, k) => BigInt(r - k));
  let critical = bases.map<bigint>((base) => (base === 0n ? 1n : 0n));
  let maps = bases.map<bigint>(() => 1n);
  let m = 0;
  for (const row of labelledPartitionRows()) {
    if (m >= r) yield { m, critical, maps, minima: entry(row, r) };
    // After G(0, m) comes G(−1, m) = 0.
    const previous = [...critical, 0n];
    critical = bases.map((base, k) => base * (entry(previous, k) + entry(previous, k + 1)));
    maps = maps.map((power, k) => power * entry(bases, k));
    m += 1;
  }
}
