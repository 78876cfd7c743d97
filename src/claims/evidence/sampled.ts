import type { Property, SampleResult } from "../../../properties/property.js";
import type { Evidence, EvidenceContext } from "./claim.js";
import type { Sampled } from "./verdict.js";

/** Evidence that is there at once. */
export interface SampledEvidence extends Evidence {
  readonly run: (context: EvidenceContext) => Sampled;
}

/** Random cases a property is run on. */
export const RUNS = 200;

/**
 * Evidence that runs one property on random cases from the run's seed. Holds only if all of {@link RUNS}
 * cases were there and hold; a property that can't be run at all fails.
 */
export function sampled(property: Property): SampledEvidence {
  return {
    name: property.name,
    run: ({ seed }): Sampled => {
      const { held, cases, distinct, counterexample } = sample(property, seed);
      const failure =
        counterexample ?? (held && cases === RUNS ? undefined : `${cases} of ${RUNS} cases held`);
      return {
        kind: "sampled",
        held: failure === undefined,
        what: property.statement,
        property: property.name,
        cases,
        distinct,
        seed,
        ...(failure === undefined ? {} : { failure }),
      };
    },
  };
}

function sample(property: Property, seed: number): SampleResult {
  try {
    return property.sample({ seed, runs: RUNS });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { held: false, cases: 0, distinct: 0, seed, counterexample: `stopped by an error: ${reason}` };
  }
}
