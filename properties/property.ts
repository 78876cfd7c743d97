import fc from "fast-check";

/** How a property is run: every case follows from the seed. */
export interface SampleOptions {
  readonly seed: number;
  readonly runs: number;
}

/** What a run of a property found. `counterexample` is the shrunk one, printed, when it failed. */
export interface SampleResult {
  readonly held: boolean;
  readonly cases: number;
  /** How many of them differ: a small range is drawn from again and again. */
  readonly distinct: number;
  readonly seed: number;
  readonly counterexample?: string;
}

/** A mathematical statement checked on random cases; run by `npm test` and by `equiloss verify`. */
export interface Property {
  /** Claim id, a slash, and a short name: `def-3.1/steps-keep-measure`. */
  readonly name: string;
  /** The statement, in words. */
  readonly statement: string;
  readonly sample: (options: SampleOptions) => SampleResult;
}

/**
 * A property over one arbitrary.
 *
 * @param predicate returns whether the statement holds for the case; may throw, which counts as failing.
 * @example property("prop-4.5/x", "…", fc.nat(9), (m) => surjections(0, m) === (m === 0 ? 1n : 0n))
 */
export function property<Value>(
  name: string,
  statement: string,
  arbitrary: fc.Arbitrary<Value>,
  predicate: (value: Value) => boolean,
): Property {
  return {
    name,
    statement,
    sample: ({ seed, runs }) => {
      const seen = new Set<string>();
      const recorded = (value: Value): boolean => {
        // Records come with and without a prototype, which makes no other case.
        seen.add(fc.stringify(value).replaceAll(/__proto__:null,?/g, ""));
        return predicate(value);
      };
      const details = fc.check(fc.property(arbitrary, recorded), { seed, numRuns: runs });
      const cases = details.numRuns - (details.counterexample === null ? 0 : 1);
      // What a failing run shrinks is seen too.
      const distinct = Math.min(seen.size, cases);
      // A run that stopped early, or never ran a case, has shown nothing.
      if (!details.failed && details.numRuns === runs && runs > 0)
        return { held: true, cases, distinct, seed };
      const counterexample =
        details.counterexample === null
          ? `none found in ${cases} of ${runs} cases`
          : `${fc.stringify(details.counterexample[0])}${reason(details.errorInstance)}`;
      return { held: false, cases, distinct, seed, counterexample };
    },
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? ` (${error.message})` : "";
}
