import type { Exhaustive } from "./verdict.js";

/** What an exhaustive check goes through. */
export interface ExhaustiveCheck<Case> {
  /** What is checked of each case, in words. */
  readonly what: string;
  /** The range of cases, in words and symbols. */
  readonly range: string;
  /** How many cases there are, counted by other means than listing them. */
  readonly expected: bigint;
  readonly cases: Iterable<Case>;
  /** Undefined if the case holds, else what is wrong with it. */
  readonly check: (item: Case) => string | undefined;
  readonly progress: (done: number, total: number) => void;
}

const REPORT_EVERY = 500;

/**
 * Checks every case. Holds only if none fails, at least one was there, and as many were visited as expected:
 * a loop that ran too short has shown nothing. An error while listing or checking is a failure like others.
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
    failure = `stopped by an error: ${error instanceof Error ? error.message : String(error)}`;
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
