import type { Evidence } from "./claim.js";
import { type ExhaustiveCheck, exhaustive } from "./exhaustive.js";
import { type Ranged, ranged } from "./ranged.js";
import type { FoundTable } from "./verdict.js";

/** How every case of a range is checked. */
export interface EveryCase<Case> extends Ranged, Pick<ExhaustiveCheck<Case>, "check"> {
  readonly cases: (bound: number, seed: number) => Iterable<Case>;
  /** Values that a reader will want to see. */
  readonly table?: () => FoundTable;
}

/**
 * Evidence that checks every case of a range. Functions get the bound, the run's largest m but at most
 * `upTo`, and the run's seed.
 *
 * @param name short, unique within the claim.
 * @example
 * ```ts
 * everyCase("sizes", {
 *   upTo: 5,
 *   what: "m ≥ r",
 *   range: (bound) => `1 ≤ r ≤ m ≤ ${bound}`,
 *   expected: (bound) => BigInt((bound * (bound + 1)) / 2),
 *   cases: widths,
 *   check: ([r, m]) => (m >= r ? undefined : `m = ${m} < r = ${r}`),
 * })
 * ```
 */
export function everyCase<Case>(name: string, options: EveryCase<Case>): Evidence {
  const { cases, check, table } = options;
  return ranged("exhaustive", name, options, (part, bound, seed) => {
    const verdict = exhaustive({ ...part, cases: cases(bound, seed), check });
    return table === undefined ? verdict : { ...verdict, table: table() };
  });
}
