import { UNMIRRORED, type Mirroring } from "../../combinatorics/mirroring.js";
import { widthCounts } from "../../combinatorics/counts/widthCounts.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { entry } from "../../exact/entry.js";

/** The ratios R of one width: critical subspaces for each subspace of global minima. */
export interface RatiosAt {
  readonly m: number;
  /** R = G(r*−k, m)/T(r*, m) for k = 1, 2, …. */
  readonly levels: readonly Rational[];
  /** The sum over all k from 1 to r* − 1, where a_k = 1. */
  readonly all: Rational;
}

/**
 * The ratios at m = r*, …, last.
 *
 * @param rstar at least 2.
 * @param levels how many of the levels k.
 * @example ratiosUpTo(2, 3, 1)[1]?.all.toFraction() === "1/12" // G(1, 3)/T(2, 3)
 */
export function ratiosUpTo(
  rstar: number,
  last: number,
  levels: number,
  mirroring: Mirroring = UNMIRRORED,
): RatiosAt[] {
  const found: RatiosAt[] = [];
  for (const { m, critical, minima } of widthCounts(rstar, mirroring)) {
    if (m > last) break;
    const counts = critical.slice(1, rstar);
    found.push({
      m,
      levels: counts.slice(0, levels).map((count) => rational(count, minima)),
      all: rational(
        counts.reduce((sum, count) => sum + count, 0n),
        minima,
      ),
    });
  }
  return found;
}

/** The first of the widths from which on R < 1 at all that follow; undefined if the last has R ≥ 1. */
export function firstBelowOne(ratios: readonly RatiosAt[]): number | undefined {
  const last = ratios.findLastIndex(({ all }) => all.compare(1n) >= 0);
  return last + 1 < ratios.length ? entry(ratios, last + 1).m : undefined;
}
