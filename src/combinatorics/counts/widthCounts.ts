import { entry } from "../../exact/entry.js";
import { labelledPartitionRows } from "./labelledPartitionRoutes.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
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
  /**
   * Entry k is the number of critical subspaces from an irreducible point of r−k units, for k = 0…r: G(r−k,
   * m), or g^m·G(r−k, m) with g images.
   */
  readonly critical: readonly bigint[];
  /** Entry k is (g(r−k))^m, the number of all maps, which bounds it. */
  readonly maps: readonly bigint[];
  /** T(r, m). */
  readonly minima: bigint;
}

/**
 * Which critical subspaces count.
 *
 * At odd parity a unit with w = 0 and a = 0 is critical too: its derivatives have a factor a or σ(0). So each
 * unit is a copy, maybe mirrored, of a unit of the irreducible point, or silent in this way. With silent
 * units the number of subspaces is Σ_u C(m, u) 2^{m−u} G(r−k, m−u) and the number of maps (2(r−k)+1)^m.
 *
 * @example widthRegime({ r: 2, goal: FEWER_THAN_MINIMA, lastWidth: 9, mirroring: mirroringOf("odd"),
 *   critical: "copies and silent" }).sum.crossing === 3
 */
export type CriticalKind = "copies" | "copies and silent";

/**
 * The counts at m = r, r+1, …, without end. They use the recurrences from one width to the next, which is far
 * faster than computing each count alone: all m ≤ M together take about r·M + M²/2 steps.
 *
 * @param mirroring how units may be mirrored; not at all if left out.
 * @throws RangeError unless r is a nonnegative safe integer.
 * @example widthCounts(2).next().value // { m: 2, critical: [2n, 1n, 0n], maps: [4n, 1n, 0n], minima: 2n }
 */
export function* widthCounts(
  r: number,
  mirroring: Mirroring = UNMIRRORED,
  kind: CriticalKind = "copies",
): Generator<WidthCounts, void, undefined> {
  requireSize("r", r);
  const silent = kind === "copies" ? 0n : BigInt(mirroring.silent);
  const images = Array.from({ length: r + 1 }, (_, k) => BigInt(mirroring.images * (r - k)));
  let critical = images.map<bigint>((image) => (image === 0n ? 1n : 0n));
  let maps = images.map<bigint>(() => 1n);
  let m = 0;
  for (const row of labelledPartitionRows(mirroring)) {
    if (m >= r) yield { m, critical, maps, minima: entry(row, r) };
    // After G(0, m) comes G(−1, m) = 0. The last unit is an image of one of r−k units, or silent.
    const previous = [...critical, 0n];
    critical = images.map((image, k) => {
      const copied = image * (entry(previous, k) + entry(previous, k + 1));
      return silent === 0n ? copied : copied + silent * entry(previous, k);
    });
    maps = maps.map((power, k) => power * (entry(images, k) + silent));
    m += 1;
  }
}
