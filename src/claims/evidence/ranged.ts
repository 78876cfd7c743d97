import type { EvidenceContext, EvidenceKind, EvidenceOf } from "./claim.js";

/** A value that is fixed, or depends on the bound of m (the run's, or the evidence's own) and the seed. */
export type OfRun<Value> = Value | ((bound: number, seed: number) => Value);

/** What evidence over a range says of itself. */
export interface Ranged {
  /** The largest m that the evidence goes to, where that may be less than the run's. */
  readonly upTo?: number;
  /**
   * The largest m of a run that asks for no more than the usual sizes, where a theorem proves all of them and
   * the largest take most of the time.
   */
  readonly usually?: number;
  /** What is checked, in words. */
  readonly what: string;
  /** The range, in words and symbols. */
  readonly range: OfRun<string>;
  /** The number of cases, counted by other means than listing them. */
  readonly expected: OfRun<bigint>;
}

/** The range of a run of evidence, and how its progress is told. */
export interface RangeOfRun extends Pick<EvidenceContext, "progress"> {
  readonly what: string;
  readonly range: string;
  readonly expected: bigint;
}

/** Evidence over a range, by what it does up to a bound. */
export function ranged<Kind extends EvidenceKind>(
  kind: Kind,
  name: string,
  { upTo = Infinity, usually = upTo, what, range, expected }: Ranged,
  run: (part: RangeOfRun, bound: number, seed: number) => ReturnType<EvidenceOf<Kind>["run"]>,
): EvidenceOf<Kind> {
  return {
    name,
    kind,
    run: ({ maxM, seed, progress }) => {
      const bound = Math.min(maxM, isLarge(maxM) ? upTo : usually);
      const part = {
        what,
        range: ofRun(range, bound, seed),
        expected: ofRun(expected, bound, seed),
        progress,
      };
      return run(part, bound, seed);
    },
  };
}

/** The largest m of a run that doesn't ask for another. */
export const USUAL_MAX_M = 8;

/** Whether a run asks for more than the usual sizes. */
export const isLarge = (maxM: number): boolean => maxM > USUAL_MAX_M;

function ofRun<Value extends string | bigint>(value: OfRun<Value>, bound: number, seed: number): Value {
  return typeof value === "function" ? value(bound, seed) : value;
}

/** The failure of a check that ends with an error. */
export function stopped(error: unknown): string {
  return `stopped by an error: ${error instanceof Error ? error.message : String(error)}`;
}
