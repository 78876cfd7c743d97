import type { Evidence } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import type { FoundTable } from "./verdict.js";

/** What is fixed, or depends on the run: its largest m, as far as the evidence goes, and its seed. */
export type OfRun<Value> = Value | ((bound: number, seed: number) => Value);

/** How every case of a range is checked. */
export interface EveryCase<Case> {
  /** The largest m that the evidence goes to, where that may be less than the run's. */
  readonly upTo?: number;
  readonly long?: true;
  /** What is checked of each case, in words. */
  readonly what: string;
  /** The range of cases, in words and symbols. */
  readonly range: OfRun<string>;
  /** How many cases there are, counted by other means than listing them. */
  readonly expected: OfRun<bigint>;
  readonly cases: (bound: number, seed: number) => Iterable<Case>;
  /** Undefined if the case holds, else what is wrong with it. */
  readonly check: (item: Case) => string | undefined;
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
  const { upTo = Infinity, long, what, range, expected, cases, check, table } = options;
  return {
    name,
    ...(long === undefined ? {} : { long }),
    run: ({ maxM, seed, progress }) => {
      const bound = Math.min(maxM, upTo);
      const verdict = exhaustive({
        what,
        range: ofRun(range, bound, seed),
        expected: ofRun(expected, bound, seed),
        cases: cases(bound, seed),
        check,
        progress,
      });
      return table === undefined ? verdict : { ...verdict, table: table() };
    },
  };
}

/** What a value that may depend on the run is in this one. */
export function ofRun<Value extends string | bigint>(
  value: OfRun<Value>,
  bound: number,
  seed: number,
): Value {
  return typeof value === "function" ? value(bound, seed) : value;
}
