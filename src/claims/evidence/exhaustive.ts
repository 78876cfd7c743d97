import { type RangeOfRun, stopped } from "./ranged.js";
import type { Exhaustive } from "./verdict.js";

/** What an exhaustive check goes through. */
export interface ExhaustiveCheck<Case> extends RangeOfRun {
  readonly cases: Iterable<Case>;
  /** Undefined if the case holds, else what is wrong with it. */
  readonly check: (item: Case) => string | undefined;
}

const REPORT_EVERY = 500;

/**
 * Checks every case. Holds only if no case fails and the number of cases is the expected one, not 0: a loop
 * that ends early has shown nothing. An error while listing or checking is a failure too.
 */
export function exhaustive<Case>(options: ExhaustiveCheck<Case>): Exhaustive {
  const { what, range, expected, cases, check, progress } = options;
  let visited = 0;
  let failure: string | undefined;
  try {
    for (const item of cases) {
      visited += 1;
      failure = check(item);
      if (failure !== undefined) break;
      if (visited % REPORT_EVERY === 0) progress(visited, Number(expected));
    }
  } catch (error) {
    failure = stopped(error);
  }
  if (failure === undefined && (BigInt(visited) !== expected || visited === 0)) {
    failure = `visited ${visited} cases, expected ${expected}`;
  }
  return {
    kind: "exhaustive",
    held: failure === undefined,
    what,
    range,
    visited: visited.toString(),
    expected: expected.toString(),
    ...(failure === undefined ? {} : { failure }),
  };
}
