import type { Property, SampleResult } from "../../../properties/property.js";
import type { EvidenceContext, EvidenceOf } from "./claim.js";
import { stopped } from "./ranged.js";
import type { Sampled } from "./verdict.js";

/** Evidence whose verdict needs no waiting. */
export interface SampledEvidence extends EvidenceOf<"sampled"> {
  readonly run: (context: EvidenceContext) => Sampled;
}

/** The number of random cases of a property. */
export const RUNS = 200;

/**
 * Evidence that runs one property on random cases from the run's seed. Holds only if all of {@link RUNS}
 * cases hold; a property that ends in an error fails.
 */
export function sampled(property: Property): SampledEvidence {
  return {
    name: property.name,
    kind: "sampled",
    run: ({ seed }): Sampled => {
      const { held, cases, distinct, counterexample } = sample(property, seed);
      const failure =
        counterexample ?? (held && cases === RUNS ? undefined : `${cases} of ${RUNS} cases held`);
      return {
        kind: "sampled",
        held: failure === undefined,
        what: property.statement,
        property: property.name,
        cases: cases.toString(),
        distinct: distinct.toString(),
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
    return { held: false, cases: 0, distinct: 0, seed, counterexample: stopped(error) };
  }
}
